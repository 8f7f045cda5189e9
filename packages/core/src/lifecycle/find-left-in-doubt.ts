import type { Finding } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';
import { chunk } from './arrange-batches.js';
import type { JobRun } from './job-run.js';
import { storedDocumentQuery } from './stored-document-query.js';
import { waitUntilVisible } from './wait-until-visible.js';

/** What is known of a run before Pleo's pages are read. */
type BegunRun = Pick<JobRun, 'job' | 'stored' | 'resumed' | 'beganAt' | 'reader' | 'ports'>;

/**
 * Looks up what an earlier run of this job wrote down and has no result of: the first useful thing that a restart does, while Pleo's pages
 * are still being read. The findings, by document key, are judged once the plan is known. They stay true until then, because nothing is
 * sent meanwhile.
 *
 * Where references are not unique, every document of the job will be looked up, so only full batches are taken out of them here.
 */
export async function findLeftInDoubt(run: BegunRun): Promise<ReadonlyMap<string, Finding>> {
  const { reader, beganAt } = run;
  const { reference, findBatchSize } = reader.capabilities;
  if (!run.resumed || run.stored.takenUpAs === 'in_progress' || reference.lookup === 'none') return new Map();
  const left = await leftInDoubt(run);
  const batches = chunk(left, findBatchSize).filter((batch) => reference.unique || batch.length === findBatchSize);
  if (!reference.unique) await waitUntilVisible(run, [beganAt, ...left.map(({ intendedAt }) => intendedAt)]);
  const findings = new Map<string, Finding>();
  for (const batch of batches) {
    for (const finding of await reader.find(batch.map(storedDocumentQuery))) findings.set(finding.key, finding);
  }
  return findings;
}

/** Not what another store may have sent as well: of that, nobody knows what it was sent as. */
async function leftInDoubt({ job, ports }: BegunRun): Promise<readonly StoredDocument[]> {
  const { store, companyId } = ports;
  const inDoubt = await store.documentsInDoubt(job.id);
  const documents = inDoubt.filter(({ role, accountingEntryId }) => role !== 'receipt' && accountingEntryId !== null);
  const entries = documents.flatMap(({ accountingEntryId }) => accountingEntryId ?? []);
  const elsewhere = await store.entriesCarriedElsewhere(companyId, entries);
  const ofAnotherStore = new Set(elsewhere.map((entry) => entry.accountingEntryId));
  return documents.filter(({ accountingEntryId }) => !ofAnotherStore.has(accountingEntryId ?? ''));
}
