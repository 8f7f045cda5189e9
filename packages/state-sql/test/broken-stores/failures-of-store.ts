import {
  stateStoreConformance,
  stateStoreFailures,
  type Failure,
  type StateStoreSuiteOptions,
} from '@ledgerferry/testkit';
import { createSqliteStateStore, currentProcess } from '../../src/index.js';
import { filesOf } from '../state-files.js';
import type { BrokenStore } from './broken-store.js';

const behaviours = stateStoreConformance.themes.flatMap((theme) => theme.behaviours);

/** What a failure of this behaviour must say at its end. */
export function adviceOf(title: string): string {
  return `\n  to do:    ${behaviours.find((behaviour) => behaviour.title === title)?.advice}\n  read on:  `;
}

/** The behaviours that a spoiled store in memory lacks; where it shows in a file alone, those of durability in a file as well. */
export async function failuresOfStore({
  spoil,
  inFile,
}: Pick<BrokenStore, 'spoil' | 'inFile'>): Promise<readonly Failure[]> {
  const failures = await stateStoreFailures({
    ...HOLDERS,
    outlivesClosing: false,
    async createStore() {
      const store = spoiled(':memory:', spoil, 1);
      return { store, dispose: () => store.close() };
    },
  });
  return inFile ? [...failures, ...(await stateStoreFailures(inFiles(spoil), ['durability']))] : failures;
}

const HOLDERS = { holders: { running: currentProcess(), gone: { ...currentProcess(), startedAt: 'long ago' } } };

function inFiles(spoil: BrokenStore['spoil']): StateStoreSuiteOptions {
  return {
    ...HOLDERS,
    outlivesClosing: true,
    createStore() {
      let opened = 0;
      return filesOf(async (path) => spoiled(path, spoil, (opened += 1)));
    },
  };
}

function spoiled(path: string, spoil: BrokenStore['spoil'], opened: number) {
  const whole = createSqliteStateStore({ path });
  return { ...whole, ...spoil(whole, opened) };
}
