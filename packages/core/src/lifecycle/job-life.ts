import type { ExportJob } from '../model/export-job.js';

/**
 * How long Pleo will keep a job open, on our own clock. Pleo counts `expiresIn` from `lastUpdatedAt`; whether an update of items moves
 * that is nowhere documented, so it is believed only once the job itself has shown it.
 */
export class JobLife {
  readonly #thirdMs: number;
  readonly #beganAt: number;
  #lastUpdatedAt: string | null;
  /** The last sign of life that Pleo is known to count from. */
  #aliveAt: number;
  #updatedAt: number;
  #seenAt: number;

  /** `isResumed`: true where the job's last sign of life is older than this run. */
  constructor({ expiresIn, lastUpdatedAt }: ExportJob, { now, isResumed }: { now: number; isResumed: boolean }) {
    this.#thirdMs = (expiresIn * 1_000) / 3;
    this.#beganAt = now;
    this.#lastUpdatedAt = lastUpdatedAt;
    this.#aliveAt = isResumed && lastUpdatedAt !== null ? Math.min(Date.parse(lastUpdatedAt), now) : now;
    this.#updatedAt = this.#aliveAt;
    this.#seenAt = now;
  }

  /** A third of the time that Pleo gives a job between two actions, in milliseconds. */
  get thirdMs(): number {
    return this.#thirdMs;
  }

  noteUpdate(now: number): void {
    this.#updatedAt = now;
  }

  /** Takes the job as Pleo shows it now. */
  see({ lastUpdatedAt }: ExportJob, now: number): void {
    if (lastUpdatedAt !== this.#lastUpdatedAt) this.#aliveAt = this.#updatedAt;
    this.#lastUpdatedAt = lastUpdatedAt;
    this.#seenAt = now;
  }

  /** True once nothing has been put for a third of the time. */
  isQuiet(now: number): boolean {
    return now - this.#updatedAt >= this.#thirdMs;
  }

  /** True once the job has not been looked at for a third of the time, or where an update should have saved it since. */
  isLookDue(now: number): boolean {
    return now - this.#seenAt >= this.#thirdMs || (this.#isLate(now) && this.#updatedAt > this.#seenAt);
  }

  /** True once two thirds of the time are gone without a sign of life that Pleo counts. A run that begins late gets a moment to give one. */
  isRunningOut(now: number): boolean {
    return this.#isLate(now) && now - this.#beganAt >= this.#thirdMs / 20;
  }

  #isLate(now: number): boolean {
    return now - this.#aliveAt >= 2 * this.#thirdMs;
  }
}
