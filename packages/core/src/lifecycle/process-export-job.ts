import type { ExportJob, ExportJobItem } from '../model/export-job.js';
import { adoptOutcomes } from './adopt-outcomes.js';
import { completeJob } from './complete-job.js';
import { itemBooker } from './book-item.js';
import { DocumentBook } from './document-book.js';
import type { ExportPorts } from './export-ports.js';
import { findLeftInDoubt } from './find-left-in-doubt.js';
import { guardReads, guardWrites } from './guard-adapter.js';
import type { JobReport } from './job-report.js';
import type { JobRun } from './job-run.js';
import type { LeaseKeeper } from './keep-lease.js';
import type { Preparation } from './preparation.js';
import { prepareJob } from './prepare-job.js';
import { fetchExportItems, retrieveJobItems } from './read-items.js';
import { ReceiptReach } from './receipt-reach.js';
import { recallEarlierJobs } from './recall-earlier-jobs.js';
import { recordEntries } from './record-entries.js';
import type { OutcomeReporter } from './report-outcomes.js';
import { startJob } from './start-job.js';
import { askAccountingSystem, validateAccountingSystem } from './validate-accounting-system.js';

/*
 * An item of a job, as the store knows it:
 *
 *   enlisted   its id was read from the control layer. A crash here: it is fetched and prepared again.
 *   settled    its outcome is durable, together with the results it follows from. A crash here: the outcome is reported again.
 *   reported   Pleo has the outcome. Nothing is left to do.
 *
 * A document of an entry, as the store knows it:
 *
 *   planned    another document of its entry was intended; the entry keeps this plan.
 *   intended   a call that carries it was written down. A crash here leaves it in doubt: it is looked up before anything is sent.
 *   posted     the ledger answered or showed its id. It is never sent again in this job.
 *   refused    the ledger refused it. Only a new job tries again.
 *   parked     no look-up could settle it. It is looked up again, by this job, a later one, or a person.
 */

/**
 * Carries one Export Job from click to ledger, in Pleo's seven steps. Whatever happens on the way, running it again goes on from
 * what is known and books nothing twice.
 *
 * @throws {IntegrationError} what stopped the job; the caller decides what Pleo is told.
 */
export async function processExportJob(
  job: ExportJob,
  {
    ports: { adapter, ...ports },
    lease,
    reporter,
  }: { readonly ports: ExportPorts; readonly lease: LeaseKeeper; readonly reporter: OutcomeReporter },
): Promise<JobReport> {
  const beganAt = ports.clock.now();
  // from here on the adapter is reached through its guards alone
  const reader = guardReads(adapter, ports);
  const writer = guardWrites(adapter, ports);

  // 1. start, 2. validate the accounting system
  const system = await askAccountingSystem(job, reader);
  const started = await startJob(job, system, { ports, lease, reader });
  reporter.begin(started.job);
  const referenceData = await validateAccountingSystem(job.id, { ...ports, reader });

  // 3. retrieve all job items and 4. fetch all export items, side by side: validate each, turn each into an accounting entry;
  // meanwhile the ledger is asked for what an earlier run left in doubt
  const bookItem = itemBooker(started.job, { ...ports, reader, referenceData });
  const [jobItems, fetched, found] = await Promise.all([
    retrieveJobItems(started.job, ports),
    fetchExportItems(started.job, bookItem, ports),
    findLeftInDoubt({ ...started, ports, reader, beganAt }),
  ]);

  // every page is read: order the entries and plan their documents
  const { tenant } = started.stored;
  const prepared = await prepareJob({ tenant, jobItems, fetched, referenceData }, { ...ports, reader });
  const { preparation, amounts, stored, carriedElsewhere } = prepared;
  const wanted = inBookingOrder(jobItems, preparation);
  const earlier = await recallEarlierJobs(job.id, stored, ports);
  await ports.store.enlist(lease.current, job.id, wanted);
  const known = { ...started, ...earlier, carriedElsewhere, beganAt };
  const run: JobRun = { ...known, ports, lease, reader, writer, reporter, receiptReach: new ReceiptReach() };

  // 5. record what is still to be done; 6. update the items in Pleo as outcomes become known
  const book = new DocumentBook(run);
  const toDo = await adoptOutcomes(run, jobItems, { preparation, book });
  await recordEntries(run, { preparation, toDo, book, found });
  await reporter.finish();

  // 7. complete
  return completeJob(run, { entries: preparation.entries, book, amounts });
}

/** The ids of all items, in the order in which they will be written about: it lets a store keep together what belongs together. */
function inBookingOrder(jobItems: readonly ExportJobItem[], { entries }: Preparation): readonly string[] {
  return [
    ...new Set([...entries.map((entry) => entry.accountingEntryId), ...jobItems.map((item) => item.accountingEntryId)]),
  ];
}
