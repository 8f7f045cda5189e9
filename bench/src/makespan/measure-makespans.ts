import type { FarEndKind, Scenario } from './far-end.ts';
import { measureMakespan, type Makespan } from './measure-makespan.ts';
import { netsuite } from './netsuite.ts';
import { xero } from './xero.ts';

/** A further accounting system is one more of these. */
const KINDS: readonly FarEndKind[] = [xero, netsuite];

/** The makespans of every accounting system's scenarios, with what the least is computed from. */
export async function measureMakespans() {
  const reports = [];
  for (const kind of KINDS) {
    const makespans: (Scenario & Makespan)[] = [];
    for (const scenario of kind.scenarios) makespans.push({ ...scenario, ...(await measureMakespan(kind, scenario)) });
    const { name, limits, assumptions } = kind;
    reports.push({ name, limits, assumptions, makespans, hold: makespans.every(({ holds }) => holds) });
  }
  return reports;
}
