import type { OpenTo } from '../reference-data/netsuite-facts.js';

interface Listed {
  readonly subsidiaries: OpenTo;
  readonly isInactive: boolean;
}

/** The one that can be used, or why none can. */
export type Picked<Candidate> =
  | { readonly usable: Candidate }
  | { readonly unusable: 'unknown' }
  | { readonly unusable: 'inactive' | 'subsidiary' | 'ambiguous'; readonly example: Candidate };

/** Picks, of all that were found under one name, the one that is active and open to the subsidiary. */
export function pickUsable<Candidate extends Listed>(
  found: readonly Candidate[],
  subsidiary: string | null,
): Picked<Candidate> {
  const [example] = found;
  if (!example) return { unusable: 'unknown' };
  const active = found.filter(({ isInactive }) => !isInactive);
  const [anyActive] = active;
  if (!anyActive) return { unusable: 'inactive', example };
  const [usable, ...others] = active.filter((candidate) => isOpenTo(candidate, subsidiary));
  if (!usable) return { unusable: 'subsidiary', example: anyActive };
  return others.length === 0 ? { usable } : { unusable: 'ambiguous', example: usable };
}

/** True where the subsidiary may use it; an account without subsidiaries has none to mind. */
export function isOpenTo({ subsidiaries }: Pick<Listed, 'subsidiaries'>, subsidiary: string | null): boolean {
  return subsidiary === null || subsidiaries === null || subsidiaries.has(subsidiary);
}
