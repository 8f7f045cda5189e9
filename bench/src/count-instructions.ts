import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counts the instructions a command executes in user mode, where the machine can. */
export interface InstructionCounter {
  /** Put before the command. */
  readonly prefix: readonly string[];
  /** The count once the command has ended; null where the machine cannot count. */
  read(): number | null;
}

const isCounted = ((): boolean => {
  const tried = spawnSync('perf', ['stat', '-x', ',', '-e', 'instructions:u', 'true'], { encoding: 'utf8' });
  return tried.status === 0 && !tried.stderr.includes('not supported');
})();

/** Linux `perf` where it is installed and the processor lets it; else nothing is counted. */
export function countInstructions(folder: string): InstructionCounter {
  if (!isCounted) return { prefix: [], read: () => null };
  const output = join(folder, 'instructions.csv');
  return {
    prefix: ['perf', 'stat', '-x', ',', '-e', 'instructions:u', '-o', output, '--'],
    read: () => Number(/^(\d+),,instructions/m.exec(readFileSync(output, 'utf8'))?.[1]),
  };
}
