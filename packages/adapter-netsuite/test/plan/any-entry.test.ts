import { IntegrationError, parseDecimal, type Document, type EntryPlan, type Json } from '@ledgerferry/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMERIC_PROPERTIES, RECORD_NAMES, type NetsuiteRecordType } from '../../src/plan/netsuite-record.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { anyCase, type AnyCase } from './any-entry.js';
import { itemsOf, textAt } from './in-short.js';

const RUNS = { numRuns: 150 };

/** Runs a property over every plan of an entry that passes the rules; answers with how many there were. */
function forEachPlan(property: (planned: EntryPlan, drawn: AnyCase) => void): number {
  let plans = 0;
  fc.assert(
    fc.property(anyCase, (drawn) => {
      if (problemsOf(drawn).length > 0 || refusalOf(drawn) !== undefined) return;
      plans += 1;
      property(planOf(drawn), drawn);
    }),
    RUNS,
  );
  return plans;
}

function problemsOf({ entry, facts, connection }: AnyCase) {
  return netsuiteRules(facts, connection).flatMap((rule) => rule.validate(entry));
}

function planOf({ entry, facts, connection }: AnyCase): EntryPlan {
  return planNetsuiteEntry(entry, facts, connection);
}

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

describe('whatever Pleo sends', () => {
  test('what passes the rules is planned, the same each time, and most of it passes', () => {
    const plans = forEachPlan((planned, drawn) => {
      expect(planOf(structuredClone(drawn))).toEqual(planned);
      expect(planned.documents.length).toBeGreaterThan(0);
      expect(planned.prerequisites).toEqual([]);
    });
    expect(plans).toBeGreaterThan(RUNS.numRuns / 2);
  });

  test('it reaches every record', () => {
    const drawn = fc.sample(anyCase, { numRuns: 300, seed: 20_260_311 });
    const plans = drawn.filter((each) => refusalOf(each) === undefined).map(planOf);
    const recordTypes = plans.flatMap(({ documents }) => documents.map(({ recordType }) => recordType));
    expect(new Set(recordTypes)).toEqual(new Set(Object.keys(RECORD_NAMES)));
  });

  test('what does not pass has problems that say what to do, and its plan says the same', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const problems = problemsOf(drawn);
        for (const { code, message } of problems) {
          expect(code).toMatch(/^NETSUITE_[A-Z_]+$/);
          expect(message).toMatch(/^.{20,}[.]$/u);
          expect(message).not.toMatch(/undefined|null|NaN|\[object/);
        }
        expect(new Set(problems.map(({ message }) => message)).size).toBe(problems.length);
        // whether a payment becomes a journal is told by its plan alone
        const refusal = drawn.entry.kind === 'payment' ? undefined : refusalOf(drawn);
        expect([undefined, ...problems.map(({ code }) => code)]).toContain(refusal);
      }),
      RUNS,
    );
  });

  test('documents are named by entry and role, the first one as its booking; the others wait for it', () => {
    forEachPlan(({ documents }, { entry }) => {
      const [first, ...others] = documents;
      expect(first?.key).toBe(`${entry.accountingEntryId}/booking`);
      expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
      for (const { key, role, dependsOn } of others) {
        expect(['payment', 'reverse-tax']).toContain(role);
        expect(key).toBe(`${entry.accountingEntryId}/${role}`);
        expect(dependsOn).toEqual([first?.key]);
      }
    });
  });

  test('journals have debits, as many credits, and either on each line', () => {
    let journals = 0;
    forEachPlan(({ documents }) => {
      for (const { body, recordType, summary } of documents) {
        if (recordType !== 'journal-entry') continue;
        journals += 1;
        const [debits, credits] = [amountsOf(body, 'line', 'debit'), amountsOf(body, 'line', 'credit')];
        expect(sum(debits)).toBeGreaterThan(0);
        expect(sum(debits)).toBe(sum(credits));
        expect(sum(debits)).toBe(summary?.total.minorUnits);
        expect(debits.length + credits.length).toBe(itemsOf(body, 'line').length);
      }
    });
    expect(journals).toBeGreaterThan(RUNS.numRuns / 3);
  });

  test('amounts add up to the entry, on its day, whatever the record', () => {
    forEachPlan(({ documents }, { entry }) => {
      for (const { body, recordType, role, summary } of documents) {
        expect(summary?.date).toBe(entry.date);
        expect(textAt(body, 'tranDate')).toBe(entry.date);
        if (role === 'reverse-tax') continue;
        const total = recordType === 'journal-entry' ? settled(body) : expensesAndTax(body) + sum(paid(body));
        expect(total).toBe(entry.amount.minorUnits);
        expect(summary?.total.minorUnits).toBeGreaterThanOrEqual(entry.amount.minorUnits);
      }
    });
  });

  test('no property is sent that the account does not show', () => {
    forEachPlan(({ documents }, { facts }) => {
      for (const { body, recordType } of documents) {
        const shown = facts.writable.get(RECORD_NAMES[typeOf(recordType)]);
        expect([...namesIn(body)].filter((name) => !shown?.body.has(name))).toEqual([]);
        for (const sublist of ['line', 'expense', 'apply'])
          for (const item of itemsOf(body, sublist))
            expect([...namesIn(item)].filter((name) => !shown?.line.has(name))).toEqual([]);
      }
    });
  });

  test('bodies are plain JSON whose numbers are decimal texts, none below nothing, and name only what they wait for', () => {
    forEachPlan(({ documents }) => {
      for (const document of documents) {
        expect(JSON.parse(JSON.stringify(document.body))).toEqual(document.body);
        for (const [name, value] of leavesOf(document.body)) {
          const form = NUMERIC_PROPERTIES.has(name) ? /^"\d+\.\d{1,2}"$/ : /^(".*"|true|false)$/;
          expect(JSON.stringify(value)).toMatch(form);
        }
        for (const key of namedBy(document)) expect(document.dependsOn).toContain(key);
      }
    });
  });
});

function typeOf(recordType: string): NetsuiteRecordType {
  const known = Object.keys(RECORD_NAMES).find((name): name is NetsuiteRecordType => name === recordType);
  if (known === undefined) throw new Error(`${recordType} is no record type of NetSuite`);
  return known;
}

function amountsOf(body: Json, sublist: string, property: string): readonly number[] {
  return itemsOf(body, sublist)
    .map((item) => textAt(item, property))
    .filter((text) => text !== '')
    .map((text) => parseDecimal(text, 'EUR', 2).minorUnits);
}

/** What stands against the lines: one line, the last one. */
function settled(body: Json): number {
  const last = itemsOf(body, 'line').at(-1);
  return parseDecimal(textAt(last, 'debit') || textAt(last, 'credit'), 'EUR', 2).minorUnits;
}

function expensesAndTax(body: Json): number {
  return sum(amountsOf(body, 'expense', 'amount')) + sum(amountsOf(body, 'taxDetails', 'taxAmount'));
}

function paid(body: Json): readonly number[] {
  return amountsOf(body, 'apply', 'amount');
}

function namesIn(value: Json): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** Everything that is neither a list nor a record, with the name that it stands under. */
function leavesOf(value: Json, name = ''): readonly (readonly [string, Json])[] {
  if (typeof value !== 'object' || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([field, held]: [string, Json]) => leavesOf(held, field));
}

function namedBy({ body }: Document): readonly string[] {
  return [...JSON.stringify(body).matchAll(/"documentKey":"([^"]+)"/g)].map(([, key = '']) => key);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
