import type { RequestKind } from './far-ends.ts';
import { finishJob } from './finish-job.ts';
import { judge } from './judge.ts';
import type { LedgerKind } from './sweep-case.ts';
import { openWorkplace } from './workplace.ts';

/** What the job costs where nothing goes wrong: where blows can fall. */
export interface Measured {
  readonly ledger: LedgerKind;
  /** What each request was for, in order. */
  readonly requests: readonly RequestKind[];
  /** Differs a little from run to run: writes that come in while a commit runs share the next one. */
  readonly commits: number;
}

/** Carries the job unharmed. Throws where even that goes wrong: no case would be worth anything. */
export async function measureRun(ledger: LedgerKind): Promise<Measured> {
  const workplace = await openWorkplace(ledger);
  try {
    const findings = [...(await finishJob(workplace)), ...judge(workplace.farEnds, workplace.input)];
    if (findings.length > 0) {
      throw new Error(`Without any blow: ${findings.map(({ wrong, about }) => `${wrong}: ${about}`).join('; ')}`);
    }
    const commits = await workplace.commits();
    if (commits === 0) throw new Error('No commit was seen: src/inside-the-runner/fail-at-commit.mjs must be mended.');
    return {
      ledger,
      requests: workplace.farEnds.crossings.map((crossing) => workplace.farEnds.kindOf(crossing)),
      commits,
    };
  } finally {
    await workplace.close();
  }
}
