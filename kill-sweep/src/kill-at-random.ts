import { setTimeout as delay } from 'node:timers/promises';
import type { Blows } from './blows.ts';
import { seededNumbers } from './seeded-numbers.ts';
import type { SweepCase } from './sweep-case.ts';
import type { Workplace } from './workplace.ts';

const MOST_KILLS = 5;

/** From a runner's first request to its death at the latest: about as long as the whole job takes. */
const LATEST_KILL_MS = 600;

/** Kills one runner after the other from outside, each some time after its first request; fewer where the job is done before. */
export async function killAtRandom({ number: seed }: SweepCase, { farEnds, start }: Workplace): Promise<Blows> {
  const next = seededNumbers(seed);
  const kills = 1 + Math.floor(next() * MOST_KILLS);
  let fell = 0;
  for (let kill = 0; kill < kills; kill++) {
    const firstRequest = farEnds.nextRequest();
    const runner = start();
    await Promise.race([firstRequest, runner.ended]);
    await Promise.race([delay(next() * LATEST_KILL_MS), runner.ended]);
    runner.signal('SIGKILL');
    if ((await runner.ended) === 'SIGKILL') fell += 1;
    farEnds.letThrough();
  }
  return { fell };
}
