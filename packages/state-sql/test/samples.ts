import type { DocumentResult, Intent, ItemOutcome, Lease } from '@ledgerferry/core';
import { buildExportedOutcome, buildIntendedDocument, buildPostedDocument } from '@ledgerferry/testkit';
import { currentProcess, type SqliteState } from '../src/index.js';

/** A company's lease with `job-1` taken up and these entries enlisted. */
export function startJob(state: SqliteState, entries: readonly string[]): Lease {
  const companyId = 'company-1';
  const answer = state.acquireLease({ companyId, holder: currentProcess(), now: 1_000, durationMs: 60_000 });
  if (!answer.granted) throw new Error('the lease is held');
  state.openJob(answer.lease, {
    jobId: 'job-1',
    companyId,
    tenant: 'tenant-1',
    takenUpAs: 'pending',
    takenUpAt: 1_000,
  });
  state.enlist(answer.lease, 'job-1', entries);
  return answer.lease;
}

export function entriesUpTo(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `entry-${String(index).padStart(6, '0')}`);
}

export function intentFor(entries: readonly string[]): Intent {
  const documents = entries.map((entry) => buildIntendedDocument(entry));
  return { callId: 'call-1', jobId: 'job-1', at: 2_000, sentBefore: 2_000, documents };
}

export function resultFor(entry: string): DocumentResult {
  const booked = { currency: 'EUR', minorUnits: 1_250, exponent: 2 };
  return buildPostedDocument(buildIntendedDocument(entry), `ledger-${entry}`, { booked });
}

export function outcomeFor(entry: string): ItemOutcome {
  return buildExportedOutcome(entry, `ledger-${entry}`);
}
