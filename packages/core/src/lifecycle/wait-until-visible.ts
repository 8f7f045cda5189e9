import type { JobRun } from './job-run.js';

/**
 * Waits until every request that may have been sent at one of these moments (milliseconds since the epoch) has taken effect and can
 * be seen: `lingerMs` and `visibilityMs` later.
 */
export async function waitUntilVisible(
  run: Pick<JobRun, 'reader' | 'ports'>,
  sentAt: readonly number[],
): Promise<void> {
  const { lingerMs, visibilityMs } = run.reader.capabilities;
  const waitMs = Math.max(...sentAt) + lingerMs + visibilityMs - run.ports.clock.now();
  if (sentAt.length > 0 && waitMs > 0) await run.ports.clock.sleep(waitMs);
}
