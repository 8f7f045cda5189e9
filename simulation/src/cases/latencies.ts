import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';

const LONGEST_MS = 400;

/** How long each use of the outside takes, in milliseconds: nothing, or drawn from a seed. */
export function latencies(seed: number | null): () => number {
  if (seed === null) return () => 0;
  const generator = xoroshiro128plus(seed);
  return () => uniformInt(generator, 0, LONGEST_MS);
}
