import { CALL_NOT_BEGUN, IntegrationError } from '../errors/integration-error.js';
import type { Intent } from '../ports/state-store.js';
import type { Clearance } from './clearance.js';
import type { WriteAnswer } from './guard-adapter.js';
import type { JobRun } from './job-run.js';
import { pause } from './pause.js';
import { asksForTooLong } from './retry-policy.js';

/** A call is sent within this time of its intent, so that a later run knows how long the call can still take effect. */
const SEND_WITHIN_MS = 1_000;
/** What of that time is left to the adapter between being called and sending. */
const ADAPTER_SENDS_WITHIN_MS = 500;

/** One attempt at a write. */
export interface Attempt<Result> {
  readonly clearance: Clearance;
  readonly send: (clearance: Clearance) => Promise<WriteAnswer<Result>>;
  /** Asked while it waits to begin: true once it is not worth waiting for. Default: it always is. */
  readonly isGivenUp?: () => boolean;
}

/**
 * One attempt at a write: writes the call down, then sends it. Every attempt has an intent of its own, because whoever finds it
 * without a result waits from its time on; so has one that an adapter could not begin at once. Nothing is sent once the job is over
 * at Pleo, where the lease would not outlive the call, or where the right to send it has lapsed.
 */
export async function intendAndSend<Result>(
  run: JobRun,
  intent: Omit<Intent, 'at' | 'sentBefore'>,
  { clearance: first, send, isGivenUp = () => false }: Attempt<Result>,
): Promise<WriteAnswer<Result>> {
  const { clock, store } = run.ports;
  let clearance = first;
  for (;;) {
    run.reporter.demandOpen();
    await run.lease.outlive(run.writer.capabilities.timeLimitMs + SEND_WITHIN_MS);
    // the latest moment at which the call may be sent, not the earliest: time that passes while this is written down is covered
    const at = clock.now();
    const sentBefore = at + SEND_WITHIN_MS;
    await store.intend(run.lease.current, { ...intent, at, sentBefore });
    if (clock.now() > sentBefore - ADAPTER_SENDS_WITHIN_MS) continue;
    if (clock.now() >= clearance.lapsesAt) return { status: 'in-doubt', error: lapsed() };
    const answer = await send(clearance);
    if (answer.status !== 'not-applied' || answer.error.code !== CALL_NOT_BEGUN) return answer;
    if (asksForTooLong(answer.error)) return answer;
    clearance = answer.again;
    await pause(run, answer.error.retryAfterMs ?? 0, isGivenUp);
    if (isGivenUp()) return answer;
  }
}

/** Nothing was sent by this attempt; the one before it is still in doubt. */
function lapsed(): IntegrationError {
  return new IntegrationError(
    'outcome-unknown',
    'REPEAT_TOO_LATE',
    'A call was not repeated, because its key may not be recognised any more.',
  );
}
