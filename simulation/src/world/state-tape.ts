import type { LeaseHolder, StateStore } from '@ledgerferry/core';
import { createSqliteStateStore, type SqliteStateOptions } from '@ledgerferry/state-sql';

interface StateTapeOptions extends Pick<SqliteStateOptions, 'clock'> {
  /** True where the process that holds a lease is certainly dead. */
  readonly isGone: (holder: LeaseHolder) => boolean;
}

interface Commit {
  readonly method: string;
  readonly parameters: readonly unknown[];
}

/** What only reads. Everything else on the port is a commit. */
const READS: ReadonlySet<string> = new Set([
  'jobs',
  'jobsCarriedElsewhere',
  'entriesCarriedElsewhere',
  'items',
  'documents',
  'documentsInDoubt',
  'prerequisites',
  'bookedInvoices',
  'auditTrail',
]);

/** True where a method of the store writes. */
export function isCommit(method: string): boolean {
  return !READS.has(method);
}

/**
 * The real store on a database in memory, and a tape of every commit: winding it back gives the state as it was after the first
 * `n` commits, as a power cut, an older copy or a deleted file would leave it.
 */
export class StateTape {
  readonly #options: StateTapeOptions;
  #state: StateStore;
  #commits: Commit[] = [];

  constructor(options: StateTapeOptions) {
    this.#options = options;
    this.#state = this.#open();
  }

  /** How many commits the state holds. */
  get commits(): number {
    return this.#commits.length;
  }

  /** One call of the port. */
  async call(method: string, parameters: readonly unknown[]): Promise<unknown> {
    const operation: unknown = Reflect.get(this.#state, method);
    if (typeof operation !== 'function') throw new Error(`The store has no ${method}.`);
    const answer: unknown = await operation(...parameters);
    if (isCommit(method) && !isRefusedLease(answer)) this.#commits.push({ method, parameters });
    return answer;
  }

  /** Forgets all but the first commits. */
  async windBackTo(commits: number): Promise<void> {
    const kept = this.#commits.slice(0, Math.max(commits, 0));
    await this.close();
    this.#state = this.#open();
    this.#commits = [];
    for (const { method, parameters } of kept) await this.call(method, parameters);
  }

  close(): Promise<void> {
    return this.#state.close();
  }

  #open(): StateStore {
    return createSqliteStateStore({ path: ':memory:', ...this.#options });
  }
}

function isRefusedLease(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'granted' in answer && answer.granted === false;
}
