import type {
  DocumentResult,
  EntryCarriedElsewhere,
  Intent,
  ItemOutcome,
  Lease,
  LeaseHolder,
  Recording,
  StateStore,
} from '@ledgerferry/core';

type IntendedDocument = Intent['documents'][number];

/** When every sample begins, in milliseconds since the epoch. */
export const START = 1_750_000_000_000;

/** Takes the company's lease for a minute; throws where it is not granted. */
export async function takeLease(
  store: StateStore,
  holder: LeaseHolder,
  { companyId = 'company-1', now = START } = {},
): Promise<Lease> {
  const answer = await store.acquireLease({ companyId, holder, now, durationMs: 60_000 });
  if (!answer.granted) throw new Error(`the lease of ${companyId} is held by process ${answer.holder.pid}`);
  return answer.lease;
}

/** Takes a job up and enlists its entries. */
export async function takeUpJob(
  store: StateStore,
  lease: Lease,
  { jobId = 'job-1', entries = ['entry-1'], takenUpAt = START, tenant = 'tenant-1' } = {},
): Promise<void> {
  const { companyId } = lease;
  await store.openJob(lease, { jobId, companyId, tenant, takenUpAs: 'pending', takenUpAt });
  await store.enlist(lease, jobId, entries);
}

/** The lease of `company-1`, with `job-1` taken up. */
export async function startJob(store: StateStore, holder: LeaseHolder, entries = ['entry-1']): Promise<Lease> {
  const lease = await takeLease(store, holder);
  await takeUpJob(store, lease, { entries });
  return lease;
}

/** An intended journal of an entry. */
export function journalOf(entry: string, changes: Partial<IntendedDocument> = {}): IntendedDocument {
  return {
    key: `${entry}/journal`,
    accountingEntryId: entry,
    role: 'journal',
    recordType: 'manual-journal',
    reference: `REF-${entry}`,
    date: '2025-06-15',
    fingerprint: 'fingerprint-1',
    generation: 0,
    invoice: null,
    state: 'intended',
    ...changes,
  };
}

export function intentOf(documents: readonly IntendedDocument[], changes: Partial<Intent> = {}): Intent {
  const at = changes.at ?? START + 1_000;
  return { callId: 'call-1', jobId: 'job-1', at, sentBefore: at, documents, ...changes };
}

/** What the ledger answered about an intended document. */
export function postedAs(
  document: IntendedDocument,
  externalId: string,
  changes: Partial<DocumentResult> = {},
): DocumentResult {
  const nothingElse = { externalUrl: null, booked: null, reason: null };
  return { ...document, state: 'posted', externalId, ...nothingElse, ...changes };
}

/** A document that is not in the ledger, or not for certain. */
export function unpostedAs(document: IntendedDocument, state: 'refused' | 'parked', reason: string): DocumentResult {
  return postedAs(document, '', { state, externalId: null, reason });
}

/** An entry that was carried elsewhere, and of which Pleo was told no id. */
export function untold(accountingEntryId: string): EntryCarriedElsewhere {
  return { accountingEntryId, externalId: null };
}

export function exportedAs(accountingEntryId: string, externalId: string): ItemOutcome {
  const nothingElse = { externalUrl: null, alreadyExported: false, warnings: [] };
  return { status: 'exported', accountingEntryId, externalId, ...nothingElse };
}

export function failedItem(accountingEntryId: string): ItemOutcome {
  const problem = {
    code: 'MISSING_CATEGORY',
    reason: 'missing_configuration',
    owner: 'bookkeeper',
    message: 'Choose a category for this expense in Pleo, then export it again.',
  } as const;
  return { status: 'failed', accountingEntryId, problem, externalId: null };
}

export function recordingOf(changes: Partial<Recording>): Recording {
  return { jobId: 'job-1', at: START + 2_000, source: 'answer', documents: [], outcomes: [], ...changes };
}
