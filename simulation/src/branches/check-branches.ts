import { readFileSync } from 'node:fs';
import { KEPT_CASES } from '../kept-cases.js';
import { Lane } from '../lanes.js';
import { LEDGER_CLASSES } from '../world/ledger-classes.js';
import { RECOVERY_BRANCHES, type RecoveryBranch } from './recovery-branches.js';
import { inOneLine, type UnenteredBranch } from './watch-branches.js';

const LIFECYCLE = new URL('../../../packages/core/src/lifecycle/', import.meta.url);

/** Which of the branches that recovery relies on were entered. */
export interface BranchResult {
  readonly entered: number;
  /** What was never done, or is no longer where it was. */
  readonly missing: readonly string[];
}

const EVERY = 6;
const SEEDS = 300;

/** Lives through a share of everything and watches which branches of the lifecycle it enters. */
export async function checkBranches(): Promise<BranchResult> {
  const lane = new Lane({ watchesBranches: true });
  for (const { id: ledgerClass } of LEDGER_CLASSES) {
    await lane.perform({ part: 'single faults', ledgerClass, every: EVERY, offset: 1 });
    await lane.perform({ part: 'recovery faults', ledgerClass });
  }
  await lane.perform({ part: 'random schedules', from: 1, to: SEEDS });
  await lane.perform({ part: 'kept cases', ids: KEPT_CASES.map(({ id }) => id) });
  const unentered = await lane.unenteredBranches();
  await lane.end();
  const missing = RECOVERY_BRANCHES.filter((branch) => !isThere(branch) || !isEntered(branch, unentered));
  return {
    entered: RECOVERY_BRANCHES.length - missing.length,
    missing: missing.map((branch) => (isThere(branch) ? branch.does : `${branch.text} is no longer in ${branch.file}`)),
  };
}

/** True where the branch's text is in its file, once. */
export function isThere({ file, text }: RecoveryBranch): boolean {
  return inOneLine(readFileSync(new URL(file, LIFECYCLE), 'utf8')).split(text).length === 2;
}

function isEntered({ file, text }: RecoveryBranch, unentered: readonly UnenteredBranch[]): boolean {
  return !unentered.some((branch) => branch.file === file && branch.text.includes(text));
}
