import { describeStateStore } from '@ledgerferry/testkit';
import { createSqliteStateStore, currentProcess } from '../src/index.js';
import { filesOf } from './state-files.js';

/** This process began at another time, so the one with its number and that start is gone. */
const holders = { running: currentProcess(), gone: { ...currentProcess(), startedAt: 'long ago' } };

describeStateStore('SQLite in memory', {
  holders,
  outlivesClosing: false,
  async createStore() {
    const store = createSqliteStateStore({ path: ':memory:' });
    return { store, dispose: () => store.close() };
  },
});

describeStateStore('SQLite in a file', {
  holders,
  outlivesClosing: true,
  createStore: () => filesOf(async (path) => createSqliteStateStore({ path })),
});
