import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Database } from '../src/database.js';
import { createThreadedStateStore, SqliteState } from '../src/index.js';
import { outcomeFor, startJob } from './samples.js';
import { temporaryFolder } from './state-files.js';

test('a state file is in WAL mode', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  new SqliteState({ path }).close();
  const connection = new DatabaseSync(path);
  expect(connection.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  connection.close();
});

test('a file of a newer program is refused and left as it is', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  change(path, 'pragma user_version = 99');
  expect(() => new SqliteState({ path })).toThrow(
    `The state file ${path} was written by a newer Ledgerferry (form 99, this one knows 3). ` +
      'Update Ledgerferry, or name another file in the setting `state`.',
  );
  await expect(createThreadedStateStore({ path })).rejects.toMatchObject({
    code: 'STATE_NEWER',
    kind: 'misconfigured',
  });
});

test('a file that is no database is refused by name', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'ledgerferry.yaml');
  writeFileSync(path, 'adapter: "@ledgerferry/adapter-journal"\n'.repeat(100));
  expect(() => new SqliteState({ path })).toThrow(
    `The state file ${path} is not a Ledgerferry state file. Check the setting \`state\`.`,
  );
});

test('a folder that does not exist is named with what to do', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'missing', 'state.db');
  await expect(createThreadedStateStore({ path })).rejects.toMatchObject({
    code: 'STATE_UNAVAILABLE',
    kind: 'transient',
    details: { sqlite: 14 },
    message: `The state file ${path} cannot be opened. Check that its folder exists and that this user may write there.`,
  });
});

test('a full disk is told as such, and what was there before stays and can be read', () => {
  const database = new Database(':memory:', 0);
  database.run("insert into job values ('job-1', 'company-1', 'tenant-1', 'pending', 1, 1, null, null)");
  const pages = database.rows(z.object({ page_count: z.number() }), 'pragma page_count')[0]?.page_count ?? 0;
  database.rows(z.unknown(), `pragma max_page_count = ${pages}`);
  const fill = () =>
    database.atomically(() => {
      database.run("update job set tenant = 'tenant-2'");
      database.atomically(() => database.run('update job set final_status = hex(zeroblob(1000000))'));
    });
  expect(fill).toThrow(
    'The state file :memory: cannot grow because the disk is full. Free some space, then run again.',
  );
  expect(database.rows(z.object({ tenant: z.string() }), 'select tenant from job')).toEqual([{ tenant: 'tenant-1' }]);
  expect(database.isInTransaction).toBe(false);
});

test('a stored row that this program cannot read is a failure, not an absence', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const state = new SqliteState({ path });
  const lease = startJob(state, ['entry-1']);
  state.record(lease, { jobId: 'job-1', at: 1, source: 'answer', documents: [], outcomes: [outcomeFor('entry-1')] });
  change(path, `update item set outcome = '{"status":"exported"}'`);
  expect(() => state.items('job-1')).toThrow(expect.objectContaining({ code: 'STATE_UNAVAILABLE' }));
  state.close();
});

test('the audit trail can be neither changed nor shortened, by any program', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const state = new SqliteState({ path });
  startJob(state, ['entry-1']);
  expect(() => change(path, "update audit set lines = '[]'")).toThrow('append-only');
  expect(() => change(path, 'delete from audit')).toThrow('append-only');
  expect(state.auditTrail({ companyId: 'company-1' }).map(({ event }) => event)).toEqual([
    'lease-taken',
    'job-taken-up',
    'items-enlisted',
  ]);
  state.close();
});

test('a lease that ran out may still be written under as long as nobody took over', () => {
  const state = new SqliteState({ path: ':memory:' });
  const lease = startJob(state, []);
  state.enlist({ ...lease, expiresAt: 0 }, 'job-1', ['entry-1']);
  expect(state.items('job-1')).toHaveLength(1);
  state.close();
});

function change(path: string, sql: string): void {
  const connection = new DatabaseSync(path);
  try {
    connection.exec(sql);
  } finally {
    connection.close();
  }
}
