import type { CredentialStore } from '@ledgerferry/core';

/** A credential store in memory: what two companies of one runner share. */
export function createMemoryCredentials(): CredentialStore {
  const secrets = new Map<string, string>();
  const last = new Map<string, Promise<unknown>>();
  return {
    read: async (name) => secrets.get(name),
    write: async (name, secret) => void secrets.set(name, secret),
    exclusively(name, action) {
      const mine = (last.get(name) ?? Promise.resolve()).then(action);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}
