import type { Blows } from './blows.ts';
import type { SweepCase } from './sweep-case.ts';
import type { Workplace } from './workplace.ts';

/** Lets the runner kill itself right before or after its k-th commit. */
export async function killAtCommit({ number, place }: SweepCase, { farEnds, start }: Workplace): Promise<Blows> {
  const exit = await start({ number, when: place === 'before' ? 'before' : 'after', signal: 'SIGKILL' }).ended;
  farEnds.letThrough();
  return { fell: exit === 'SIGKILL' ? 1 : 0 };
}
