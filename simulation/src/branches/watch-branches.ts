import { Session } from 'node:inspector/promises';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIFECYCLE = '/packages/core/src/lifecycle/';

/** A part of the lifecycle that no case entered. */
export interface UnenteredBranch {
  readonly file: string;
  readonly line: number;
  /** Its text, in one line. */
  readonly text: string;
}

/** Begins to watch what this thread runs; answers a function that tells what of the lifecycle it never entered. Load the product after it. */
export async function watchBranches(): Promise<() => Promise<readonly UnenteredBranch[]>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result.filter(({ url }) => url.includes(LIFECYCLE)).flatMap(unentered);
  };
}

interface Coverage {
  readonly url: string;
  readonly functions: readonly {
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
  }[];
}

function unentered({ url, functions }: Coverage): readonly UnenteredBranch[] {
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const file = url.slice(url.indexOf(LIFECYCLE) + LIFECYCLE.length);
  const ranges = functions.flatMap((range) => range.ranges).filter(({ count }) => count === 0);
  return ranges.map(({ startOffset, endOffset }) => ({
    file,
    line: source.slice(0, startOffset).split('\n').length,
    text: inOneLine(source.slice(startOffset, endOffset)),
  }));
}

/** A text without its line breaks and indents. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
