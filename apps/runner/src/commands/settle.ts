import { isSharedKey, settleEntry, type PersonsVerdict } from '@ledgerferry/core';
import type { AssembledCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { UsageError } from '../usage-error.js';
import { withCompanies } from '../with-companies.js';
import { findEntry, type EntryInput } from './explain.js';

/** What is settled: an entry by its id, or what entries share (a contact, a vendor) by its key, such as `prerequisite/contact/acme`. */
export interface SettleInput extends EntryInput {
  readonly found?: string | undefined;
  readonly absent?: boolean | undefined;
}

/** Writes down what a person found in the ledger about something that is in doubt. */
export async function settle(input: SettleInput): Promise<ExitCode> {
  const verdict = verdictOf(input);
  return withCompanies(input, { work: 'short-command' }, async ({ companies }) => {
    const known = await findCompany(companies, input.entry);
    const settlement = await settleEntry(known.company.ports(), known.entryOrKey, verdict);
    input.surroundings.stdout.write(`${input.json ? JSON.stringify(settlement) : settlement.message}\n`);
    return EXIT.done;
  });
}

/** The company that the entry or shared document belongs to. */
async function findCompany(
  companies: readonly AssembledCompany[],
  entry: string,
): Promise<{ readonly company: AssembledCompany; readonly entryOrKey: string }> {
  if (!isSharedKey(entry)) {
    const known = await findEntry(companies, entry);
    if (!known) throw new UsageError(`Entry ${entry} was never part of a job that ran here.`);
    return { company: known.company, entryOrKey: known.explanation.accountingEntryId };
  }
  for (const company of companies) {
    const { companyId, store } = company.readingPorts();
    const shared = await store.prerequisites(companyId);
    if (shared.some(({ key }) => key === entry)) return { company, entryOrKey: entry };
  }
  throw new UsageError(
    `${entry} was never needed by a job that ran here. Copy its name from what Pleo shows of the entry.`,
  );
}

function verdictOf({ found, absent }: SettleInput): PersonsVerdict {
  if (found !== undefined && !absent) return { found };
  if (absent && found === undefined) return { absent: true };
  throw new UsageError('Say what you found: either --found ID, with its id in the ledger, or --absent.');
}
