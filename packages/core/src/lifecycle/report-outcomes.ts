import { IntegrationError } from '../errors/integration-error.js';
import type { ExportJob } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ItemUpdate, UpdateResult } from '../ports/item-source.js';
import type { ExportPorts } from './export-ports.js';
import type { LeaseKeeper } from './keep-lease.js';

/** An outcome waits at most this long before Pleo hears of it. */
const REPORT_WITHIN_MS = 5_000;

/** Tells Pleo the outcomes as they become known, in the background. */
export interface OutcomeReporter {
  /** Takes outcomes that are durable in the store. */
  add(outcomes: readonly ItemOutcome[]): void;
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
  readonly ports: Pick<ExportPorts, 'source' | 'store' | 'clock' | 'logger' | 'onProgress'>;
}

/**
 * Reports when a full update is ready or the oldest outcome has waited some seconds; keeps the job from expiring by putting
 * the last outcome again after each third of `expiresIn` without an update.
 *
 * Source: Pleo, Update Export Items: at most 100 a call; a job expires `expiresIn` seconds after its last action.
 */
export function reportOutcomes(dependencies: ReporterDependencies): OutcomeReporter {
  return new BackgroundReporter(dependencies);
}

class BackgroundReporter implements OutcomeReporter {
  readonly #job: ExportJob;
  readonly #lease: LeaseKeeper;
  readonly #ports: ReporterDependencies['ports'];
  readonly #stop = new AbortController();
  readonly #background: Promise<void>;
  readonly #waiting: ItemUpdate[] = [];
  #sending: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  #lastUpdate: ItemUpdate | undefined;
  #lastUpdateAt: number;
  #reported = 0;
  #undecided: UpdateResult | undefined;

  constructor({ job, lease, ports }: ReporterDependencies) {
    this.#job = job;
    this.#lease = lease;
    this.#ports = ports;
    this.#lastUpdateAt = job.lastUpdatedAt === null ? ports.clock.now() : Date.parse(job.lastUpdatedAt);
    this.#background = this.#reportNowAndThen();
  }

  add(outcomes: readonly ItemOutcome[]): void {
    const exportedAt = new Date(this.#ports.clock.now()).toISOString();
    this.#waiting.push(...outcomes.flatMap((outcome) => toItemUpdate(outcome, exportedAt) ?? []));
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
    const keepAliveMs = (this.#job.expiresIn * 1_000) / 3;
    const { clock } = this.#ports;
    for (;;) {
      await clock.sleep(Math.min(REPORT_WITHIN_MS, keepAliveMs), this.#stop.signal);
      if (this.#stop.signal.aborted || this.#failure) return;
      const isQuiet = this.#waiting.length === 0 && clock.now() - this.#lastUpdateAt >= keepAliveMs;
      if (isQuiet && this.#lastUpdate) this.#waiting.push(this.#lastUpdate);
      await this.#send(1);
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
    const results = await source.report(this.#job.id, updates);
    this.#lastUpdate = updates.at(-1);
    this.#lastUpdateAt = clock.now();
    const settled = results.filter((result) => result.status !== 'undecided').map((result) => result.accountingEntryId);
    this.#undecided ??= results.find((result) => result.status === 'undecided');
    for (const { accountingEntryId, message } of results.filter((result) => result.status === 'refused')) {
      this.#ports.logger.warn(
        { jobId: this.#job.id, accountingEntryId, message },
        'Pleo keeps its own status of an entry',
      );
    }
    await store.markReported(this.#lease.current, this.#job.id, settled, clock.now());
    this.#reported += settled.length;
    onProgress({ jobId: this.#job.id, step: 'update', done: this.#reported, total: this.#job.numberOfItems });
  }
}

/** The update that tells Pleo of an outcome; none where the item has no final status yet. */
function toItemUpdate(outcome: ItemOutcome, exportedAt: string): ItemUpdate | undefined {
  const { accountingEntryId } = outcome;
  switch (outcome.status) {
    case 'exported': {
      const { externalId, externalUrl } = outcome;
      return {
        accountingEntryId,
        status: 'successful',
        externalId,
        externalUrl,
        exportedAt,
      };
    }
    case 'failed': {
      const { problem, externalId } = outcome;
      return {
        accountingEntryId,
        status: 'failed',
        failureReason: problem.message,
        failureReasonType: problem.reason,
        externalId,
      };
    }
    case 'parked':
      return {
        accountingEntryId,
        status: 'failed',
        failureReason: outcome.evidence,
        failureReasonType: 'unexpected_failure',
        externalId: null,
      };
    case 'not-attempted':
      return undefined;
  }
}

/** A job may only end when Pleo has every outcome, so an update that Pleo does not decide on leaves it unfinished. */
function undecided(jobId: string, { accountingEntryId, message }: UpdateResult): IntegrationError {
  return new IntegrationError(
    'transient',
    'PLEO_UPDATE_UNDECIDED',
    `Pleo did not store the outcome of entry ${accountingEntryId} in Export Job ${jobId}: ${message ?? 'no reason given'}. Run again; if it stays, ask Pleo.`,
  );
}
