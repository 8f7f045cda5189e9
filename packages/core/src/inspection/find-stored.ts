import { chunk } from '../lifecycle/arrange-batches.js';
import type { LedgerReader } from '../lifecycle/guard-adapter.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';

/** What the ledger holds now under the references of stored documents, by key. Receipts and unanswerable ones are left out. */
export async function findStored(
  reader: LedgerReader,
  documents: readonly StoredDocument[],
): Promise<ReadonlyMap<string, Finding>> {
  const findings = new Map<string, Finding>();
  if (reader.capabilities.reference.lookup === 'none') return findings;
  for (const batch of chunk(
    documents.filter(({ role }) => role !== 'receipt'),
    reader.capabilities.findBatchSize,
  )) {
    for (const finding of await reader.find(batch.map(toQuery))) findings.set(finding.key, finding);
  }
  return findings;
}

function toQuery({
  key,
  role,
  recordType,
  reference,
  date,
}: StoredDocument): Parameters<LedgerReader['find']>[0][number] {
  const document = { key, role, recordType, body: null, dependsOn: [], summary: null };
  return { key, reference, recordTypes: [recordType], date, document };
}
