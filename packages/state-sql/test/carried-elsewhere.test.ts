import type { EntryCarriedElsewhere, JobCarriedElsewhere } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { SqliteState } from '../src/index.js';
import { startJob } from './samples.js';

test('entries of a job that was carried elsewhere are known as such for their company, once noted', () => {
  using world = open();
  world.note([{ jobId: 'job-8', entries: [untold('entry-1'), untold('entry-2')] }]);

  expect(world.state.jobsCarriedElsewhere('company-1')).toEqual(['job-8']);
  expect(world.state.entriesCarriedElsewhere('company-1', ['entry-2', 'entry-3'])).toEqual([untold('entry-2')]);
  expect(world.state.entriesCarriedElsewhere('company-2', ['entry-2'])).toEqual([]);
});

test('a job of which nothing was posted is known and puts no entry in doubt', () => {
  using world = open();
  world.note([{ jobId: 'job-8', entries: [] }]);

  expect(world.state.jobsCarriedElsewhere('company-1')).toEqual(['job-8']);
});

test('noting jobs again changes nothing; their entries add up', () => {
  using world = open();
  world.note([
    { jobId: 'job-9', entries: [untold('entry-1')] },
    { jobId: 'job-8', entries: [untold('entry-1'), untold('entry-2')] },
  ]);
  world.note([{ jobId: 'job-9', entries: [untold('entry-3')] }]);

  expect(world.state.jobsCarriedElsewhere('company-1')).toEqual(['job-8', 'job-9']);
  expect(world.state.entriesCarriedElsewhere('company-1', ['entry-3', 'entry-1'])).toEqual([
    untold('entry-1'),
    untold('entry-3'),
  ]);
});

test('nothing is noted under a lease that another has taken over', () => {
  using world = open();
  const late = { ...world.lease, token: world.lease.token - 1 };
  expect(() => world.state.noteCarriedElsewhere(late, [{ jobId: 'job-8', entries: [] }], 1)).toThrow(
    'no longer works for company company-1',
  );
  expect(world.state.jobsCarriedElsewhere('company-1')).toEqual([]);
});

function open() {
  const state = new SqliteState({ path: ':memory:' });
  const lease = startJob(state, []);
  return {
    state,
    lease,
    note: (jobs: readonly JobCarriedElsewhere[]) => state.noteCarriedElsewhere(lease, jobs, 3_000),
    [Symbol.dispose]: () => state.close(),
  };
}

function untold(accountingEntryId: string): EntryCarriedElsewhere {
  return { accountingEntryId, externalId: null };
}
