import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { SimulatedCase } from './cases/simulated-case.js';
import type { Defect } from './defects/defect.js';
import { plantDefect } from './defects/plant-defect.js';
import type { Task } from './tasks.js';

/** What a worker is started with. */
export interface WorkerSettings {
  /** Planted before anything of the product is loaded. */
  readonly defect: Defect | null;
  /** Stops at the first case that goes wrong. */
  readonly stopsAtFirst: boolean;
  /** Watches which branches of the lifecycle are entered. */
  readonly watchesBranches: boolean;
}

/** A case that went wrong. */
export interface Failure {
  readonly id: string;
  readonly wrongs: Readonly<Partial<Record<string, readonly string[]>>>;
}

/** What became of a task. */
export interface TaskResult {
  readonly cases: number;
  readonly failures: readonly Failure[];
  /** How often which kind of fault struck where: `ledger.post|answer-lost`. */
  readonly strikes: ReadonlyMap<string, number>;
}

/** No case takes this long unless the engine hangs. Real milliseconds. */
const HUNG_MS = 10_000;

const enough = Symbol('enough');

if (parentPort) await serve(parentPort, workerData as WorkerSettings);

async function serve(port: MessagePort, settings: WorkerSettings): Promise<void> {
  if (settings.defect) plantDefect(settings.defect);
  // thousands of errors are made and nobody reads where
  Error.stackTraceLimit = 0;
  const { watchBranches } = await import('./branches/watch-branches.js');
  const takeBranches = settings.watchesBranches ? await watchBranches() : undefined;
  const { perform } = await import('./tasks.js');
  const { live, result, reset } = await recorder(port, settings);
  const answer = async (task: Task | 'branches'): Promise<unknown> => {
    if (task === 'branches') return takeBranches?.();
    reset();
    await perform(task, live).catch((error: unknown) => {
      if (error !== enough) throw error;
    });
    return result();
  };
  port.on('message', (task: Task | 'branches') => void answer(task).then((answered) => port.postMessage(answered)));
}

/** Lives through cases and keeps count. */
async function recorder(port: MessagePort, { stopsAtFirst }: WorkerSettings) {
  const [{ runCase }, { isClean, WRONGS }] = await Promise.all([import('./run-case.js'), import('./judge.js')]);
  let cases = 0;
  let failures: Failure[] = [];
  let strikes = new Map<string, number>();
  const fail = (failure: Failure): void => {
    failures.push(failure);
    if (stopsAtFirst) throw enough;
  };
  const live = async (simulated: SimulatedCase) => {
    cases += 1;
    const watch = setTimeout(() => {
      failures.push({ id: simulated.id, wrongs: { unfinished: ['the engine hangs'] } });
      port.postMessage({ cases, failures, strikes });
      process.exit();
    }, HUNG_MS);
    const lived = await runCase(simulated).finally(() => clearTimeout(watch));
    for (const [cell, count] of lived.strikes) strikes.set(cell, (strikes.get(cell) ?? 0) + count);
    if (!isClean(lived.verdict)) {
      const wrongs = WRONGS.filter((wrong) => lived.verdict[wrong].length > 0);
      fail({ id: simulated.id, wrongs: Object.fromEntries(wrongs.map((wrong) => [wrong, lived.verdict[wrong]])) });
    }
    return lived;
  };
  const result = (): TaskResult => ({ cases, failures, strikes });
  const reset = (): void => {
    cases = 0;
    failures = [];
    strikes = new Map();
  };
  return { live, result, reset };
}
