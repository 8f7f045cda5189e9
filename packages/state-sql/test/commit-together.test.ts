import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { commitTogether } from '../src/commit-together.js';
import { SqliteState } from '../src/index.js';
import { countCommits } from './count-commits.js';
import { entriesUpTo, intentFor, outcomeFor, resultFor, startJob } from './samples.js';
import { temporaryFolder } from './state-files.js';

test('a batch of fifty costs one commit for its intents and one for its results', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const state = new SqliteState({ path });
  const entries = entriesUpTo(50);
  const lease = startJob(state, entries);
  const before = countCommits(path);
  state.intend(lease, intentFor(entries));
  const documents = entries.map(resultFor);
  state.record(lease, { jobId: 'job-1', at: 3_000, source: 'answer', documents, outcomes: entries.map(outcomeFor) });
  expect(countCommits(path) - before).toBe(2);
  state.close();
});

test('calls that waited together share one commit, and one that fails spoils none of the others', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const state = new SqliteState({ path });
  const lease = startJob(state, []);
  const before = countCommits(path);
  const answers = commitTogether(state, [
    { operation: 'enlist', parameters: [lease, 'job-1', ['entry-1']] },
    { operation: 'enlist', parameters: [{ ...lease, token: 0 }, 'job-1', ['entry-2']] },
    { operation: 'items', parameters: ['job-1'] },
    { operation: 'enlist', parameters: [lease, 'job-1', ['entry-3']] },
  ]);
  expect(countCommits(path) - before).toBe(1);
  expect(answers).toMatchObject([
    { value: undefined },
    { error: { code: 'LEASE_LOST' } },
    { value: [{ accountingEntryId: 'entry-1' }] },
    { value: undefined },
  ]);
  expect(state.items('job-1').map(({ accountingEntryId }) => accountingEntryId)).toEqual(['entry-1', 'entry-3']);
  state.close();
});

test('where the commit cannot be had, every call that shared it gets the reason and nothing is kept', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const state = new SqliteState({ path, busyTimeoutMs: 0 });
  const lease = startJob(state, []);
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  const answers = commitTogether(state, [
    { operation: 'enlist', parameters: [lease, 'job-1', ['entry-1']] },
    { operation: 'items', parameters: ['job-1'] },
  ]);
  other.close();
  const refused = { error: { code: 'STATE_UNAVAILABLE', kind: 'transient' } };
  expect(answers).toMatchObject([refused, refused]);
  expect(state.items('job-1')).toEqual([]);
  state.close();
});

test('reading costs no commit and waits for nobody who writes', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const state = new SqliteState({ path, busyTimeoutMs: 0 });
  startJob(state, ['entry-1']);
  const other = new DatabaseSync(path);
  other.exec('begin immediate');
  const answers = commitTogether(state, [{ operation: 'items', parameters: ['job-1'] }]);
  other.close();
  expect(answers).toMatchObject([{ value: [{ accountingEntryId: 'entry-1', state: 'enlisted' }] }]);
  state.close();
});
