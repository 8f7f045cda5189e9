import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '@ledgerferry/core';
import { journalError } from './journal-errors.js';

const SQLITE_BUSY = 5;
const SQLITE_CANNOT_OPEN = 14;
const SQLITE_READ_ONLY = 8;
const LOOK_AGAIN_MS = 10;

/**
 * Runs `work` while nobody else on this machine runs one for the same ledger. The lock is an exclusive transaction on an
 * empty SQLite file, `<ledger>.lock`: the operating system frees it the instant its process dies, so none is ever left over.
 */
export async function withLedgerLock<Result>(
  file: string,
  { clock, patienceMs }: { readonly clock: Clock; readonly patienceMs: number },
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = open(file);
  try {
    const giveUpAt = clock.now() + patienceMs;
    while (!tryLock(lock, file)) {
      if (clock.now() >= giveUpAt) throw journalError('JOURNAL_BUSY', file);
      await clock.sleep(LOOK_AGAIN_MS);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(`${file}.lock`);
  } catch (error) {
    throw lockError(error, file);
  }
}

function tryLock(lock: DatabaseSync, file: string): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (sqliteCode(error) === SQLITE_BUSY) return false;
    throw lockError(error, file);
  }
}

function lockError(error: unknown, file: string): Error {
  const isForbidden = [SQLITE_CANNOT_OPEN, SQLITE_READ_ONLY].includes(sqliteCode(error));
  return journalError(isForbidden ? 'JOURNAL_NO_PERMISSION' : 'JOURNAL_UNREACHABLE', `${file}.lock`, { cause: error });
}

function sqliteCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 255 : 0;
}
