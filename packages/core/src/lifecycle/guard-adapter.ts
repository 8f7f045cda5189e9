import type { Clock } from '../clock.js';
import { IntegrationError } from '../errors/integration-error.js';
import type { Logger } from '../logger.js';
import type {
  AccountingAdapter,
  AttachCall,
  PostCall,
  PostOutcome,
  ReferenceData,
} from '../ports/accounting-adapter.js';
import { clearNotApplied, type Clearance } from './clearance.js';
import { ACCOUNTING_SYSTEM_RETRIES, asksForTooLong, delayBeforeNext } from './retry-policy.js';

/** What is known of a write after an attempt. One that is in doubt cannot be sent again, unless one of the reasons in clearance.ts is given. */
export type WriteAnswer<Result> =
  | { readonly status: 'answered'; readonly result: Result }
  | { readonly status: 'not-applied'; readonly error: IntegrationError; readonly again: Clearance }
  | { readonly status: 'in-doubt'; readonly error: IntegrationError };

/** The reading half of an adapter: safe to repeat, and all that a dry run is given. */
export type LedgerReader = Pick<
  AccountingAdapter,
  'capabilities' | 'checkReadiness' | 'loadReferenceData' | 'rules' | 'plan' | 'find' | 'findAttachments'
>;

/** The writing half: one attempt for each clearance. */
export interface LedgerWriter {
  readonly capabilities: AccountingAdapter['capabilities'];
  post(call: PostCall, clearance: Clearance): Promise<WriteAnswer<readonly PostOutcome[]>>;
  attach(call: AttachCall, clearance: Clearance): Promise<WriteAnswer<{ readonly externalId: string }>>;
}

interface GuardDependencies {
  readonly clock: Clock;
  readonly logger: Logger;
}

interface ReadGuardDependencies extends GuardDependencies {
  /** How long a read is tried again, in milliseconds, counted from its first attempt. Default: as the policy says. */
  readonly patienceMs?: number | undefined;
}

/** Wraps the reads of an adapter: each is named, logged, tried again while `transient`, and throws only IntegrationErrors. */
export function guardReads(adapter: LedgerReader, dependencies: ReadGuardDependencies): LedgerReader {
  const guarded = <Result>(name: string, read: () => Promise<Result>): Promise<Result> =>
    retryRead(name, read, dependencies);
  return {
    capabilities: adapter.capabilities,
    rules: (facts: ReferenceData) => adapter.rules(facts),
    plan: (entry, facts) => adapter.plan(entry, facts),
    checkReadiness: () => guarded('checkReadiness', () => adapter.checkReadiness()),
    loadReferenceData: () => guarded('loadReferenceData', () => adapter.loadReferenceData()),
    find: (queries) => guarded('find', () => adapter.find(queries)),
    findAttachments: (target) => guarded('findAttachments', () => adapter.findAttachments(target)),
  };
}

/** Private, so that no write can be given to it: whoever calls it has but the reading half of an adapter. */
async function retryRead<Result>(
  name: string,
  read: () => Promise<Result>,
  { clock, logger, patienceMs = Infinity }: ReadGuardDependencies,
): Promise<Result> {
  const askedAt = clock.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (thrown) {
      const error = asIntegrationError(name, thrown);
      if (error.kind !== 'transient' || attempt >= ACCOUNTING_SYSTEM_RETRIES.attempts || asksForTooLong(error))
        throw error;
      const delayMs = delayBeforeNext(ACCOUNTING_SYSTEM_RETRIES, attempt, error);
      if (clock.now() + delayMs - askedAt > patienceMs) throw error;
      logger.warn({ call: name, attempt, delayMs, code: error.code }, 'call refused, trying again');
      await clock.sleep(delayMs);
    }
  }
}

/** Wraps the writes of an adapter: one attempt, and an answer that says what is known. */
export function guardWrites(
  adapter: Pick<AccountingAdapter, 'capabilities' | 'post' | 'attach'>,
  { clock, logger }: GuardDependencies,
): LedgerWriter {
  const attempt = async <Result>(
    name: string,
    clearance: Clearance,
    write: () => Promise<Result>,
  ): Promise<WriteAnswer<Result>> => {
    clearance.spend();
    const startedAt = clock.now();
    try {
      const result = await withinTimeLimit(name, write, {
        clock,
        limitMs: adapter.capabilities.timeLimitMs + GRACE_MS,
      });
      logger.debug({ call: name, durationMs: clock.now() - startedAt }, 'call answered');
      return { status: 'answered', result };
    } catch (thrown) {
      const error = asIntegrationError(name, thrown);
      logger.warn(
        { call: name, durationMs: clock.now() - startedAt, kind: error.kind, code: error.code },
        'call failed',
      );
      return classify(error, clearance);
    }
  };
  return {
    capabilities: adapter.capabilities,
    post: (call, clearance) => attempt('post', clearance, () => adapter.post(call)),
    attach: (call, clearance) => attempt('attach', clearance, () => adapter.attach(call)),
  };
}

/** What an adapter may take beyond its own time limit before it counts as hung. */
const GRACE_MS = 10_000;

/** A write that never answers is in doubt like one whose answer was lost. */
async function withinTimeLimit<Result>(
  name: string,
  write: () => Promise<Result>,
  { clock, limitMs }: { readonly clock: Clock; readonly limitMs: number },
): Promise<Result> {
  const answered = new AbortController();
  const hung = clock.sleep(limitMs, answered.signal).then(() => {
    throw new IntegrationError(
      'outcome-unknown',
      'ADAPTER_TIMED_OUT',
      `The adapter did not come back from ${name} within ${limitMs} ms.`,
    );
  });
  try {
    return await Promise.race([write(), hung]);
  } finally {
    answered.abort('answered');
    // the race is over: what the loser says no longer matters
    hung.catch(() => undefined);
  }
}

/** The one place that decides what an error of a write means. */
function classify(error: IntegrationError, spent: Clearance): WriteAnswer<never> {
  switch (error.kind) {
    case 'transient': {
      const again = clearNotApplied(spent);
      return again ? { status: 'not-applied', error, again } : { status: 'in-doubt', error };
    }
    case 'outcome-unknown':
      return { status: 'in-doubt', error };
    case 'item-rejected':
    case 'connection-lost':
    case 'misconfigured':
      throw error;
  }
}

/** Anything an adapter throws that is not an IntegrationError is a defect, and what it did is not known. */
function asIntegrationError(name: string, thrown: unknown): IntegrationError {
  if (IntegrationError.isInstance(thrown)) return thrown;
  const type = thrown instanceof Error ? thrown.name : typeof thrown;
  return new IntegrationError(
    'outcome-unknown',
    'ADAPTER_DEFECT',
    `The adapter failed in ${name} with an unexpected ${type}. This is a defect of the adapter: tell its maker.`,
    { cause: thrown },
  );
}
