import { isLedgerWrite } from '../world/boundary.js';
import type { FaultKind } from './fault-kind.js';
import { lateBy } from './late.js';

const anywhere = () => true;

/** The process dies at a use of the outside. */
export const PROCESS_FAULTS: readonly FaultKind[] = [
  {
    id: 'crash-before',
    strikes: anywhere,
    happen: ({ process }) => process.die(),
  },
  {
    id: 'crash-after-effect',
    strikes: anywhere,
    happen: async ({ process, effect }) => {
      await effect();
      return process.die();
    },
  },
  {
    id: 'crash-after-answer',
    strikes: anywhere,
    happen: ({ process, effect }) => {
      process.dieAtNext();
      return effect();
    },
  },
  {
    id: 'crash-late-effect',
    strikes: isLedgerWrite,
    happen: ({ world, process, effect }) => {
      world.ledger.applyLater(lateBy(world), () => void effect().catch(() => undefined));
      return process.die();
    },
  },
  {
    id: 'second-runner',
    strikes: anywhere,
    happen: ({ world, process, effect }) => {
      if (!process.isOver) process.companions.push(world.run());
      return effect();
    },
  },
  {
    id: 'paused-past-lease',
    strikes: anywhere,
    happen: async ({ world, process, effect }) => {
      const answer = await effect();
      let wake: () => void = () => {};
      process.stopUntil(new Promise((resolve) => (wake = resolve)));
      await world.quiet();
      // where it died meanwhile, whoever starts it again is the successor
      if (process.isOver) return answer;
      world.clock.leap(LEASE_AND_MORE_MS);
      const successor = world.run();
      process.companions.push(successor);
      await successor;
      wake();
      return answer;
    },
  },
];

/** The lease of a company lasts a minute, and longer while a call is out. */
const LEASE_AND_MORE_MS = 150_000;
