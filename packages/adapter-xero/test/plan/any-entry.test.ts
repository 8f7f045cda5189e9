import type { Json } from '@ledgerferry/core';
import { describePlans, forEachPlan, type PlansUnderTest } from '@ledgerferry/testkit/any-entry';
import { describe, expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { taxIncluded } from '../../src/plan/split-tax.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { anyCase, type AnyCase } from './any-entry.js';
import { FACTS } from './sample-books.js';

const plans: PlansUnderTest<AnyCase> = {
  anyCase,
  rules: ({ connection }) => xeroRules(FACTS, connection),
  plan: ({ entry, connection }) => planXeroEntry(entry, FACTS, connection),
  runs: 400,
};

describePlans(plans);

describe('whatever Pleo sends to Xero', () => {
  test('the first document is the booking, and the others its payments', () => {
    forEachPlan(plans, ({ documents }, { entry }) => {
      const [first, ...others] = documents.map(({ role }) => role);
      expect(first).toBe('booking');
      expect(others).toEqual(
        others.map((_role, place) => (entry.settles.length > 0 ? `payment-${place + 2}` : 'payment')),
      );
    });
  });

  test('documents come to the amount of the entry', () => {
    forEachPlan(plans, ({ documents }, { entry }) => {
      const totals = documents.map(({ summary }) => summary?.total.minorUnits ?? 0);
      const isShared = documents.every(({ recordType }) => recordType === 'payment');
      const whole = isShared ? [sum(totals)] : totals;
      expect(whole).toEqual(whole.map(() => entry.amount.minorUnits));
    });
  });

  test('lines come to the document, none to nothing, and journals balance', () => {
    forEachPlan(plans, ({ documents }) => {
      for (const { body, recordType, summary } of documents) {
        const amounts = linesOf(body).map(({ amount }) => amount);
        if (amounts.length === 0) continue;
        expect(amounts).not.toContain(0);
        expect(sum(amounts)).toBe(recordType === 'manual-journal' ? 0 : summary?.total.minorUnits);
      }
    });
  });

  test('Xero books exactly the tax that Pleo states', () => {
    let taxed = 0;
    forEachPlan(plans, ({ documents: [booking] }, { entry }) => {
      if (!booking || booking.recordType === 'payment' || linesOf(booking.body).every(({ taxType }) => taxType === ''))
        return;
      const stated = entry.lines.map(({ tax }) => (tax && tax.treatment !== 'reverse' ? tax.amount.minorUnits : 0));
      taxed += Number(sum(stated) > 0);
      expect(sum(linesOf(booking.body).map(taxBooked))).toBe(sum(stated));
    });
    expect(taxed).toBeGreaterThan(30);
  });

  test('bodies have no numbers but how many pieces there are: one', () => {
    forEachPlan(plans, ({ documents }) => {
      const leaves = documents.flatMap(({ body }) => leavesOf(body));
      expect(leaves.filter((value) => typeof value === 'number' && value !== 1)).toEqual([]);
    });
  });
});

interface Line {
  readonly amount: number;
  readonly taxType: string;
  readonly taxAmount: string;
}

function linesOf(body: Json): readonly Line[] {
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(body ?? {}));
  const lines: unknown = fields.get('LineItems') ?? fields.get('JournalLines') ?? [];
  if (!Array.isArray(lines)) return [];
  return lines.map((line: object) => {
    const of = new Map<string, unknown>(Object.entries(line));
    const text = (field: string): string => {
      const value = of.get(field);
      return typeof value === 'string' ? value : '';
    };
    return {
      amount: Number((text('UnitAmount') || text('LineAmount')).replace('.', '')),
      taxType: text('TaxType'),
      taxAmount: text('TaxAmount'),
    };
  });
}

/** What Xero books for a line: the tax that is sent, else what it works out. */
function taxBooked({ amount, taxType, taxAmount }: Line): number {
  if (taxAmount !== '') return Number(taxAmount.replace('.', ''));
  const rate = FACTS.taxRates.find((one) => one.taxType === taxType);
  return rate ? taxIncluded({ currency: 'EUR', minorUnits: amount, exponent: 2 }, rate.effectiveRate).minorUnits : 0;
}

function leavesOf(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((held: Json) => leavesOf(held))
    : [value];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
