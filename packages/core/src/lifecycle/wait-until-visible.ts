import type { JobRun } from './job-run.js';

/**
 * Waits until every request that may have been sent has taken effect and can be seen: `lingerMs` and `visibilityMs` after its
 * intent, or after this run began where no intent is known (null). Unique references need no waiting: a late one is refused.
 */
export async function waitUntilVisible(run: JobRun, intendedAt: readonly (number | null)[]): Promise<void> {
  const { reference, lingerMs, visibilityMs } = run.reader.capabilities;
  if (reference.unique || reference.lookup === 'none' || intendedAt.length === 0) return;
  const lastSentAt = Math.max(...intendedAt.map((at) => at ?? run.beganAt));
  const waitMs = lastSentAt + lingerMs + visibilityMs - run.ports.clock.now();
  if (waitMs > 0) await run.ports.clock.sleep(waitMs);
}
