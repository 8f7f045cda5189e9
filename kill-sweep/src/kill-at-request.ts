import { setTimeout as delay } from 'node:timers/promises';
import type { FarEnds } from './far-ends.ts';
import type { Blows } from './blows.ts';
import type { SweepCase } from './sweep-case.ts';
import { A_MINUTE_MS, type Workplace } from './workplace.ts';

/** What Abacus Books says. */
const LONG_LINGER_MS = 60_000;

/** A successor that asks for nothing for so long waits for something. */
const SILENCE_MS = 1_000;
const LOOKS_EVERY_MS = 50;

/** Kills the runner when its k-th request arrives. What else the dead runner had sent by then, and was not yet at work, is lost. */
export async function killAtRequest({ number, place }: SweepCase, workplace: Workplace): Promise<Blows> {
  const { farEnds, start } = workplace;
  let fell = 0;
  let lateEffect: () => Promise<unknown> = () => Promise.resolve();
  const runner = start();
  farEnds.intercept(async (crossing, takeEffect) => {
    if (fell > 0) return undefined;
    if (crossing.number !== number) return takeEffect();
    if (place === 'after') await takeEffect();
    if (place === 'late') lateEffect = takeEffect;
    fell += 1;
    runner.signal('SIGKILL');
    return undefined;
  });
  await runner.ended;
  farEnds.letThrough();
  if (place !== 'late' || fell === 0) return { fell };
  workplace.setLinger(LONG_LINGER_MS);
  return { fell, quiet: takeLateEffect(lateEffect, workplace) };
}

/** Lets the successor read everything and come to wait for what lingers; then the effect takes place, and a minute has passed. */
async function takeLateEffect(takeEffect: () => Promise<unknown>, { farEnds, passTime }: Workplace): Promise<void> {
  await silence(farEnds);
  await takeEffect();
  await passTime(A_MINUTE_MS);
}

async function silence({ crossings, dataPages }: FarEnds): Promise<void> {
  const known = crossings.length;
  let [count, since] = [known, performance.now()];
  const isRead = (): boolean =>
    crossings.slice(known).filter(({ path }) => path.startsWith('/v3/export-items')).length >= dataPages;
  while (!isRead() || performance.now() - since < SILENCE_MS) {
    await delay(LOOKS_EVERY_MS);
    if (crossings.length > count) [count, since] = [crossings.length, performance.now()];
  }
}
