import { parseDecimal, type Json } from '@ledgerferry/core';
import { describePlans, forEachPlan, type PlansUnderTest } from '@ledgerferry/testkit/any-entry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMERIC_PROPERTIES, RECORD_NAMES, type NetsuiteRecordType } from '../../src/plan/netsuite-record.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { anyCase, type AnyCase } from './any-entry.js';
import { itemsOf, textAt } from './in-short.js';

const plans: PlansUnderTest<AnyCase> = {
  anyCase,
  rules: ({ facts, connection }) => netsuiteRules(facts, connection),
  plan: ({ entry, facts, connection }) => planNetsuiteEntry(entry, facts, connection),
  runs: 150,
  // whether a payment becomes a journal is told by its plan alone
  mayBeRefusedLate: ({ entry }) => entry.kind === 'payment',
};

describePlans(plans);

describe('whatever Pleo sends to NetSuite', () => {
  test('no problem is told twice', () => {
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const messages = plans.rules(drawn).flatMap((rule) => rule.validate(drawn.entry).map(({ message }) => message));
        expect(messages).toEqual([...new Set(messages)]);
      }),
    );
  });

  test('the first document is the booking; the others wait for it', () => {
    forEachPlan(plans, ({ documents: [first, ...others], prerequisites }) => {
      expect(first?.role).toBe('booking');
      for (const { role, dependsOn } of others) {
        expect(['payment', 'reverse-tax']).toContain(role);
        expect(dependsOn).toEqual([first?.key]);
      }
      expect(prerequisites).toEqual([]);
    });
  });

  test('journals have debits, as many credits, and either on each line', () => {
    let journals = 0;
    forEachPlan(plans, ({ documents }) => {
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
    expect(journals).toBeGreaterThan(plans.runs / 3);
  });

  test('amounts add up to the entry, on its day, whatever the record', () => {
    forEachPlan(plans, ({ documents }, { entry }) => {
      for (const { body, recordType, role, summary } of documents) {
        expect(textAt(body, 'tranDate')).toBe(entry.date);
        if (role === 'reverse-tax') continue;
        const total = recordType === 'journal-entry' ? settled(body) : expensesAndTax(body) + sum(paid(body));
        expect(total).toBe(entry.amount.minorUnits);
        expect(summary?.total.minorUnits).toBeGreaterThanOrEqual(entry.amount.minorUnits);
      }
    });
  });

  test('no property is sent that the account does not show', () => {
    forEachPlan(plans, ({ documents }, { facts }) => {
      for (const { body, recordType } of documents) {
        const shown = facts.writable.get(RECORD_NAMES[typeOf(recordType)]);
        expect([...namesIn(body)].filter((name) => !shown?.body.has(name))).toEqual([]);
        for (const sublist of ['line', 'expense', 'apply'])
          for (const item of itemsOf(body, sublist))
            expect([...namesIn(item)].filter((name) => !shown?.line.has(name))).toEqual([]);
      }
    });
  });

  test('numbers in bodies are decimal texts, none below nothing', () => {
    forEachPlan(plans, ({ documents }) => {
      for (const [name, value] of documents.flatMap(({ body }) => leavesOf(body))) {
        const form = NUMERIC_PROPERTIES.has(name) ? /^"\d+\.\d{1,2}"$/ : /^(".*"|true|false)$/;
        expect(JSON.stringify(value)).toMatch(form);
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

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
