import { EXPECTED_RECEIPTS, EXPECTED_REFERENCES, referenceJob } from './reference-job.js';
import type { Stage } from './stage.js';

/** What is wrong, from the books of Pleo and the ledger alone. */
export function judge({ pleo, ledger }: Stage): string | undefined {
  const job = pleo.book(referenceJob().id);
  const entries = ledger.documents().filter((document) => document.summary !== null);
  const references = entries.map((document) => document.reference).toSorted();
  if (references.join() !== EXPECTED_REFERENCES.toSorted().join()) return `the ledger holds ${references.join(', ')}`;
  if (ledger.documents().length !== entries.length + 1) return 'the vendor was created more than once';
  const receipts = ledger.attachments().map((attachment) => attachment.fileName);
  if (new Set(receipts).size !== EXPECTED_RECEIPTS || receipts.length !== EXPECTED_RECEIPTS)
    return `receipts ${receipts.join(', ')}`;
  if (job.status !== 'completed_with_errors') return `the job is ${job.status}`;
  if (job.events.join() !== 'started,completed_with_errors') return `events ${job.events.join()}`;
  if (job.contradictions > 0) return 'Pleo was told two outcomes of one entry';
  for (const item of job.items) {
    const booked = entries.find((document) => document.externalId === item.externalId);
    const isRight =
      item.status === 'successful' ? booked?.reference.startsWith(item.accountingEntryId) : item.status === 'failed';
    if (!isRight) return `Pleo has ${item.accountingEntryId} as ${item.status} with ${item.externalId}`;
  }
  const failed = job.items.filter((item) => item.status === 'failed').map((item) => item.accountingEntryId.slice(-2));
  return failed.join() === '07' ? undefined : `failed at Pleo: ${failed.join()}`;
}
