import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookExportItem } from '../../src/bookkeeping/book-export-item.js';
import { invoicePostings, paymentPostings, postingsOf } from '../../src/bookkeeping/postings.js';
import type { AccountingEntry, Posting } from '../../src/model/accounting-entry.js';
import type { ExportItem } from '../../src/model/export-item.js';
import { anyExportItem } from './any-export-item.js';
import { DAYS, settings } from './sample-item.js';

const EVERY_ACCOUNT = settings({
  accounts: {
    wallet: '55010',
    outOfPocket: '63040',
    contra: '55990',
    payable: '63000',
    reimbursementContra: '55980',
    employeeReceivable: '61200',
  },
  timeZone: 'Europe/Copenhagen',
});

/** Types that leave the wallet alone. */
const BESIDE_THE_WALLET = new Set(['out_of_pocket', 'mileage', 'per_diem', 'external_reimbursement', 'invoice']);

const RUNS = { numRuns: 2000 };

function sumOf(postings: readonly Posting[]): bigint {
  return postings.reduce((total, { amount }) => total + BigInt(amount.minorUnits), 0n);
}

/** Runs a property over every entry that comes of any item; items that are refused satisfy it. */
function forEachEntry(property: (entry: AccountingEntry, item: ExportItem) => void): void {
  fc.assert(
    fc.property(anyExportItem, (item) => {
      const booked = bookExportItem(item, EVERY_ACCOUNT, DAYS);
      if ('entry' in booked) property(booked.entry, item);
    }),
    RUNS,
  );
}

describe('whatever Pleo sends', () => {
  test('an item becomes an entry, or problems that say what to do', () => {
    let entries = 0;
    fc.assert(
      fc.property(anyExportItem, (item) => {
        const booked = bookExportItem(item, EVERY_ACCOUNT, DAYS);
        entries += 'entry' in booked ? 1 : 0;
        const messages = 'entry' in booked ? [] : booked.problems.map(({ message }) => message);
        expect('entry' in booked || messages.length > 0).toBe(true);
        for (const message of messages) expect(message).toMatch(/^.{20,}: .+\.$/u);
      }),
      RUNS,
    );
    expect(entries).toBeGreaterThan(RUNS.numRuns / 2);
  });

  test('the postings of each step balance, in one currency', () => {
    forEachEntry((entry) => {
      expect(sumOf(postingsOf(entry))).toBe(0n);
      expect(sumOf(invoicePostings(entry))).toBe(0n);
      expect(sumOf(paymentPostings(entry))).toBe(0n);
      for (const { amount } of postingsOf(entry)) {
        expect(amount.currency).toBe(entry.amount.currency);
        expect(amount.exponent).toBe(entry.amount.exponent);
      }
    });
  });

  test("the wallet moves by the item's amount, or not at all", () => {
    forEachEntry((entry, item) => {
      const wallet = postingsOf(entry).filter(({ account }) => account.role === 'wallet');
      const moved = sumOf(wallet);
      const expected = BESIDE_THE_WALLET.has(item.type) ? 0n : BigInt(item.amount.inWalletCurrency.minorUnits);
      expect(moved < 0n ? -moved : moved).toBe(expected);
    });
  });

  test('the payable account is even once invoice and payment are booked', () => {
    forEachEntry((entry) => {
      if (entry.payable === null) return;
      expect(sumOf(postingsOf(entry).filter(({ account }) => account.role === 'payable'))).toBe(0n);
    });
  });

  test('every amount is a whole number of minor units', () => {
    forEachEntry((entry) => {
      const amounts = [
        entry.amount,
        ...entry.lines.flatMap(({ gross, net, tax }) => [gross, net, ...(tax ? [tax.amount] : [])]),
        ...postingsOf(entry).map(({ amount }) => amount),
      ];
      expect(amounts.every(({ minorUnits }) => Number.isSafeInteger(minorUnits))).toBe(true);
    });
  });

  test('each line and what is paid for it stay together', () => {
    forEachEntry((entry) => {
      for (const { gross, net, tax } of entry.lines) {
        const inPrice = tax && tax.treatment !== 'reverse' ? tax.amount.minorUnits : 0;
        expect(net.minorUnits + inPrice).toBe(gross.minorUnits);
      }
      expect(entry.lines.reduce((total, { gross }) => total + gross.minorUnits, 0)).toBe(entry.amount.minorUnits);
    });
  });

  test('the same item is booked the same way again', () => {
    fc.assert(
      fc.property(anyExportItem, (item) => {
        const again = structuredClone(item);
        expect(bookExportItem(again, EVERY_ACCOUNT, DAYS)).toEqual(bookExportItem(item, EVERY_ACCOUNT, DAYS));
        expect(again).toEqual(item);
      }),
    );
  });
});
