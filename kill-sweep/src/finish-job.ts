import type { Finding } from './finding.ts';
import type { Workplace } from './workplace.ts';

/** What the command answers when a job is done: all exported, or some entries failed. */
const DONE: readonly (number | string)[] = [0, 1];

/** Starts the command once more, unharmed: that must be enough. */
export async function finishJob({ start }: Pick<Workplace, 'start'>): Promise<readonly Finding[]> {
  const runner = start();
  const exit = await runner.ended;
  if (DONE.includes(exit)) return [];
  return [{ wrong: 'unfinished', about: `the last run ended with ${exit}: ${lastLine(runner.complaints())}` }];
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
