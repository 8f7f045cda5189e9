import type { KnownSubsidiary } from './account-setup.js';
import type { OpenTo } from './netsuite-facts.js';

/** How a row says which subsidiaries may use it. */
export interface SubsidiaryColumns {
  /** A list of internal ids as text: `1, 3, 6`. Null where the account has no subsidiaries. */
  readonly subsidiary: string | null;
  /** True where those below them may use it as well. */
  readonly includechildren: boolean;
}

/** Which subsidiaries may use what the row describes. Source: Oracle, Records Catalog: account. */
export function openTo({ subsidiary, includechildren }: SubsidiaryColumns, all: readonly KnownSubsidiary[]): OpenTo {
  if (subsidiary === null) return null;
  const named = subsidiary.split(',').map((id) => id.trim());
  return new Set(includechildren ? named.flatMap((id) => withThoseBelow(id, all)) : named);
}

function withThoseBelow(id: string, all: readonly KnownSubsidiary[]): readonly string[] {
  const below = all.filter(({ parent }) => parent === id).map((subsidiary) => subsidiary.id);
  return [id, ...below.flatMap((child) => withThoseBelow(child, all))];
}
