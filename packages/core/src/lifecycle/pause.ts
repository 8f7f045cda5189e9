import type { JobRun } from './job-run.js';

/** How often a pause looks whether there is still something to wait for. */
const LOOK_EVERY_MS = 5_000;

/**
 * Waits before something is sent, until that is given up. @throws what stopped the reporting, such as a job that is over: an accounting
 * system may ask for a pause of hours, and Pleo end the job meanwhile.
 */
export async function pause(
  { reporter, ports: { clock } }: JobRun,
  ms: number,
  isGivenUp: () => boolean = () => false,
): Promise<void> {
  let leftMs = ms;
  do {
    reporter.demandOpen();
    await clock.sleep(Math.min(leftMs, LOOK_EVERY_MS));
    leftMs -= LOOK_EVERY_MS;
  } while (leftMs > 0 && !isGivenUp());
}
