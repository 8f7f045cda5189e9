import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fromSystemError, journalError, systemCode } from './journal-errors.js';

/** The path of the ledger itself, links followed, whether or not it exists yet. Its folder must exist. */
export async function resolveLedgerPath(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw fromSystemError(error, file);
  }
  if (await isThere(file))
    throw journalError('JOURNAL_NOT_A_LEDGER', file, { addition: 'It is a link that leads nowhere.' });
  try {
    return join(await realpath(dirname(file)), basename(file));
  } catch (error) {
    throw fromSystemError(error, file);
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw fromSystemError(error, file);
  }
}
