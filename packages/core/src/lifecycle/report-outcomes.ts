import { IntegrationError } from '../errors/integration-error.js';
import { isOver, type ExportJob } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ItemUpdate, UpdateResult } from '../ports/item-source.js';
import type { GuardedPorts } from './export-ports.js';
import { itemUpdateOf } from './item-update-of.js';
import { JobLife } from './job-life.js';
import { PLEO_ANSWERS_WITHIN_MS, type LeaseKeeper } from './keep-lease.js';

/** An outcome waits at most this long before Pleo hears of it. */
const REPORT_WITHIN_MS = 5_000;

/** Tells Pleo the outcomes as they become known, in the background. */
export interface OutcomeReporter {
  /** The job as Pleo last showed it. */
  readonly job: ExportJob;
  /** Takes the job as Pleo shows it after its start: from now on it is kept alive. */
  begin(job: ExportJob): void;
  /** Takes outcomes that are durable in the store. */
  add(outcomes: readonly ItemOutcome[]): void;
  /** Takes an outcome that Pleo has already: it can be put again to keep the job alive. */
  remember(outcome: ItemOutcome): void;
  /** True once Pleo would end the job before long, because nothing that can be put counts as a sign of life. */
  readonly isTimeRunningOut: boolean;
  /** What Pleo said to the outcomes that it refused for good, by entry id. */
  readonly refusals: ReadonlyMap<string, string>;
  /** @throws what stopped the reporting, such as a job that is over. Asked before each call that posts. */
  demandOpen(): void;
  /** Reports what is left, and resolves once Pleo has every outcome. */
  finish(): Promise<void>;
  /** Stops the background work and reports nothing more. */
  abandon(): Promise<void>;
}

interface ReporterDependencies {
  readonly job: ExportJob;
  readonly lease: LeaseKeeper;
  readonly ports: Pick<GuardedPorts, 'source' | 'store' | 'clock' | 'logger' | 'onProgress'>;
}

/**
 * Reports when a full update is ready or the oldest outcome has waited some seconds; keeps the job from expiring by putting
 * the last outcome again after each third of `expiresIn` without an update, and looks then whether that helped.
 *
 * Source: Pleo, Update Export Items: at most 100 a call; a job expires `expiresIn` seconds after its last action.
 */
export function reportOutcomes(dependencies: ReporterDependencies): OutcomeReporter {
  return new BackgroundReporter(dependencies);
}

class BackgroundReporter implements OutcomeReporter {
  readonly refusals = new Map<string, string>();
  readonly #lease: LeaseKeeper;
  readonly #ports: ReporterDependencies['ports'];
  readonly #stop = new AbortController();
  readonly #background: Promise<void>;
  readonly #waiting: ItemUpdate[] = [];
  #sending: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  #lastUpdate: ItemUpdate | undefined;
  #job: ExportJob;
  #life: JobLife | undefined;
  #reported = 0;
  #undecided: UpdateResult | undefined;

  constructor({ job, lease, ports }: ReporterDependencies) {
    this.#job = job;
    this.#lease = lease;
    this.#ports = ports;
    this.#background = this.#reportNowAndThen();
  }

  get job(): ExportJob {
    return this.#job;
  }

  get isTimeRunningOut(): boolean {
    return this.#life?.isRunningOut(this.#ports.clock.now()) ?? false;
  }

  begin(job: ExportJob): void {
    const isResumed = this.#job.status === 'in_progress';
    this.#life = new JobLife(job, { now: this.#ports.clock.now(), isResumed });
    this.#job = job;
  }

  remember(outcome: ItemOutcome): void {
    this.#lastUpdate ??= itemUpdateOf(outcome, this.#now());
  }

  add(outcomes: readonly ItemOutcome[]): void {
    this.#waiting.push(...outcomes.flatMap((outcome) => itemUpdateOf(outcome, this.#now()) ?? []));
    const { maximumUpdates } = this.#ports.source;
    if (this.#waiting.length >= maximumUpdates) void this.#send(maximumUpdates);
  }

  demandOpen(): void {
    if (this.#failure) throw this.#failure.error;
  }

  async finish(): Promise<void> {
    this.#stop.abort();
    await this.#background;
    await this.#send(1);
    this.demandOpen();
    if (this.#undecided) throw undecided(this.#job.id, this.#undecided);
  }

  async abandon(): Promise<void> {
    this.#stop.abort();
    this.#failure ??= {
      error: new IntegrationError('transient', 'JOB_STOPPED', `Export Job ${this.#job.id} was stopped.`),
    };
    await this.#background;
    await this.#sending;
  }

  async #reportNowAndThen(): Promise<void> {
    const { clock } = this.#ports;
    for (;;) {
      await clock.sleep(Math.min(REPORT_WITHIN_MS, this.#life?.thirdMs ?? REPORT_WITHIN_MS), this.#stop.signal);
      if (this.#stop.signal.aborted || this.#failure) return;
      const isQuiet = this.#waiting.length === 0 && this.#life?.isQuiet(clock.now());
      if (isQuiet && this.#lastUpdate) this.#waiting.push(this.#lastUpdate);
      await this.#send(1);
      if (this.#life?.isLookDue(clock.now())) await this.#look(this.#life);
    }
  }

  /** Sees whether the job is still open, and what Pleo counts from. What cannot be seen now is looked for again soon. */
  async #look(life: JobLife): Promise<void> {
    const { source, clock, logger } = this.#ports;
    try {
      const job = await source.job(this.#job.id);
      if (isOver(job)) this.#failure ??= { error: jobIsOver(job) };
      life.see(job, clock.now());
      this.#job = job;
    } catch (error) {
      logger.warn({ jobId: this.#job.id, err: error }, 'job could not be looked at');
    }
  }

  /** Sends updates one after the other while at least `least` are waiting. What goes wrong is kept for those who ask. */
  #send(least: number): Promise<void> {
    const before = this.#sending;
    this.#sending = (async () => {
      await before;
      try {
        while (!this.#failure && this.#waiting.length > 0 && this.#waiting.length >= least) {
          await this.#put(this.#waiting.splice(0, this.#ports.source.maximumUpdates));
        }
      } catch (error) {
        this.#failure ??= { error };
        this.#ports.logger.warn({ jobId: this.#job.id }, 'reporting to Pleo stopped');
      }
    })();
    return this.#sending;
  }

  async #put(updates: readonly ItemUpdate[]): Promise<void> {
    const { source, store, clock, onProgress } = this.#ports;
    await this.#lease.outlive(PLEO_ANSWERS_WITHIN_MS);
    const results = await source.report(this.#job.id, updates, this.#lease.mayTellPleo);
    this.#life?.noteUpdate(clock.now());
    const stored = new Set(
      results.filter(({ status }) => status === 'stored').map((result) => result.accountingEntryId),
    );
    this.#lastUpdate = updates.findLast(({ accountingEntryId }) => stored.has(accountingEntryId)) ?? this.#lastUpdate;
    const settled = results.filter((result) => result.status !== 'undecided').map((result) => result.accountingEntryId);
    this.#undecided ??= results.find((result) => result.status === 'undecided');
    for (const { accountingEntryId, message } of results.filter((result) => result.status === 'refused')) {
      this.refusals.set(accountingEntryId, message ?? 'no reason given');
      this.#ports.logger.warn(
        { jobId: this.#job.id, accountingEntryId, message },
        'Pleo does not take the outcome of an entry',
      );
    }
    await store.markReported(this.#lease.current, this.#job.id, settled, clock.now());
    this.#reported += settled.length;
    onProgress({ jobId: this.#job.id, step: 'update', done: this.#reported, total: this.#job.numberOfItems });
  }

  #now(): string {
    return new Date(this.#ports.clock.now()).toISOString();
  }
}

/** Pleo ended the job, and nobody has told us yet. */
function jobIsOver({ id, status }: ExportJob): IntegrationError {
  return new IntegrationError(
    'connection-lost',
    'PLEO_JOB_IS_OVER',
    `Export Job ${id} is over: Pleo has it as ${status}. What is not exported comes with the next job.`,
  );
}

/** A job may only end when Pleo has every outcome, so an update that Pleo does not decide on leaves it unfinished. */
function undecided(jobId: string, { accountingEntryId, message }: UpdateResult): IntegrationError {
  return new IntegrationError(
    'transient',
    'PLEO_UPDATE_UNDECIDED',
    `Pleo did not store the outcome of entry ${accountingEntryId} in Export Job ${jobId}: ${message ?? 'no reason given'}. Run again; if it stays, ask Pleo.`,
  );
}
