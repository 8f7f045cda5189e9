import { CORE_ERRORS, type ItemOutcome } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { describeProblems } from '../../src/presentation/describe-problems.js';

function exported(accountingEntryId: string, warnings: readonly string[]): ItemOutcome {
  return {
    status: 'exported',
    accountingEntryId,
    externalId: 'LF-1',
    externalUrl: null,
    alreadyExported: false,
    warnings,
  };
}

test('receipts that failed for the same cause are told once, also where file names carry the id of their entry', () => {
  const outcomes = [
    exported('e1', ['The receipt e1-1.pdf is too large.']),
    exported('e2', ['The receipt e2-1.pdf is too large.']),
    exported('e3', []),
    exported('e4', ['The receipt cannot be downloaded.']),
  ];

  expect(describeProblems(outcomes, CORE_ERRORS)).toBe(
    [
      '2 entries are in the ledger without every receipt: The receipt …-1.pdf is too large.',
      '  entries: e1, e2',
      '1 entry is in the ledger without every receipt: The receipt cannot be downloaded.',
      '  entries: e4',
    ].join('\n'),
  );
});

test('a cause with many entries names some of them and says how many more there are', () => {
  const problem = { code: 'PAYLOAD_MISSING', reason: 'unexpected_failure', owner: 'ledgerferry' } as const;
  const outcomes = ['e1', 'e2', 'e3', 'e4', 'e5'].map((accountingEntryId): ItemOutcome => ({
    status: 'failed',
    accountingEntryId,
    problem: { ...problem, message: `Pleo sent no data for entry ${accountingEntryId}.` },
    externalId: null,
  }));

  expect(describeProblems(outcomes, CORE_ERRORS)).toBe(
    [
      "5 entries, for Ledgerferry's makers: Pleo sent no data for entry …. [PAYLOAD_MISSING]",
      '  entries: e1, e2, e3, and 2 more',
    ].join('\n'),
  );
});
