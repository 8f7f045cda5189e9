// p-queue: a small, well-kept queue with priorities and a limit of running tasks; sets no timer where no interval is given
import PQueue from 'p-queue';

type Task = () => Promise<void>;

/** Runs tasks side by side, as many as the accounting system takes; of those waiting, the most urgent goes first. */
export interface Lanes {
  /** Adds a task and does not wait for it. */
  add(task: Task): void;
  /** Runs tasks ahead of all that were only added. @throws the first failure of any task, once nothing is running any more. */
  runFirst(tasks: readonly Task[]): Promise<void>;
  /** Waits until nothing is left. @throws the first failure of any task. */
  drain(): Promise<void>;
}

/** Makes lanes. After a failure nothing further is begun. */
export function createLanes(concurrency: number): Lanes {
  const queue = new PQueue({ concurrency });
  let failure: { readonly error: unknown } | undefined;
  const begin = (task: Task, priority: number): Promise<void> =>
    queue
      .add(() => (failure ? Promise.resolve() : task()), { priority })
      .catch((error: unknown) => {
        failure ??= { error };
      });
  const drain = async (): Promise<void> => {
    await queue.onIdle();
    if (failure) throw failure.error;
  };
  return {
    add: (task) => void begin(task, 0),
    async runFirst(tasks) {
      await Promise.all(tasks.map((task) => begin(task, 1)));
      if (failure) await drain();
    },
    drain,
  };
}
