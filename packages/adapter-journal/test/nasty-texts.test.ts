import { rmSync } from 'node:fs';
import { postingsOf, type AccountingEntry } from '@ledgerferry/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAccountCode, encodeAccountCode } from '../src/account-names.js';
import { callFor, openJournal, queryFor, type Extension } from './journal-fixture.js';
import { nastyEntry } from './nasty-entries.js';
import { ledgerPrograms } from './real-ledgers.js';

/** What the ledger must come to, from the entries alone. */
function expectedBalances(entries: readonly AccountingEntry[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, amount } of entries.flatMap(postingsOf)) {
    const key = JSON.stringify([account.code, amount.currency]);
    sums[key] = (sums[key] ?? 0) + amount.minorUnits;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

describe.each<Extension>(['journal', 'beancount'])('whatever texts say, in a %s file', (extension) => {
  test('every entry is found again, once, with its amount and accounts', async () => {
    const { adapter, reopen, file } = openJournal(extension);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(nastyEntry, { selector: (entry) => entry.accountingEntryId, maxLength: 6 }),
        async (entries) => {
          rmSync(file, { force: true });
          const fresh = reopen();
          const call = callFor(fresh, ...entries);
          const outcomes = await fresh.post(call);
          expect(outcomes.map((outcome) => outcome.status)).toEqual(outcomes.map(() => 'posted'));
          const findings = await reopen().find(call.documents.map(({ document }) => queryFor(document)));
          expect(findings.map((finding) => 'summary' in finding && finding.summary)).toEqual(
            call.documents.map(({ document }) => document.summary),
          );
          expect(findings.every((finding) => 'others' in finding && finding.others.length === 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
    expect(adapter.capabilities.reference.unique).toBe(true);
  });
});

describe.each(ledgerPrograms)('$command', (program) => {
  test('accepts every entry and sees the same balances', async () => {
    const { reopen, file } = openJournal(program.extension);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(nastyEntry, { selector: (entry) => entry.accountingEntryId, minLength: 40, maxLength: 60 }),
        async (entries) => {
          rmSync(file, { force: true });
          const adapter = reopen();
          await adapter.post(callFor(adapter, ...entries.slice(0, 10)));
          await adapter.post(callFor(adapter, ...entries.slice(10)));
          program.check(file);
          expect(program.balances(file)).toEqual(expectedBalances(entries));
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  }, 30_000);
});

test('no two account codes share a name', () => {
  const hledger = { first: /^[\p{L}\p{N}]/u, any: /[\p{L}\p{N}._/ -]/u };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('', '-u', 'X-u-', '-'), (end, start) => {
      expect(decodeAccountCode(encodeAccountCode(start + end, hledger))).toBe(start + end);
    }),
  );
});
