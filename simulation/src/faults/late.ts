import type { World } from '../world/world.js';

/** The latest moment at which a call may still take effect, from its sending on: just within what the ledger declares. */
export function lateBy({ ledgerClass }: World): number {
  return ledgerClass.capabilities.lingerMs - 1;
}
