import type { CredentialStore } from '@ledgerferry/core';

/** Credentials that live as long as a test. */
export interface MemoryCredentials extends CredentialStore {
  /** What is kept, by name. */
  readonly secrets: Map<string, string>;
  /** How often somebody had the credentials for himself. */
  readonly locksTaken: number;
}

/** Makes a credential store in memory: what the companies of one runner share, and what is left when a process ends. */
export function createMemoryCredentials(): MemoryCredentials {
  const secrets = new Map<string, string>();
  const last = new Map<string, Promise<unknown>>();
  let locksTaken = 0;
  return {
    secrets,
    get locksTaken() {
      return locksTaken;
    },
    read: (name) => Promise.resolve(secrets.get(name)),
    write: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
    exclusively(name, action) {
      locksTaken += 1;
      const mine = (last.get(name) ?? Promise.resolve()).then(action);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}
