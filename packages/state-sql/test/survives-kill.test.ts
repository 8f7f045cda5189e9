import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSqliteStateStore, currentProcess } from '../src/index.js';
import { temporaryFolder } from './state-files.js';

const sources = new URL('../src/resolve-sources.ts', import.meta.url).href;
const writer = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));

test.for(['thread', 'same thread'])(
  'every write that was acknowledged is there after kill -9, and the lease is free at once (%s)',
  async (kind) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'state.db');
    const child = fork(writer, [path, kind], { execArgv: ['--import', sources] });
    const acknowledged = await killAfter(child, 30);

    const store = createSqliteStateStore({ path });
    const stored = new Set((await store.items('job-1')).map(({ accountingEntryId }) => accountingEntryId));
    expect(acknowledged.filter((entry) => !stored.has(entry))).toEqual([]);
    expect(stored.size % 20).toBe(0);
    const request = { companyId: 'company-1', holder: currentProcess(), now: Date.now(), durationMs: 1_000 };
    expect(await store.acquireLease(request)).toMatchObject({ granted: true, lease: { token: 2 } });
    await store.close();
    expect(integrityOf(path)).toBe('ok');
  },
);

/** The entries it was told of, up to the moment the process was gone. */
async function killAfter(child: ChildProcess, batches: number): Promise<readonly string[]> {
  const told: string[][] = [];
  child.on('message', (entries: string[]) => {
    told.push(entries);
    if (told.length === batches) child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(told.length).toBeGreaterThanOrEqual(batches);
  return told.flat();
}

function integrityOf(path: string): unknown {
  const connection = new DatabaseSync(path);
  const row = connection.prepare('pragma integrity_check').get();
  connection.close();
  return row?.['integrity_check'];
}
