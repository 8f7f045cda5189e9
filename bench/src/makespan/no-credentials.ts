import type { CredentialStore } from '@ledgerferry/core';

/** A store of its own for each process: whoever signs in with a fixed token keeps nothing in it. */
export function noCredentials(): CredentialStore {
  return {
    read: async () => undefined,
    write: () => Promise.reject(new Error('nothing is to be kept')),
    exclusively: (_, action) => action(),
  };
}
