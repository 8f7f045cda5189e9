import { IntegrationError, type Document, type EntryPlan, type Json } from '@ledgerferry/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { taxIncluded } from '../../src/plan/split-tax.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { anyCase, type AnyCase } from './any-entry.js';
import { FACTS } from './sample-books.js';

const RUNS = { numRuns: 400 };

/** Runs a property over every plan of an entry that passes the rules; answers with how many there were. */
function forEachPlan(property: (planned: EntryPlan, drawn: AnyCase) => void): number {
  let plans = 0;
  fc.assert(
    fc.property(anyCase, (drawn) => {
      if (problemsOf(drawn).length > 0) return;
      plans += 1;
      property(planOf(drawn), drawn);
    }),
    RUNS,
  );
  return plans;
}

function problemsOf({ entry, connection }: AnyCase) {
  return xeroRules(FACTS, connection).flatMap((rule) => rule.validate(entry));
}

function planOf({ entry, connection }: AnyCase): EntryPlan {
  return planXeroEntry(entry, FACTS, connection);
}

describe('whatever Pleo sends', () => {
  test('what passes the rules is planned, the same each time, and most of it passes', () => {
    const plans = forEachPlan((planned, drawn) => {
      expect(planOf(structuredClone(drawn))).toEqual(planned);
      expect(planned.documents.length).toBeGreaterThan(0);
    });
    expect(plans).toBeGreaterThan(RUNS.numRuns / 3);
  });

  test('what does not pass has problems that say what to do, and its plan says the same or nothing', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const problems = problemsOf(drawn);
        for (const { code, message } of problems) {
          expect(code).toMatch(/^XERO_[A-Z_]+$/);
          expect(message).toMatch(/^.{20,}[.]$/u);
          expect(message).not.toMatch(/undefined|null|NaN|\[object/);
        }
        const refusal = refusalOf(drawn);
        expect([undefined, ...problems.map(({ code }) => code)]).toContain(refusal);
      }),
      RUNS,
    );
  });

  test('documents are named by entry and role, the first one as its booking', () => {
    forEachPlan(({ documents }, { entry }) => {
      const roles = documents.map(({ role }) => role);
      expect(roles.slice(0, 1)).toEqual(['booking']);
      expect(roles.slice(1)).toEqual(
        entry.settles.length > 0
          ? roles.slice(1).map((_role, place) => `payment-${place + 2}`)
          : roles.slice(1).map(() => 'payment'),
      );
      expect(documents.map(({ key }) => key)).toEqual(roles.map((role) => `${entry.accountingEntryId}/${role}`));
    });
  });

  test('documents come to the amount of the entry, on its day', () => {
    forEachPlan(({ documents }, { entry }) => {
      const totals = documents.map(({ summary }) => summary?.total.minorUnits ?? 0);
      const isShared = documents.every(({ recordType }) => recordType === 'payment');
      const whole = isShared ? [sum(totals)] : totals;
      expect(whole).toEqual(whole.map(() => entry.amount.minorUnits));
      expect(totals.filter((total) => total <= 0)).toEqual([]);
      for (const { summary } of documents) expect(summary?.date).toBe(entry.date);
    });
  });

  test('lines come to the document, none to nothing, and journals balance', () => {
    forEachPlan(({ documents }) => {
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
    forEachPlan(({ documents: [booking] }, { entry }) => {
      if (!booking || booking.recordType === 'payment' || linesOf(booking.body).every(({ taxType }) => taxType === ''))
        return;
      const stated = entry.lines.map(({ tax }) => (tax && tax.treatment !== 'reverse' ? tax.amount.minorUnits : 0));
      taxed += Number(sum(stated) > 0);
      expect(sum(linesOf(booking.body).map(taxBooked))).toBe(sum(stated));
    });
    expect(taxed).toBeGreaterThan(30);
  });

  test('bodies are plain JSON without a fraction, and name only what they wait for', () => {
    forEachPlan(({ documents, prerequisites }) => {
      const known = new Set(prerequisites.map(({ key }) => key));
      for (const document of documents) {
        expect(JSON.parse(JSON.stringify(document.body))).toEqual(document.body);
        expect(leavesOf(document.body).filter((value) => typeof value === 'number' && value !== 1)).toEqual([]);
        expect(document.dependsOn.toSorted()).toEqual(namedBy(document).toSorted());
        for (const key of document.dependsOn) expect(known.has(key) || key.startsWith('bill-')).toBe(true);
        known.add(document.key);
      }
    });
  });
});

/** The code with which a plan is refused; undefined where there is a plan. */
function refusalOf(drawn: AnyCase): string | undefined {
  try {
    planOf(drawn);
    return undefined;
  } catch (error) {
    if (IntegrationError.isInstance(error)) return error.code;
    throw error;
  }
}

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

function namedBy({ body }: Document): readonly string[] {
  return [...JSON.stringify(body).matchAll(/"documentKey":"([^"]+)"/g)].map(([, key = '']) => key);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
