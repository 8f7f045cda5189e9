import { ANSWER_FAULTS, BATCH_FAULTS } from './batch-faults.js';
import { COMMIT_FAULTS } from './commit-faults.js';
import type { Fault, FaultKind } from './fault-kind.js';
import { NETWORK_FAULTS } from './network-faults.js';
import { PAGE_FAULTS } from './page-faults.js';
import { PEOPLE_FAULTS } from './people-faults.js';
import { PROCESS_FAULTS } from './process-faults.js';
import { TIME_FAULTS } from './time-faults.js';

/** Every way in which a use of the outside can go wrong here. */
export const FAULT_KINDS: readonly FaultKind[] = [
  ...PROCESS_FAULTS,
  ...NETWORK_FAULTS,
  ...BATCH_FAULTS,
  ...ANSWER_FAULTS,
  ...PAGE_FAULTS,
  ...COMMIT_FAULTS,
  ...TIME_FAULTS,
  ...PEOPLE_FAULTS,
];

const byId = new Map(FAULT_KINDS.map((kind) => [kind.id, kind]));

/** @throws where there is no such kind. */
export function kindOf({ kind }: Pick<Fault, 'kind'>): FaultKind {
  const found = byId.get(kind);
  if (!found) throw new Error(`There is no kind of fault "${kind}".`);
  return found;
}
