import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { UnenteredBranch } from './branches/watch-branches.js';
import type { Task } from './tasks.js';
import type { TaskResult, WorkerSettings } from './worker.js';

/** Lets Node run the sources of all packages as they are. */
const RESOLVE_SOURCES = new URL('../../packages/state-sql/src/resolve-sources.ts', import.meta.url).href;

/** A worker thread that lives through tasks, one after the other. */
export class Lane {
  readonly #settings: WorkerSettings;
  #thread: Worker | undefined;

  constructor(settings: Partial<WorkerSettings> = {}) {
    this.#settings = { defect: null, stopsAtFirst: false, watchesBranches: false, ...settings };
  }

  perform(task: Task): Promise<TaskResult> {
    return this.#ask(task);
  }

  /** What of the lifecycle was never entered here. Only with `watchesBranches`. */
  unenteredBranches(): Promise<readonly UnenteredBranch[]> {
    return this.#ask('branches');
  }

  async end(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = undefined;
  }

  async #ask<Answer>(question: Task | 'branches'): Promise<Answer> {
    const thread = (this.#thread ??= this.#start());
    thread.postMessage(question, []);
    // an error of the worker itself, such as a defect that no longer fits, is thrown here
    const [answer] = (await once(thread, 'message')) as [Answer];
    return answer;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#settings,
      // what a case leaves behind is gone with it: most of it never has to be copied
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
      execArgv: ['--conditions=@ledgerferry/source', '--import', RESOLVE_SOURCES],
    });
    // one that hung ends itself after it has told so: the next task gets another
    worker.once('exit', () => (this.#thread = undefined));
    return worker;
  }
}

/** Lets as many workers as there are lanes take jobs until none is left. */
export async function shareOut(jobs: readonly ((lane: Lane) => Promise<void>)[], lanes: number): Promise<void> {
  const waiting = [...jobs];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      const lane = new Lane();
      for (let job = waiting.shift(); job; job = waiting.shift()) await job(lane);
      await lane.end();
    }),
  );
}
