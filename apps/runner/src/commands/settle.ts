import { settleEntry, type PersonsVerdict } from '@ledgerferry/core';
import { EXIT, type ExitCode } from '../exit-code.js';
import { UsageError } from '../usage-error.js';
import { withCompanies } from '../with-companies.js';
import { findEntry, type EntryInput } from './explain.js';

export interface SettleInput extends EntryInput {
  readonly found?: string | undefined;
  readonly absent?: boolean | undefined;
}

/** Writes down what a person found in the ledger about an entry that is in doubt. */
export async function settle(input: SettleInput): Promise<ExitCode> {
  const verdict = verdictOf(input);
  return withCompanies(input, { work: 'short-command' }, async ({ companies }) => {
    const { ports, explanation } = await findEntry(companies, input.entry);
    const settlement = await settleEntry(ports, explanation.accountingEntryId, verdict);
    input.surroundings.stdout.write(`${input.json ? JSON.stringify(settlement) : settlement.message}\n`);
    return EXIT.done;
  });
}

function verdictOf({ found, absent }: SettleInput): PersonsVerdict {
  if (found !== undefined && !absent) return { found };
  if (absent && found === undefined) return { absent: true };
  throw new UsageError('Say what you found: either --found ID, with its id in the ledger, or --absent.');
}
