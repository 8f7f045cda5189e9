import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StateStore } from '@ledgerferry/core';
import { afterAll } from 'vitest';
import { describeStateStore } from '@ledgerferry/testkit';
import { createThreadedStateStore, currentProcess } from '../src/index.js';
import { temporaryFolder } from './state-files.js';

const folder = await temporaryFolder();
let last: StateStore | undefined;

afterAll(async () => {
  await last?.close();
  await folder[Symbol.asyncDispose]();
});

/** Starting a thread from sources is slow: behaviours share one and the file, which is emptied before each. */
describeStateStore('SQLite on a thread of its own', {
  holders: { running: currentProcess(), gone: { ...currentProcess(), startedAt: 'long ago' } },
  outlivesClosing: true,
  async createStore() {
    const path = join(folder.path, 'state.db');
    const others: StateStore[] = [];
    last = (await isOpen(last)) ?? (await createThreadedStateStore({ path }));
    emptyFile(path);
    const openAgain = async () => {
      const store = await createThreadedStateStore({ path });
      others.push(store);
      return store;
    };
    const dispose = async () => void (await Promise.all(others.map((store) => store.close())));
    return { store: last, openAgain, dispose };
  },
});

async function isOpen(store: StateStore | undefined): Promise<StateStore | undefined> {
  return store?.jobs('company-1').then(
    () => store,
    () => undefined,
  );
}

function emptyFile(path: string): void {
  const connection = new DatabaseSync(path, { timeout: 5000 });
  const triggers = connection.prepare("select name, sql from sqlite_master where type = 'trigger'").all();
  for (const { name } of triggers) connection.exec(`drop trigger ${String(name)}`);
  for (const table of ['lease', 'job', 'item', 'document', 'audit', 'job_elsewhere', 'entry_elsewhere'])
    connection.exec(`delete from ${table}`);
  for (const { sql } of triggers) connection.exec(String(sql));
  connection.close();
}
