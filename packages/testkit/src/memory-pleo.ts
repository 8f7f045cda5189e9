import {
  CALL_NOT_BEGUN,
  IntegrationError,
  type Clock,
  type ExportItem,
  type ExportJob,
  type ExportJobItem,
  type FinalEvent,
  type ItemSource,
  type ItemUpdate,
  type MayBegin,
  type Page,
} from '@ledgerferry/core';

/** What is put into a {@link MemoryPleo}. */
export interface MemoryExportJob {
  readonly id: string;
  readonly companyId: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly items: readonly ExportItem[];
}

/** A job as Pleo's books have it. */
export interface MemoryJobBook {
  readonly status: ExportJob['status'];
  readonly items: readonly ExportJobItem[];
  /** Every event the exporter sent, in order. */
  readonly events: readonly ('started' | FinalEvent['event'])[];
  /** How often an item was put after it had a final status, with another outcome. */
  readonly contradictions: number;
}

interface JobState {
  readonly job: MemoryExportJob;
  status: ExportJob['status'];
  startedAt: string | null;
  lastUpdatedAt: number;
  contradictions: number;
  readonly events: ('started' | FinalEvent['event'])[];
  readonly items: Map<string, ExportJobItem>;
}

const EXPIRES_IN_SECONDS = 3_600;
const LARGEST_UPDATE = 100;
const PAGE_SIZE = 5;
const RECEIPT = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

/** Pleo in memory: strict about transitions, and with books that a judge can read. It outlives every exporter. */
export class MemoryPleo {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #jobs = new Map<string, JobState>();

  constructor({ clock }: { readonly clock: Pick<Clock, 'now'> }) {
    this.#clock = clock;
  }

  addJob(job: MemoryExportJob): void {
    const items = job.items.map(
      ({ accountingEntryId }) => [accountingEntryId, pendingItem(job.id, accountingEntryId)] as const,
    );
    this.#jobs.set(job.id, {
      job,
      status: 'pending',
      startedAt: null,
      lastUpdatedAt: this.#clock.now(),
      contradictions: 0,
      events: [],
      items: new Map(items),
    });
  }

  book(jobId: string): MemoryJobBook {
    const { status, items, events, contradictions } = this.#state(jobId);
    return { status, items: [...items.values()], events, contradictions };
  }

  /** What a user does in Pleo: ends the job before it is done. */
  cancel(jobId: string): void {
    this.#state(jobId).status = 'failed';
  }

  /** The same, to every job that is being worked on. */
  cancelOpenJobs(): void {
    for (const { job, status } of this.#jobs.values()) if (status === 'in_progress') this.cancel(job.id);
  }

  /** Every job in the order it was added. */
  books(): readonly MemoryJobBook[] {
    return [...this.#jobs.keys()].map((jobId) => this.book(jobId));
  }

  /** The source an exporter reads from. */
  source(): ItemSource {
    return {
      maximumUpdates: LARGEST_UPDATE,
      jobs: async (companyId, statuses) =>
        [...this.#jobs.keys()]
          .map((jobId) => this.#show(this.#state(jobId)))
          .filter((job) => job.companyId === companyId && (statuses.length === 0 || statuses.includes(job.status)))
          .toSorted((left, right) => Date.parse(left.createdAt) - Date.parse(right.createdAt)),
      job: async (jobId) => this.#show(this.#state(jobId)),
      start: async (jobId, mayBegin) => {
        demandMayBegin(mayBegin);
        return this.#start(jobId);
      },
      jobItems: (jobId) => pages([...this.#state(jobId).items.values()]),
      exportItems: (jobId) => pages(this.#demandOpen(jobId).job.items.toReversed()),
      report: async (jobId, updates, mayBegin) => {
        demandMayBegin(mayBegin);
        return this.#report(jobId, updates);
      },
      complete: async (jobId, event, mayBegin) => {
        demandMayBegin(mayBegin);
        return this.#complete(jobId, event);
      },
      openFile: async () => ({ bytes: RECEIPT, contentType: 'application/pdf' }),
    };
  }

  #start(jobId: string): ExportJob {
    const state = this.#state(jobId);
    if (state.status === 'in_progress') return this.#show(state);
    if (state.status !== 'pending') throw jobIsOver(jobId);
    state.status = 'in_progress';
    state.startedAt = new Date(this.#clock.now()).toISOString();
    state.events.push('started');
    return this.#show(this.#touch(state));
  }

  #report(jobId: string, updates: readonly ItemUpdate[]): Awaited<ReturnType<ItemSource['report']>> {
    const state = this.#demandOpen(jobId);
    if (updates.length > LARGEST_UPDATE) throw new RangeError(`${updates.length} updates in one call`);
    this.#touch(state);
    return updates.map((update) => {
      const known = state.items.get(update.accountingEntryId);
      if (!known) return { accountingEntryId: update.accountingEntryId, status: 'refused', message: 'no such entry' };
      if (known.status !== 'pending' && known.status !== update.status) state.contradictions += 1;
      state.items.set(update.accountingEntryId, applyUpdate(known, update));
      return { accountingEntryId: update.accountingEntryId, status: 'stored', message: null };
    });
  }

  #complete(jobId: string, { event }: FinalEvent): ExportJob {
    const state = this.#state(jobId);
    if (state.status === event) return this.#show(state);
    this.#demandOpen(jobId);
    state.events.push(event);
    state.status = event;
    return this.#show(this.#touch(state));
  }

  #touch(state: JobState): JobState {
    state.lastUpdatedAt = this.#clock.now();
    return state;
  }

  #demandOpen(jobId: string): JobState {
    const state = this.#state(jobId);
    if (state.status !== 'in_progress' && state.status !== 'pending') throw jobIsOver(jobId);
    return state;
  }

  #state(jobId: string): JobState {
    const state = this.#jobs.get(jobId);
    if (!state) throw new IntegrationError('misconfigured', 'PLEO_JOB_NOT_FOUND', `There is no Export Job ${jobId}.`);
    const isOpen = state.status === 'pending' || state.status === 'in_progress';
    if (isOpen && this.#clock.now() - state.lastUpdatedAt > EXPIRES_IN_SECONDS * 1_000) state.status = 'failed';
    return state;
  }

  #show({ job, status, startedAt, lastUpdatedAt, items }: JobState): ExportJob {
    return {
      id: job.id,
      companyId: job.companyId,
      status,
      createdAt: job.createdAt,
      numberOfItems: items.size,
      vendorBasedBookkeeping: true,
      expiresIn: EXPIRES_IN_SECONDS,
      startedAt,
      lastUpdatedAt: new Date(lastUpdatedAt).toISOString(),
      failureReason: null,
      failureReasonType: null,
    };
  }
}

function pendingItem(exportJobId: string, accountingEntryId: string): ExportJobItem {
  const nothing = { externalId: null, externalUrl: null, failureReason: null, failureReasonType: null };
  return { exportJobId, accountingEntryId, status: 'pending', ...nothing };
}

function applyUpdate(known: ExportJobItem, update: ItemUpdate): ExportJobItem {
  if (update.status === 'successful') {
    return { ...known, status: 'successful', externalId: update.externalId, externalUrl: update.externalUrl };
  }
  const { externalId, failureReason, failureReasonType } = update;
  return { ...known, status: 'failed', externalId, failureReason, failureReasonType };
}

async function* pages<Row>(rows: readonly Row[]): AsyncGenerator<Page<Row>> {
  for (let start = 0; start < rows.length; start += PAGE_SIZE) {
    yield { rows: rows.slice(start, start + PAGE_SIZE), total: rows.length };
  }
}

function jobIsOver(jobId: string): IntegrationError {
  return new IntegrationError('connection-lost', 'PLEO_JOB_IS_OVER', `Export Job ${jobId} is over.`);
}

function demandMayBegin(mayBegin: MayBegin = () => true): void {
  if (!mayBegin()) throw new IntegrationError('transient', CALL_NOT_BEGUN, 'Pleo was told nothing: it is too late.');
}
