import { KEPT_CASES } from '../kept-cases.js';
import { Lane } from '../lanes.js';
import type { Task } from '../tasks.js';
import { LEDGER_CLASSES } from '../world/ledger-classes.js';
import type { Defect } from './defect.js';

/** Whether the simulation notices a broken rule. */
export interface DefectResult extends Pick<Defect, 'id' | 'rule'> {
  /** The first case that went wrong; null where none did. */
  readonly foundBy: string | null;
  /** What was wrong with it. */
  readonly as: readonly string[];
  readonly cases: number;
  readonly seconds: number;
}

const SHARES = 16;
const SEEDS = 2_000;

/** Plants a defect and looks for the first case that shows it: the one that did before, kept cases, single faults, then the others. */
export async function findDefect(defect: Defect): Promise<DefectResult> {
  const { id, rule, shownBy } = defect;
  const startedAt = performance.now();
  const lane = new Lane({ defect, stopsAtFirst: true });
  let cases = 0;
  const sum = (): Pick<DefectResult, 'cases' | 'seconds'> => ({
    cases,
    seconds: Math.round(performance.now() - startedAt) / 1000,
  });
  try {
    for (const task of search(shownBy)) {
      const result = await lane.perform(task);
      cases += result.cases;
      const [first] = result.failures;
      if (first) return { id, rule, foundBy: first.id, as: Object.keys(first.wrongs), ...sum() };
    }
    return { id, rule, foundBy: null, as: [], ...sum() };
  } finally {
    await lane.end();
  }
}

function* search(shownBy: string): Generator<Task> {
  yield { part: 'kept cases', ids: [shownBy] };
  yield { part: 'kept cases', ids: KEPT_CASES.map(({ id }) => id) };
  for (let offset = 0; offset < SHARES; offset++) {
    for (const { id: ledgerClass } of LEDGER_CLASSES)
      yield { part: 'single faults', ledgerClass, every: SHARES, offset };
  }
  for (const { id: ledgerClass } of LEDGER_CLASSES) yield { part: 'recovery faults', ledgerClass };
  yield { part: 'random schedules', from: 1, to: SEEDS };
}
