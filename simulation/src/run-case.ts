import { latencies } from './cases/latencies.js';
import type { SimulatedCase } from './cases/simulated-case.js';
import { kindOf } from './faults/fault-kinds.js';
import { judge, type Verdict } from './judge.js';
import { Bookkeeper } from './world/bookkeeper.js';
import { ledgerClass } from './world/ledger-classes.js';
import { referenceJob } from './world/reference-job.js';
import type { Told } from './world/simulated-process.js';
import { World } from './world/world.js';

/** More starts than any case needs: what is open then stays open. */
const STARTS = 14;
const PAUSE_MS = 20_000;

/** What became of a case. */
export interface CaseResult {
  readonly verdict: Verdict;
  /** How often which kind of fault struck where. */
  readonly strikes: ReadonlyMap<string, number>;
  /** What the first process used of the outside. */
  readonly world: World;
}

/**
 * Lives through one case: starts the runner again until Pleo has nothing open and the bookkeeper nothing left to export, then lets
 * the books speak.
 */
export async function runCase(simulated: SimulatedCase, tell?: (told: Told) => void): Promise<CaseResult> {
  const world = new World({
    ledgerClass: ledgerClass(simulated.ledgerClass),
    kindOf,
    latency: latencies(simulated.latencySeed),
    sameMachine: simulated.sameMachine,
    tell,
  });
  world.addJob(referenceJob());
  const bookkeeper = new Bookkeeper(world, { exportsTwice: simulated.exportedTwice });
  for (let start = 1; start <= STARTS; start++) {
    const faults = simulated.faults.filter((fault) => fault.process === start);
    const ending = await world.run(faults);
    if (ending.how === 'refused') world.clock.leap(PAUSE_MS);
    if (world.pleo.books().every(isOver) && !(await bookkeeper.exportWhatIsLeft())) break;
  }
  world.clock.leap(world.ledgerClass.capabilities.lingerMs + world.ledgerClass.capabilities.visibilityMs);
  const verdict = judge(world);
  await world.tape.close();
  return { verdict, strikes: world.strikes, world };
}

function isOver({ status }: { readonly status: string }): boolean {
  return status !== 'pending' && status !== 'in_progress';
}
