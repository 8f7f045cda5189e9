import type { Intent } from '../ports/state-store.js';
import type { WriteAnswer } from './guard-adapter.js';
import type { JobRun } from './job-run.js';

/** A call is sent within this time of its intent, so that a later run knows how long the call can still take effect. */
const SEND_WITHIN_MS = 1_000;

/**
 * One attempt at a write: writes the call down, then sends it. Every attempt has an intent of its own, because whoever finds it
 * without a result waits from its time on. Nothing is sent once the job is over at Pleo, or the lease would not outlive the call.
 */
export async function intendAndSend<Result>(
  run: JobRun,
  intent: Omit<Intent, 'at'>,
  send: () => Promise<WriteAnswer<Result>>,
): Promise<{ readonly answer: WriteAnswer<Result>; readonly intendedAt: number }> {
  const { clock, store } = run.ports;
  for (;;) {
    run.reporter.demandOpen();
    await run.lease.outlive(run.writer.capabilities.timeLimitMs + SEND_WITHIN_MS);
    // the latest moment at which the call may be sent, not the earliest: time that passes while this is written down is covered
    const intendedAt = clock.now() + SEND_WITHIN_MS;
    await store.intend(run.lease.current, { ...intent, at: intendedAt });
    if (clock.now() <= intendedAt) return { answer: await send(), intendedAt };
  }
}
