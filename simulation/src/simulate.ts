import { describeFailure } from './describe-failure.js';
import { deathsOf } from './cases/crash-pairs.js';
import { DEFECTS } from './defects/defects.js';
import { findDefect, type DefectResult } from './defects/find-defect.js';
import { emptyCells } from './coverage.js';
import { checkBranches, type BranchResult } from './branches/check-branches.js';
import { WRONGS } from './judge.js';
import { KEPT_CASES } from './kept-cases.js';
import { shareOut, type Lane } from './lanes.js';
import type { SimulationOptions } from './options.js';
import { runCase } from './run-case.js';
import { usualBoundaries, type Task } from './tasks.js';
import type { Failure } from './worker.js';
import { nameOf, type Boundary } from './world/boundary.js';
import { LEDGER_CLASSES } from './world/ledger-classes.js';

/** What a whole simulation came to. */
export interface SimulationReport {
  /** Uses of the outside in a run without faults, by class of ledger. */
  readonly boundaries: Readonly<Record<string, number>>;
  /** Cases by part. */
  readonly cases: Readonly<Record<Task['part'], number>>;
  readonly seeds: { readonly from: number; readonly count: number };
  /** Cases with something wrong, by what. */
  readonly wrong: Readonly<Record<(typeof WRONGS)[number], number>>;
  readonly failures: readonly Failure[];
  readonly defects: readonly DefectResult[];
  /** How often each kind struck at each boundary: `ledger.post` to `answer-lost` to its count. */
  readonly coverage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly emptyCells: readonly string[];
  readonly branches: BranchResult;
  readonly seconds: number;
  readonly isClean: boolean;
}

const SEEDS_A_TASK = 250;
const SHARES = 8;

/** Tries everything that was asked for, on all lanes at once. */
export async function simulate(options: SimulationOptions, say: (line: string) => void): Promise<SimulationReport> {
  const startedAt = performance.now();
  const usual = await boundariesByClass();
  const cases: Record<Task['part'], number> = {
    'single faults': 0,
    'recovery faults': 0,
    'crash pairs': 0,
    'random schedules': 0,
    'kept cases': 0,
  };
  const failures: Failure[] = [];
  const strikes = new Map<string, number>();
  const defects: DefectResult[] = [];
  let branches: BranchResult = { entered: 0, missing: [] };

  const tasks = tasksOf(options, usual).map((task) => async (lane: Lane) => {
    const result = await lane.perform(task);
    cases[task.part] += result.cases;
    failures.push(...result.failures);
    for (const [cell, count] of result.strikes) strikes.set(cell, (strikes.get(cell) ?? 0) + count);
    for (const failure of result.failures) say(describeFailure(failure));
  });
  const plantings = DEFECTS.map((defect) => async () => void defects.push(await findDefect(defect)));
  const watching = async (): Promise<void> => {
    branches = await checkBranches();
  };
  await shareOut([watching, ...plantings, ...tasks], options.lanes);

  const names = [...new Set([...usual.values()].flat().map(nameOf))];
  const empty = emptyCells(names, strikes);
  const isFound = defects.every(({ foundBy }) => foundBy !== null);
  return {
    boundaries: Object.fromEntries([...usual].map(([id, boundaries]) => [id, boundaries.length])),
    cases,
    seeds: { from: options.from, count: options.seeds },
    wrong: countWrongs(failures),
    failures,
    defects: defects.toSorted((left, right) => left.id.localeCompare(right.id)),
    coverage: tableOf(strikes),
    emptyCells: empty,
    branches,
    seconds: Math.round(performance.now() - startedAt) / 1000,
    isClean: failures.length === 0 && isFound && empty.length === 0 && branches.missing.length === 0,
  };
}

async function boundariesByClass(): Promise<ReadonlyMap<string, readonly Boundary[]>> {
  const usual = new Map<string, readonly Boundary[]>();
  for (const { id } of LEDGER_CLASSES) usual.set(id, await usualBoundaries(id, runCase));
  return usual;
}

function tasksOf({ every, seeds, from }: SimulationOptions, usual: ReadonlyMap<string, readonly Boundary[]>): Task[] {
  const tasks: Task[] = [{ part: 'kept cases', ids: KEPT_CASES.map(({ id }) => id) }];
  for (const { id: ledgerClass } of LEDGER_CLASSES) {
    tasks.push({ part: 'recovery faults', ledgerClass });
    for (let offset = 0; offset < SHARES; offset++)
      tasks.push({ part: 'single faults', ledgerClass, every: SHARES * every, offset: offset * every });
    const deaths = deathsOf(1, usual.get(ledgerClass) ?? []);
    for (let first = 0; first < deaths.length; first++) tasks.push({ part: 'crash pairs', ledgerClass, every, first });
  }
  for (let seed = from; seed < from + seeds; seed += SEEDS_A_TASK)
    tasks.push({ part: 'random schedules', from: seed, to: Math.min(seed + SEEDS_A_TASK, from + seeds) });
  return tasks;
}

function countWrongs(failures: readonly Failure[]): SimulationReport['wrong'] {
  const count = (wrong: string): number => failures.filter(({ wrongs }) => wrongs[wrong]).length;
  return {
    duplicates: count('duplicates'),
    losses: count('losses'),
    wrongStatuses: count('wrongStatuses'),
    unfinished: count('unfinished'),
    needlesslyParked: count('needlesslyParked'),
  };
}

function tableOf(strikes: ReadonlyMap<string, number>): SimulationReport['coverage'] {
  const table: Record<string, Record<string, number>> = {};
  for (const [cell, count] of [...strikes].toSorted(([left], [right]) => left.localeCompare(right))) {
    const [boundary = '', kind = ''] = cell.split('|');
    (table[boundary] ??= {})[kind] = count;
  }
  return table;
}
