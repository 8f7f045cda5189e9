import {
  systemClock,
  type AuditRecord,
  type BookedInvoice,
  type Clock,
  type ExportJobStatus,
  type Intent,
  type EntryCarriedElsewhere,
  type JobCarriedElsewhere,
  type Lease,
  type LeaseAnswer,
  type LeaseHolder,
  type Recording,
  type StoredDocument,
  type StoredItem,
  type StoredJob,
} from '@ledgerferry/core';
import { describeOutcome, describeResult } from './audit-words.js';
import { AuditTrail, type AuditLine } from './audit-trail.js';
import { CarriedElsewhere } from './carried-elsewhere.js';
import { Database } from './database.js';
import { Documents } from './documents.js';
import { Items } from './items.js';
import { Jobs, type NewJob } from './jobs.js';
import { Leases } from './leases.js';
import { isProcessGone, type IsGone } from './process-identity.js';

/** How a state file is opened. */
export interface SqliteStateOptions {
  /** The state file, made where it is missing; `:memory:` for a state that ends with the process. */
  readonly path: string;
  /** Dates audit lines of calls that carry no time. Default: the machine's clock. */
  readonly clock?: Clock | undefined;
  /** Tells whether the holder of a lease is certainly gone. Default: asks the operating system. */
  readonly isGone?: IsGone | undefined;
  /** How long to wait for another program's write to the file, in milliseconds. Default: 5000. */
  readonly busyTimeoutMs?: number | undefined;
}

/**
 * The StateStore of core without promises: the same members, each done and on the disk when it returns. A simulation drives
 * it in one thread; programs use {@link createSqliteStateStore} or {@link createThreadedStateStore}.
 */
export class SqliteState {
  readonly path: string;
  readonly #clock: Clock;
  readonly #database: Database;
  readonly #leases: Leases;
  readonly #jobs: Jobs;
  readonly #items: Items;
  readonly #documents: Documents;
  readonly #elsewhere: CarriedElsewhere;
  readonly #audit: AuditTrail;

  constructor(options: SqliteStateOptions) {
    this.path = options.path;
    this.#clock = options.clock ?? systemClock;
    this.#database = new Database(options.path, options.busyTimeoutMs ?? 5000);
    this.#leases = new Leases(this.#database, options.isGone ?? isProcessGone);
    this.#jobs = new Jobs(this.#database);
    this.#items = new Items(this.#database);
    this.#documents = new Documents(this.#database);
    this.#elsewhere = new CarriedElsewhere(this.#database);
    this.#audit = new AuditTrail(this.#database);
  }

  /** Runs several calls in one commit. Throws only where none of it was kept. */
  inOneCommit<Result>(action: () => Result): Result {
    return this.#database.atomically(action);
  }

  /** True inside {@link inOneCommit}, unless SQLite itself had to give everything up. */
  get isInCommit(): boolean {
    return this.#database.isInTransaction;
  }

  acquireLease(request: {
    readonly companyId: string;
    readonly holder: LeaseHolder;
    readonly now: number;
    readonly durationMs: number;
  }): LeaseAnswer {
    return this.#database.atomically(() => {
      const { companyId, holder, now: at } = request;
      const answer = this.#leases.acquire(request);
      if (answer.granted) {
        const detail = `process ${holder.pid} on ${holder.host}, token ${answer.lease.token}`;
        this.#audit.append([aboutCompany({ at, companyId, event: 'lease-taken', detail })]);
      }
      return answer;
    });
  }

  renewLease(lease: Lease, expiresAt: number): Lease {
    return this.#write(lease, () => this.#leases.renew(lease, expiresAt));
  }

  releaseLease(lease: Lease): void {
    this.#write(lease, () => {
      const { companyId, token } = lease;
      this.#leases.release(lease);
      const detail = `token ${token}`;
      this.#audit.append([aboutCompany({ at: this.#clock.now(), companyId, event: 'lease-released', detail })]);
    });
  }

  openJob(lease: Lease, newJob: NewJob): StoredJob {
    return this.#write(lease, () => {
      const { job, isNew } = this.#jobs.open(lease.companyId, newJob);
      const detail = `found ${job.takenUpAs}, to be posted to ${job.tenant}`;
      if (isNew) this.#audit.append([aboutJob(job, { at: job.takenUpAt, event: 'job-taken-up', detail })]);
      return job;
    });
  }

  enlist(lease: Lease, jobId: string, accountingEntryIds: readonly string[]): void {
    this.#writeJob(lease, jobId, (job) => {
      const count = this.#items.enlist(jobId, accountingEntryIds);
      const line = { at: this.#clock.now(), event: 'items-enlisted', detail: `${count} items` };
      if (count > 0) this.#audit.append([aboutJob(job, line)]);
    });
  }

  intend(lease: Lease, intent: Intent): void {
    this.#writeJob(lease, intent.jobId, (job) => {
      this.#documents.intend(job, intent);
      this.#audit.append(
        intent.documents.filter(isIntended).map(({ accountingEntryId, key, recordType, reference, generation }) => {
          const again = generation > 0 ? `, generation ${generation}` : '';
          const detail = `${key} as ${recordType}, reference ${reference}${again}, call ${intent.callId}`;
          return aboutEntry(job, accountingEntryId, { at: intent.at, event: 'document-intended', detail });
        }),
      );
    });
  }

  record(lease: Lease, recording: Recording): void {
    this.#writeJob(lease, recording.jobId, (job) => {
      const { at, source, documents, outcomes } = recording;
      this.#documents.conclude(job, recording);
      if (source === 'person') this.#elsewhere.forget(job.companyId, documents);
      const settled = this.#items.settle(recording.jobId, outcomes);
      this.#audit.append([
        ...documents.map((result) => {
          const line = { at, event: `document-${result.state}`, detail: `${describeResult(result)} (${source})` };
          return aboutEntry(job, result.accountingEntryId, line);
        }),
        ...outcomes
          .filter((outcome) => settled.has(outcome.accountingEntryId))
          .map((outcome) => {
            const line = { at, event: 'item-settled', detail: `${describeOutcome(outcome)} (${source})` };
            return aboutEntry(job, outcome.accountingEntryId, line);
          }),
      ]);
    });
  }

  markReported(lease: Lease, jobId: string, accountingEntryIds: readonly string[], at: number): void {
    this.#writeJob(lease, jobId, (job) => {
      const reported = this.#items.markReported(jobId, accountingEntryIds);
      const line = { at, event: 'item-reported', detail: 'Pleo has the outcome' };
      this.#audit.append([...reported].map((accountingEntryId) => aboutEntry(job, accountingEntryId, line)));
    });
  }

  finishJob(lease: Lease, jobId: string, finalStatus: ExportJobStatus, at: number): void {
    this.#writeJob(lease, jobId, (job) => {
      const isFinished = this.#jobs.finish(jobId, finalStatus, at);
      if (isFinished) this.#audit.append([aboutJob(job, { at, event: 'job-finished', detail: finalStatus })]);
    });
  }

  noteCarriedElsewhere(lease: Lease, jobs: readonly JobCarriedElsewhere[], at: number): void {
    this.#write(lease, () => {
      for (const job of jobs) {
        this.#elsewhere.note(lease.companyId, job);
        const detail = `${job.entries.length} entries may be in the ledger`;
        const about = { companyId: lease.companyId, jobId: job.jobId, accountingEntryId: null };
        this.#audit.append([{ ...about, at, event: 'job-carried-elsewhere', detail }]);
      }
    });
  }

  jobsCarriedElsewhere(companyId: string): readonly string[] {
    return this.#elsewhere.jobIds(companyId);
  }

  entriesCarriedElsewhere(companyId: string, accountingEntryIds: readonly string[]): readonly EntryCarriedElsewhere[] {
    return this.#elsewhere.entries(companyId, accountingEntryIds);
  }

  jobs(companyId: string): readonly StoredJob[] {
    return this.#jobs.ofCompany(companyId);
  }

  items(jobId: string): readonly StoredItem[] {
    return this.#items.ofJob(jobId);
  }

  documents(companyId: string, accountingEntryIds: readonly string[], tenant?: string): readonly StoredDocument[] {
    return this.#documents.ofEntries(companyId, accountingEntryIds, tenant);
  }

  documentsInDoubt(jobId: string): readonly StoredDocument[] {
    return this.#documents.inDoubt(jobId);
  }

  prerequisites(companyId: string, tenant?: string): readonly StoredDocument[] {
    return this.#documents.prerequisites(companyId, tenant);
  }

  bookedInvoices(
    companyId: string,
    wanted: { readonly reconciliationIds: readonly string[]; readonly invoiceNumbers: readonly string[] },
    tenant?: string,
  ): readonly BookedInvoice[] {
    return this.#documents.bookedInvoices(companyId, wanted, tenant);
  }

  auditTrail(of: {
    readonly companyId: string;
    readonly jobId?: string;
    readonly accountingEntryId?: string;
  }): readonly AuditRecord[] {
    return this.#audit.read(of);
  }

  close(): void {
    this.#database.close();
  }

  #write<Result>(lease: Lease, action: () => Result): Result {
    return this.#database.atomically(() => {
      this.#leases.demand(lease);
      return action();
    });
  }

  #writeJob(lease: Lease, jobId: string, action: (job: StoredJob) => void): void {
    this.#write(lease, () => action(this.#jobs.demand(lease.companyId, jobId)));
  }
}

/** What is only planned has not happened. */
function isIntended({ state }: Intent['documents'][number]): boolean {
  return state === 'intended';
}

type Event = Pick<AuditLine, 'at' | 'event' | 'detail'>;

function aboutCompany(line: Event & Pick<AuditLine, 'companyId'>): AuditLine {
  return { jobId: null, accountingEntryId: null, ...line };
}

function aboutJob(job: StoredJob, event: Event): AuditLine {
  return aboutEntry(job, null, event);
}

function aboutEntry(job: StoredJob, accountingEntryId: string | null, event: Event): AuditLine {
  return { companyId: job.companyId, jobId: job.jobId, accountingEntryId, ...event };
}
