import type { CredentialStore } from '@ledgerferry/core';
import type { Pace } from './pace.js';

// what the companies of one process have in common is the runner's credential store
const paces = new WeakMap<CredentialStore, Map<string, Pace>>();

/**
 * The budget under this name: one for all companies of this process that post to the same organisation, because the far end counts per
 * organisation. The first to ask makes it.
 */
export function sharedPace(credentials: CredentialStore, name: string, create: () => Pace): Pace {
  const known = paces.get(credentials) ?? new Map<string, Pace>();
  paces.set(credentials, known);
  const pace = known.get(name) ?? create();
  known.set(name, pace);
  return pace;
}
