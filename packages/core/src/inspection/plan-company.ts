import { invoicePostings, paymentPostings, postingsOf } from '../bookkeeping/postings.js';
import { itemBooker } from '../lifecycle/book-item.js';
import { guardReads } from '../lifecycle/guard-adapter.js';
import { prepareJob } from '../lifecycle/prepare-job.js';
import { fetchExportItems, retrieveJobItems } from '../lifecycle/read-items.js';
import { validateAccountingSystem } from '../lifecycle/validate-accounting-system.js';
import type { AccountingEntry, Posting } from '../model/accounting-entry.js';
import type { Document } from '../model/document.js';
import type { ExportJob } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ReadingPorts } from './reading-ports.js';

/** What a job would book. */
export interface PlannedJob {
  readonly job: ExportJob;
  /** By booking date, then id. */
  readonly entries: readonly {
    readonly entry: AccountingEntry;
    /** Debits (positive) and credits (negative), step by step. */
    readonly postings: readonly Posting[];
    readonly documents: readonly Document[];
  }[];
  /** Entries whose outcome is known without asking the accounting system. */
  readonly settled: readonly ItemOutcome[];
}

/** Dry run: what the company's open jobs would book. Starts nothing and writes nothing, anywhere. */
export async function planCompany(
  ports: ReadingPorts,
  only: { readonly jobId?: string | undefined } = {},
): Promise<readonly PlannedJob[]> {
  const reader = guardReads(ports.adapter, ports);
  const jobs = await ports.source.jobs(ports.companyId, ['pending', 'in_progress']);
  const planned: PlannedJob[] = [];
  for (const job of jobs.filter(({ id }) => (only.jobId ?? id) === id)) {
    const { tenant } = await reader.checkReadiness();
    const referenceData = await validateAccountingSystem(job.id, { ...ports, reader });
    const bookItem = itemBooker(job, { ...ports, reader, referenceData });
    const [jobItems, fetched] = await Promise.all([
      retrieveJobItems(job, ports),
      fetchExportItems(job, bookItem, ports),
    ]);
    const { preparation } = await prepareJob({ tenant, jobItems, fetched, referenceData }, { ...ports, reader });
    planned.push({
      job,
      entries: preparation.entries.flatMap(({ accountingEntryId, documents }) => {
        const booked = fetched.get(accountingEntryId)?.booked;
        if (!booked || 'problems' in booked) return [];
        return {
          entry: booked.entry,
          postings: postingsInSteps(booked.entry),
          documents: documents.map(({ document }) => document),
        };
      }),
      settled: preparation.settled,
    });
  }
  return planned;
}

function postingsInSteps(entry: AccountingEntry): readonly Posting[] {
  return entry.payable ? [...invoicePostings(entry), ...paymentPostings(entry)] : postingsOf(entry);
}
