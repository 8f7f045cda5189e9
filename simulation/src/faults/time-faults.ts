import type { FaultKind } from './fault-kind.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What happens to the time. */
export const TIME_FAULTS: readonly FaultKind[] = [
  // longer than a request key is recognised
  suspended('ten-minutes-pass', 10 * MINUTE_MS),
  // longer than a job lives without news
  suspended('an-hour-passes', HOUR_MS + 1),
  // past midnight as well
  suspended('a-day-passes', 25 * HOUR_MS),
  {
    id: 'clock-set-back',
    strikes: () => true,
    happen: ({ process, effect }) => {
      process.clockSkewMs -= HOUR_MS;
      return effect();
    },
  },
];

/** The machine sleeps before it hears the answer. */
function suspended(id: string, ms: number): FaultKind {
  return {
    id,
    strikes: () => true,
    happen: async ({ world, effect }) => {
      const answer = await effect();
      await world.quiet();
      world.clock.leap(ms);
      return answer;
    },
  };
}
