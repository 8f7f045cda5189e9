import { kindOf } from '../faults/fault-kinds.js';
import type { Fault } from '../faults/fault-kind.js';
import { isCall, isStateCommit, type Boundary } from '../world/boundary.js';

/**
 * The ways to die at a boundary that leave different books: with its effect, or with an effect that is still on its way. To die before
 * it leaves what dying after the one before it left; single faults try that as well.
 */
const DEATHS = ['crash-after-effect', 'crash-late-effect'];

/** Every way for a process to die, boundary by boundary. After a read of its own store it dies as after what it did before. */
export function deathsOf(process: number, boundaries: readonly Boundary[]): readonly Fault[] {
  return boundaries.flatMap((boundary, index) =>
    DEATHS.filter((kind) => isFelt(boundary) && kindOf({ kind }).strikes(boundary)).map((kind) => ({
      process,
      boundary: index + 1,
      kind,
    })),
  );
}

function isFelt(boundary: Boundary): boolean {
  return isCall(boundary) || isStateCommit(boundary);
}
