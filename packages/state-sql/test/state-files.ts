import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StateStore } from '@ledgerferry/core';
import type { StateStoreUnderTest } from '@ledgerferry/testkit';

/** A folder that is removed when it is disposed of. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'ledgerferry-state-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** A store on a fresh file, which can be opened again. */
export async function filesOf(open: (path: string) => Promise<StateStore>): Promise<StateStoreUnderTest> {
  const folder = await temporaryFolder();
  const opened: StateStore[] = [];
  const openAgain = async () => {
    const store = await open(join(folder.path, 'state.db'));
    opened.push(store);
    return store;
  };
  const dispose = async () => {
    await Promise.all(opened.map((store) => store.close()));
    await folder[Symbol.asyncDispose]();
  };
  return { store: await openAgain(), openAgain, dispose };
}
