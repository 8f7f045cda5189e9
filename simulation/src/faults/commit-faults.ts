import { IntegrationError } from '@ledgerferry/core';
import { isStateCommit, type Boundary } from '../world/boundary.js';
import type { World } from '../world/world.js';
import type { FaultKind } from './fault-kind.js';

const isStore = ({ port }: Boundary): boolean => port === 'store';

/** How many commits a power cut takes along where the disk had lied about keeping them. */
const LOST_COMMITS = 3;

/** What goes wrong with the state file. */
export const COMMIT_FAULTS: readonly FaultKind[] = [
  {
    id: 'disk-full',
    strikes: isStore,
    happen: async () => {
      throw unavailable('the disk is full');
    },
  },
  {
    id: 'commit-unclear',
    strikes: isStateCommit,
    happen: async ({ effect }) => {
      await effect();
      throw unavailable('the disk failed while the commit was made');
    },
  },
  lost('power-cut', isStateCommit, ({ tape }) => tape.windBackTo(tape.commits - 1)),
  lost('commits-lost', isStateCommit, ({ tape }) => tape.windBackTo(tape.commits - LOST_COMMITS)),
  lost(
    'store-restored',
    () => true,
    ({ tape }) => tape.windBackTo(Math.floor(tape.commits / 2)),
  ),
  lost(
    'store-deleted',
    () => true,
    ({ tape }) => tape.windBackTo(0),
  ),
];

/** The process dies after the effect, and the state is not as it was when it comes back. */
function lost(id: string, strikes: FaultKind['strikes'], lose: (world: World) => Promise<void>): FaultKind {
  return {
    id,
    strikes,
    happen: async ({ world, process, effect }) => {
      await effect();
      process.aftermath.push(() => lose(world));
      return process.die();
    },
  };
}

function unavailable(why: string): IntegrationError {
  return new IntegrationError('transient', 'STATE_UNAVAILABLE', `The state could not be written: ${why}.`);
}
