import { CORE_ERRORS } from '../errors/core-errors.js';
import { errorsOf } from '../errors/error-catalogue.js';
import type { IntegrationError } from '../errors/integration-error.js';
import type { ExportPorts } from '../lifecycle/export-ports.js';
import { takeLease } from '../lifecycle/keep-lease.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { DocumentResult, StoredDocument } from '../ports/state-store.js';

/** What a person found in the ledger: the entry under an id, or nothing. */
export type PersonsVerdict = { readonly found: string } | { readonly absent: true };

/** What the verdict changed. */
export interface Settlement {
  /** The entry's outcome now; null where it is to be exported again. */
  readonly outcome: ItemOutcome | null;
  /** What to do next, in a sentence. */
  readonly message: string;
}

/** How long settling one entry may take. */
const LEASE_MS = 30_000;

/** True for the key of a document that entries share, such as a contact: it is settled by its key. */
export function isSharedKey(text: string): boolean {
  return text.startsWith('prerequisite/');
}

/**
 * Writes a person's verdict on an entry that is in doubt down, or on a document that entries share (`prerequisite/contact/…`). Found: its
 * first doubtful document counts as posted under that id. Absent: its doubtful documents count as never posted, and a further
 * export books them.
 *
 * @throws `misconfigured`, code `NOTHING_TO_SETTLE`, where nothing of it is in doubt.
 */
export async function settleEntry(
  ports: Pick<ExportPorts, 'companyId' | 'store' | 'clock' | 'holder'>,
  entryOrKey: string,
  verdict: PersonsVerdict,
): Promise<Settlement> {
  const { companyId, store, clock, holder } = ports;
  const lease = await takeLease({ store, clock }, { companyId, holder, durationMs: LEASE_MS });
  try {
    const documents = await documentsOf(entryOrKey, ports);
    const doubtful = documents.filter(({ state }) => state === 'intended' || state === 'parked');
    const [first] = doubtful;
    if (!first) throw nothingToSettle(entryOrKey);
    const results = 'found' in verdict ? [settledAsFound(first, verdict.found)] : doubtful.map(settledAsAbsent);
    const outcome = first.accountingEntryId === null ? null : outcomeAfter(entryOrKey, documents, results);
    const outcomes = outcome ? [outcome] : [];
    const recording = { jobId: first.jobId, at: clock.now(), source: 'person' as const, documents: results, outcomes };
    await store.record(lease.current, recording);
    return { outcome, message: nextStep(outcome) };
  } finally {
    await lease.release();
  }
}

async function documentsOf(
  entryOrKey: string,
  { companyId, store }: Pick<ExportPorts, 'companyId' | 'store'>,
): Promise<readonly StoredDocument[]> {
  if (isSharedKey(entryOrKey)) return (await store.prerequisites(companyId)).filter(({ key }) => key === entryOrKey);
  return (await store.documents(companyId, [entryOrKey])).filter(({ role }) => role !== 'receipt');
}

function settledAsFound(document: StoredDocument, externalId: string): DocumentResult {
  return { ...document, state: 'posted', externalId, externalUrl: null, reason: 'found in the ledger by a person' };
}

function settledAsAbsent(document: StoredDocument): DocumentResult {
  return {
    ...document,
    state: 'refused',
    externalId: null,
    externalUrl: null,
    booked: null,
    reason: 'not in the ledger, says a person',
  };
}

/** Exported once nothing of the entry is missing any more. */
function outcomeAfter(
  accountingEntryId: string,
  documents: readonly StoredDocument[],
  results: readonly DocumentResult[],
): ItemOutcome | null {
  const now = documents.map((document) => results.find(({ key }) => key === document.key) ?? document);
  const [first] = now;
  if (!first?.externalId || now.some(({ state }) => state !== 'posted')) return null;
  const { externalId, externalUrl } = first;
  return { status: 'exported', accountingEntryId, externalId, externalUrl, alreadyExported: false, warnings: [] };
}

function nextStep(outcome: ItemOutcome | null): string {
  return outcome
    ? 'The entry counts as exported. If Pleo shows it as failed, export it again there: it will be linked, not booked again.'
    : 'Export the entry again in Pleo: what is missing will be booked.';
}

function nothingToSettle(accountingEntryId: string): IntegrationError {
  return errorsOf(CORE_ERRORS).error(
    'NOTHING_TO_SETTLE',
    `Nothing of entry ${accountingEntryId} is in doubt, so there is nothing to settle. \`explain ${accountingEntryId}\` tells what is known of it.`,
  );
}
