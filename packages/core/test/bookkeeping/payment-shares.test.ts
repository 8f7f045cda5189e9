import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharePayment } from '../../src/bookkeeping/payment-shares.js';
import type { SettledInvoice } from '../../src/model/accounting-entry.js';
import { money } from '../../src/model/money.js';

const euro = (minorUnits: number) => money('EUR', minorUnits, 2);

function invoice(name: string, minorUnits: number | null, currency = 'EUR'): SettledInvoice {
  return {
    accountingEntryId: name,
    documentKey: `${name}/booking`,
    externalId: null,
    amount: minorUnits === null ? null : money(currency, minorUnits, 2),
  };
}

/** Shares as `name minorUnits`, or what does not fit. */
function shared(minorUnits: number, ...settles: readonly SettledInvoice[]) {
  const result = sharePayment({ amount: euro(minorUnits), settles });
  return 'shares' in result
    ? result.shares.map((share) => [share.invoice.accountingEntryId, share.amount.minorUnits])
    : result;
}

describe('a payment is divided among its invoices', () => {
  test('in their order, each up to its amount', () => {
    expect(shared(10_000, invoice('a', 4_000), invoice('b', 6_000))).toEqual([
      ['a', 4_000],
      ['b', 6_000],
    ]);
    expect(shared(5_000, invoice('a', 4_000), invoice('b', 6_000), invoice('c', 100))).toEqual([
      ['a', 4_000],
      ['b', 1_000],
    ]);
  });

  test('the rest goes to the last one, where nobody knows what that comes to', () => {
    expect(shared(10_000, invoice('a', 4_000), invoice('b', null))).toEqual([
      ['a', 4_000],
      ['b', 6_000],
    ]);
    expect(shared(10_000, invoice('a', null), invoice('b', 6_000))).toEqual({
      misfit: 'amount-unknown',
      found: 'The payment of 100.00 EUR settles 2 bills, and what they come to is not known.',
    });
  });

  test('not where something would be left, or an invoice is in another currency', () => {
    expect(shared(10_001, invoice('a', 4_000), invoice('b', 6_000))).toEqual({
      misfit: 'too-much',
      found: 'Of the payment of 100.01 EUR, 0.01 EUR would be left once the bills that it settles are paid.',
    });
    expect(shared(10_000, invoice('a', 10_000, 'SEK'))).toEqual({
      misfit: 'other-currency',
      found: 'The payment is 100.00 EUR, and a bill that it settles 100.00 SEK.',
    });
  });

  test('shares come to the payment, and none exceeds its invoice', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 30_000 }), (due, paid) => {
        const settles = due.map((amount, place) => invoice(`${place}`, amount));
        const result = sharePayment({ amount: euro(paid), settles });
        const all = due.reduce((sum, amount) => sum + amount, 0);
        expect('shares' in result).toBe(paid <= all);
        if (!('shares' in result)) return;
        expect(result.shares.reduce((sum, { amount }) => sum + amount.minorUnits, 0)).toBe(paid);
        for (const { invoice: settled, amount } of result.shares) {
          expect(amount.minorUnits).toBeGreaterThan(0);
          expect(amount.minorUnits).toBeLessThanOrEqual(settled.amount?.minorUnits ?? 0);
        }
      }),
    );
  });
});
