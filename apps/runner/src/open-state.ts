import { existsSync } from 'node:fs';
import type { CredentialStore, StateStore } from '@ledgerferry/core';
import { createCredentialFile, createSqliteStateStore, createThreadedStateStore } from '@ledgerferry/state-sql';
import type { Configuration } from './configuration/read-configuration.js';

/**
 * Opens the state: for an export on a thread of its own, which starts while the configuration is read; for a short command in this
 * one. A short command does not make a file where there is none.
 */
export async function openState(
  configuration: Promise<Pick<Configuration, 'stateFile'>>,
  work: 'export' | 'short-command',
): Promise<StateStore> {
  if (work === 'export') return createThreadedStateStore(configuration.then(({ stateFile: path }) => ({ path })));
  const { stateFile } = await configuration;
  return createSqliteStateStore({ path: existsSync(stateFile) ? stateFile : ':memory:' });
}

/** Rotating tokens, in an encrypted file beside the state. Without `secrets.key` it is an error to need them, and no other. */
export function openCredentials({
  stateFile,
  secretsKey,
}: Pick<Configuration, 'stateFile' | 'secretsKey'>): CredentialStore {
  let opened: CredentialStore | undefined;
  const open = (): CredentialStore =>
    (opened ??= createCredentialFile({ path: `${stateFile}.credentials`, key: secretsKey ?? '' }));
  return {
    read: async (name) => open().read(name),
    write: async (name, secret) => open().write(name, secret),
    exclusively: async (name, action) => open().exclusively(name, action),
  };
}
