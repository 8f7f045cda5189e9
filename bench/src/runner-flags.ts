import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The flags that the runner asks Node for on its first line. */
export function runnerFlags(): readonly string[] {
  const runner = readFileSync(join(import.meta.dirname, '../../apps/runner/src/main.ts'), 'utf8');
  return /^#!.* node (.*)$/m.exec(runner)?.[1]?.split(' ') ?? [];
}
