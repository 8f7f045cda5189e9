import { setTimeout as delay } from 'node:timers/promises';
import type { Finding } from './finding.ts';
import type { Blows } from './blows.ts';
import type { RunnerProcess } from './runner-process.ts';
import type { SweepCase } from './sweep-case.ts';
import { A_MINUTE_MS, type Workplace } from './workplace.ts';

/** By then all of the runner waits for an answer: it is not stopped between a last look at the clock and the call it is for. */
const QUIET_AFTER_MS = 300;

/** A lease lasts a minute beyond the call that it is made to outlive; NetSuite is given a minute for one. */
const LEASE_IS_OVER_MS = 2 * A_MINUTE_MS;

/**
 * Stops a runner, lets its lease run out and a second runner take over, then lets the first go on: it must write nothing more. Time
 * passes by the clock that all of them share. A runner that stands still in the middle of a commit keeps the state file locked: there
 * the second must leave everything to the first.
 */
export async function stopAndTakeOver(sweepCase: SweepCase, workplace: Workplace): Promise<Blows> {
  const { farEnds, start, passTime } = workplace;
  const first = await stopRunner(sweepCase, workplace);
  if (!first) return { fell: 0 };
  farEnds.intercept((_, takeEffect) => takeEffect());
  await passTime(LEASE_IS_OVER_MS);
  const second = start();
  const exit = await second.ended;
  const tookOver = exit === 0 || exit === 1;
  const writes: string[] = [];
  farEnds.intercept((crossing, takeEffect) => {
    if (farEnds.kindOf(crossing) !== 'read') writes.push(`${crossing.method} ${crossing.path}`);
    return takeEffect();
  });
  first.signal('SIGCONT');
  await first.ended;
  farEnds.letThrough();
  return { fell: 1, findings: judgeTakeOver({ sweepCase, tookOver, complaints: second.complaints(), writes }) };
}

interface TakeOver {
  readonly sweepCase: SweepCase;
  readonly tookOver: boolean;
  readonly complaints: string;
  /** What the first runner wrote when it went on. */
  readonly writes: readonly string[];
}

function judgeTakeOver({ sweepCase, tookOver, complaints, writes }: TakeOver): readonly Finding[] {
  if (tookOver) return writes.map((write) => ({ wrong: 'wrong', about: `${write} by a runner whose lease was gone` }));
  const mayBeLocked = sweepCase.place !== 'commit' && complaints.includes('STATE_UNAVAILABLE');
  return mayBeLocked ? [] : [{ wrong: 'unfinished', about: `no take-over: ${complaints.trim()}` }];
}

/** The runner, stopped; nothing where it was done before. */
async function stopRunner({ number, place }: SweepCase, workplace: Workplace): Promise<RunnerProcess | undefined> {
  if (place === 'request' || place === 'anywhere') {
    const runner = workplace.start();
    const quietAfterMs = place === 'request' ? QUIET_AFTER_MS : 0;
    return stoppedOrDone(runner, stopAtRequest(runner, { number, quietAfterMs }, workplace));
  }
  const runner = workplace.start({ number, when: place === 'in-commit' ? 'before' : 'after', signal: 'SIGSTOP' });
  return stoppedOrDone(runner, runner.stoppedItself);
}

/** From the k-th request on answers are held back until the runner stands still: then all of it waits for one of them. */
async function stopAtRequest(
  runner: RunnerProcess,
  { number, quietAfterMs }: { readonly number: number; readonly quietAfterMs: number },
  { farEnds }: Workplace,
): Promise<void> {
  const stopped = Promise.withResolvers<void>();
  farEnds.intercept(async (crossing, takeEffect) => {
    const answer = await takeEffect();
    if (crossing.number < number) return answer;
    if (crossing.number === number) {
      await delay(quietAfterMs);
      runner.signal('SIGSTOP');
      stopped.resolve();
    }
    await stopped.promise;
    return answer;
  });
  await stopped.promise;
}

async function stoppedOrDone(runner: RunnerProcess, stopped: Promise<void>): Promise<RunnerProcess | undefined> {
  const isDone = await Promise.race([stopped.then(() => false), runner.ended.then(() => true)]);
  return isDone ? undefined : runner;
}
