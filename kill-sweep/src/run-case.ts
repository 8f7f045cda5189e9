import type { Blows } from './blows.ts';
import { finishJob } from './finish-job.ts';
import type { Finding } from './finding.ts';
import { judge } from './judge.ts';
import { killAtCommit } from './kill-at-commit.ts';
import { killAtRandom } from './kill-at-random.ts';
import { killAtRequest } from './kill-at-request.ts';
import { stopAndTakeOver } from './stop-and-take-over.ts';
import { nameOf, type Part, type SweepCase } from './sweep-case.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** How one case ended. */
export interface CaseResult {
  readonly name: string;
  readonly part: Part;
  readonly fell: number;
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

const STRIKE: Readonly<Record<Part, (sweepCase: SweepCase, workplace: Workplace) => Promise<Blows>>> = {
  request: killAtRequest,
  commit: killAtCommit,
  'lost-state': async (sweepCase, workplace) => {
    const blows = await killAtRequest(sweepCase, workplace);
    await workplace.deleteState();
    return blows;
  },
  random: killAtRandom,
  stopped: stopAndTakeOver,
};

/** Strikes as the case says, finishes the job with one more run, then reads the far ends' books. */
export async function runCase(sweepCase: SweepCase): Promise<CaseResult> {
  const { part, ledger } = sweepCase;
  const beganAt = performance.now();
  const workplace = await openWorkplace(ledger);
  try {
    const { fell, findings = [], quiet } = await STRIKE[part](sweepCase, workplace);
    const unfinished = await finishJob(workplace);
    await quiet;
    const wrongs = [...findings, ...unfinished, ...judge(workplace.farEnds, workplace.input)];
    const seconds = (performance.now() - beganAt) / 1_000;
    return { name: nameOf(sweepCase), part, fell, findings: wrongs, seconds };
  } finally {
    await workplace.close();
  }
}
