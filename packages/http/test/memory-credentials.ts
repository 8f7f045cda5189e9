import type { CredentialStore } from '@ledgerferry/core';

/** Credentials in memory, with a lock that many "processes" share. */
export function createStore() {
  const secrets = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  const locks = { taken: 0 };
  const store: CredentialStore = {
    read: (name) => Promise.resolve(secrets.get(name)),
    write: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
    exclusively: (_name, action) => {
      locks.taken += 1;
      const result = last.then(action, action);
      last = result.catch(() => {});
      return result;
    },
  };
  return { store, secrets, locks };
}
