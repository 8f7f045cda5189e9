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
import { ACCOUNTING_SYSTEM_RETRIES, retryRead } from './retry-policy.js';

/**
 * What is known after one attempt at a write. Only `not-applied` may be sent again as it is; `in-doubt` leads to a look-up
 * first. There is no other way to a write, so that nothing can be repeated blindly.
 */
export type WriteAnswer<Result> =
  | { readonly status: 'answered'; readonly result: Result }
  | { readonly status: 'not-applied'; readonly error: IntegrationError }
  | { readonly status: 'in-doubt'; readonly error: IntegrationError };

/** The reading half of an adapter: safe to repeat, and all that a dry run is given. */
export type LedgerReader = Pick<
  AccountingAdapter,
  'capabilities' | 'checkReadiness' | 'loadReferenceData' | 'rules' | 'plan' | 'find' | 'findAttachments'
>;

/** The writing half: one attempt a call. */
export interface LedgerWriter {
  readonly capabilities: AccountingAdapter['capabilities'];
  post(call: PostCall): Promise<WriteAnswer<readonly PostOutcome[]>>;
  attach(call: AttachCall): Promise<WriteAnswer<{ readonly externalId: string }>>;
}

interface GuardDependencies {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Wraps the reads of an adapter: each is named, logged, retried while `transient`, and throws only IntegrationErrors. */
export function guardReads(adapter: AccountingAdapter, { clock, logger }: GuardDependencies): LedgerReader {
  const guarded = <Result>(name: string, read: () => Promise<Result>): Promise<Result> =>
    retryRead(name, () => read().catch((error: unknown) => rethrow(name, error)), {
      policy: ACCOUNTING_SYSTEM_RETRIES,
      clock,
      logger,
    });
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

/** Wraps the writes of an adapter: one attempt, and an answer that says what is known. */
export function guardWrites(adapter: AccountingAdapter, { clock, logger }: GuardDependencies): LedgerWriter {
  const attempt = async <Result>(name: string, write: () => Promise<Result>): Promise<WriteAnswer<Result>> => {
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
      return classify(error);
    }
  };
  return {
    capabilities: adapter.capabilities,
    post: (call) => attempt('post', () => adapter.post(call)),
    attach: (call) => attempt('attach', () => adapter.attach(call)),
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
function classify(error: IntegrationError): WriteAnswer<never> {
  switch (error.kind) {
    case 'transient':
      return { status: 'not-applied', error };
    case 'outcome-unknown':
      return { status: 'in-doubt', error };
    case 'item-rejected':
    case 'connection-lost':
    case 'misconfigured':
      throw error;
  }
}

function rethrow(name: string, thrown: unknown): never {
  throw asIntegrationError(name, thrown);
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
