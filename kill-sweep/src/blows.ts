import type { Finding } from './finding.ts';

/** What the blows of a case left behind, before the job is finished. */
export interface Blows {
  /** How many fell: none where the run had fewer requests or commits than the case counts to. */
  readonly fell: number;
  /** What is wrong already. */
  readonly findings?: readonly Finding[];
  /** Resolves once nothing of what was sent can take effect any more. */
  readonly quiet?: Promise<unknown>;
}
