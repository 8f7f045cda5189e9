import { expect, test } from 'vitest';
import type { Problem } from '../../src/errors/problem.js';
import { groupProblems } from '../../src/inspection/group-problems.js';
import type { ItemOutcome } from '../../src/model/item-outcome.js';

function failed(accountingEntryId: string, problem: Partial<Problem>): ItemOutcome {
  const known = {
    code: 'ACME_CLOSED',
    reason: 'validation_failure',
    owner: 'bookkeeper',
    message: 'The books are shut.',
  } as const;
  return { status: 'failed', accountingEntryId, problem: { ...known, ...problem }, externalId: null };
}

test('equal problems are one group, the largest first', () => {
  const groups = groupProblems([
    failed('e1', { code: 'ACME_OTHER', message: 'Something else.' }),
    failed('e2', {}),
    {
      status: 'exported',
      accountingEntryId: 'e3',
      externalId: 'x',
      externalUrl: null,
      alreadyExported: false,
      warnings: [],
    },
    failed('e4', {}),
  ]);

  expect(groups).toMatchObject([
    { code: 'ACME_CLOSED', message: 'The books are shut.', accountingEntryIds: ['e2', 'e4'] },
    { code: 'ACME_OTHER', message: 'Something else.', accountingEntryIds: ['e1'] },
  ]);
});

test('sentences that name their own entry are equal', () => {
  const [group, ...others] = groupProblems([
    failed('e1', { message: 'Entry e1 came without data.' }),
    failed('e2', { message: 'Entry e2 came without data.' }),
  ]);

  expect(others).toEqual([]);
  expect(group).toMatchObject({ message: 'Entry … came without data.', sentences: ['Entry … came without data.'] });
});

test('an entry that is alone keeps its name', () => {
  expect(groupProblems([failed('e1', { message: 'Entry e1 came without data.' })])).toMatchObject([
    { message: 'Entry e1 came without data.' },
  ]);
});

test('where sentences of a code differ, the group says what the code means and lists them', () => {
  const outcomes = [failed('e1', { message: 'Dated 1 May.' }), failed('e2', { message: 'Dated 2 May.' })];
  const advice = {
    meaning: 'The day is closed.',
    kind: 'item-rejected',
    owner: 'bookkeeper',
    fix: 'Open it.',
  } as const;

  expect(groupProblems(outcomes, { ACME_CLOSED: advice })).toMatchObject([
    { message: 'The day is closed.', sentences: ['Dated 1 May.', 'Dated 2 May.'] },
  ]);
  expect(groupProblems(outcomes, {})).toMatchObject([{ message: '2 different reasons.' }]);
});

test('one code that different people must act on is a group for each', () => {
  expect(groupProblems([failed('e1', {}), failed('e2', { owner: 'administrator' })])).toHaveLength(2);
});

test('parked entries are a group for the bookkeeper, with their evidence', () => {
  const parked = (accountingEntryId: string): ItemOutcome => ({
    status: 'parked',
    accountingEntryId,
    evidence: `Check reference ${accountingEntryId}/journal.`,
  });

  expect(groupProblems([parked('e1'), parked('e2')])).toMatchObject([
    { code: 'PARKED', owner: 'bookkeeper', message: 'Check reference …/journal.', accountingEntryIds: ['e1', 'e2'] },
  ]);
});
