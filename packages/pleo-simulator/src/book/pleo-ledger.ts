import { randomUUID } from 'node:crypto';
import { Refusal } from '../http/refusal.js';
import type { GeneratedExportJob } from '../model/generated-export-job.js';
import type { CreateExportJob } from '../request-schemas.js';
import { ExportItemRow, type SignFileUrl } from './export-item-row.js';
import { ExportJob } from './export-job.js';
import { isFinishedJob } from '../model/statuses.js';

/** What the ledger needs from outside. */
export interface PleoLedgerDependencies {
  now: () => Date;
  signFileUrl: SignFileUrl;
  expiresInSeconds: number;
}

type JobHead = Omit<GeneratedExportJob, 'exportItems' | 'receipts' | 'planted'>;

/** All jobs and accounting entries that the simulated Pleo knows. */
export class PleoLedger {
  readonly #dependencies: PleoLedgerDependencies;
  readonly #jobs = new Map<string, ExportJob>();
  readonly #entries = new Map<string, { companyId: string; row: ExportItemRow | undefined }>();

  constructor(dependencies: PleoLedgerDependencies) {
    this.#dependencies = dependencies;
  }

  /** Adds a job as if a user had clicked Export. Its hour begins now, whatever its `createdAt` says. */
  add(job: GeneratedExportJob): void {
    if (this.#jobs.has(job.id.toLowerCase())) throw new Error(`Export job ${job.id} was added already.`);
    const rows = job.exportItems.map(
      (item, ordinal) => new ExportItemRow(item, ordinal, this.#dependencies.signFileUrl),
    );
    for (const id of job.accountingEntryIds) this.#rememberEntry(id, job.companyId, undefined);
    for (const row of rows) this.#rememberEntry(row.accountingEntryId, job.companyId, row);
    this.#open(job, rows);
  }

  /** Creates a job out of entries that earlier jobs brought; 409 while the company has an unfinished one. */
  create(request: CreateExportJob): ExportJob {
    const companyId = request.companyId.toLowerCase();
    const unfinished = this.jobs().find((job) => job.companyId === companyId && !isFinishedJob(job.status));
    if (unfinished) {
      throw new Refusal({
        status: 409,
        type: 'EXPORT_ALREADY_IN_PROGRESS',
        message: `Export job ${unfinished.id} of this company is ${unfinished.status}.`,
      });
    }
    const ids = [...new Set(request.accountingEntryIds.map((id) => id.toLowerCase()))];
    const head: JobHead = {
      id: randomUUID(),
      companyId,
      createdAt: this.#dependencies.now().toISOString(),
      createdBy: request.employeeId ?? null,
      isInteractive: request.isInteractive ?? true,
      vendorBasedBookkeeping: request.options?.vendorBasedBookkeeping ?? false,
      accountingEntryIds: ids,
    };
    return this.#open(head, this.#copyRows(ids, companyId, head.vendorBasedBookkeeping));
  }

  /** Every job, newest first, each settled by the clock. */
  jobs(): readonly ExportJob[] {
    const now = this.#dependencies.now();
    const jobs = [...this.#jobs.values()].sort((left, right) => left.ordinal - right.ordinal);
    for (const job of jobs) job.settle(now);
    return jobs;
  }

  /** The job with this id, settled by the clock; 404 when there is none. */
  job(jobId: string): ExportJob {
    const job = this.#jobs.get(jobId.toLowerCase());
    if (!job) throw new Refusal({ status: 404, type: 'EXPORT_NOT_FOUND', message: `Export job ${jobId} not found.` });
    job.settle(this.#dependencies.now());
    return job;
  }

  knowsEntry(accountingEntryId: string): boolean {
    return this.#entries.has(accountingEntryId.toLowerCase());
  }

  /** Wallet currencies of some entries of a company, each once. */
  walletCurrencies(accountingEntryIds: readonly string[]): readonly string[] {
    const currencies = accountingEntryIds.map((id) => this.#entries.get(id.toLowerCase())?.row?.walletCurrency);
    return [...new Set(currencies.filter((currency) => currency !== undefined))];
  }

  // Newer jobs get smaller ordinals, so that the listing begins with the newest and a client must sort.
  #open(head: JobHead, exportItems: readonly ExportItemRow[]): ExportJob {
    const { now, expiresInSeconds } = this.#dependencies;
    const job = new ExportJob({
      ...head,
      id: head.id.toLowerCase(),
      companyId: head.companyId.toLowerCase(),
      exportItems,
      ordinal: -this.#jobs.size,
      expiresInSeconds,
      addedAt: now(),
    });
    this.#jobs.set(job.id, job);
    return job;
  }

  #rememberEntry(id: string, companyId: string, row: ExportItemRow | undefined): void {
    const known = this.#entries.get(id.toLowerCase());
    this.#entries.set(id.toLowerCase(), { companyId: companyId.toLowerCase(), row: row ?? known?.row });
  }

  #copyRows(ids: readonly string[], companyId: string, withVendors: boolean): ExportItemRow[] {
    const entries = ids.map((id) => this.#entryOf(id, companyId));
    const rows = entries.flatMap((entry) => (entry.row ? [entry.row] : []));
    return rows.map((row, ordinal) => {
      const item = row.toExportItem();
      if (!withVendors) {
        item.vendor = null;
        item.bookkeeping = null;
      }
      return new ExportItemRow(item, ordinal, this.#dependencies.signFileUrl);
    });
  }

  #entryOf(id: string, companyId: string): { row: ExportItemRow | undefined } {
    const entry = this.#entries.get(id);
    if (entry?.companyId === companyId) return entry;
    throw new Refusal({ status: 400, type: 'BAD_REQUEST', message: `Accounting entry ${id} is not of this company.` });
  }
}
