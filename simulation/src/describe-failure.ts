import type { Failure } from './worker.js';

/** A failing case, what is wrong with it, and how to see it again. */
export function describeFailure({ id, wrongs }: Failure): string {
  const what = Object.entries(wrongs).map(([wrong, texts = []]) => `${wrong}: ${texts.slice(0, 2).join(', ')}`);
  return `failed: npm run simulate -- --case ${id}\n        ${what.join('; ')}`;
}
