import {
  IntegrationError,
  type AccountingEntry,
  type Document,
  type EntryPlan,
  type Validator,
} from '@ledgerferry/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** An entry, and what else a case draws: facts, settings. */
interface AnyCase {
  readonly entry: AccountingEntry;
}

/** The rules and plans of an adapter, over cases that are drawn. */
export interface PlansUnderTest<Drawn extends AnyCase> {
  readonly anyCase: fc.Arbitrary<Drawn>;
  readonly rules: (drawn: Drawn) => readonly Validator[];
  readonly plan: (drawn: Drawn) => EntryPlan;
  /** How many cases each property is tried on. */
  readonly runs: number;
  /** True where the plan may refuse what passed the rules, because it knows more, such as which bills are in the books. Default: never. */
  readonly mayBeRefusedLate?: (drawn: Drawn) => boolean;
}

/** Declares what must hold of every adapter's plans, whatever Pleo sends. */
export function describePlans<Drawn extends AnyCase>(plans: PlansUnderTest<Drawn>): void {
  describe('whatever Pleo sends', () => {
    test('what passes the rules is planned, the same each time, and most of it passes', () => {
      const planned = forEachPlan(plans, (plan, drawn) => {
        expect(plans.plan(structuredClone(drawn))).toEqual(plan);
        expect(plan.documents.length).toBeGreaterThan(0);
      });
      expect(planned).toBeGreaterThan(plans.runs / 3);
    });

    test('what does not pass has problems that say what to do, and its plan says the same or nothing', () => {
      forEachCase(plans, (drawn) => {
        const problems = problemsOf(plans, drawn);
        for (const { code, message } of problems) {
          expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
          expect(message).toMatch(/^.{20,}[.]$/u);
          expect(message).not.toMatch(/undefined|null|NaN|\[object/);
        }
        if (plans.mayBeRefusedLate?.(drawn)) return;
        expect([undefined, ...problems.map(({ code }) => code)]).toContain(refusalOf(plans, drawn));
      });
    });

    test('documents are named by entry and role, each once, and are of the day of the entry', () => {
      forEachPlan(plans, ({ documents }, { entry }) => {
        for (const { key, role, summary } of documents) {
          expect(key).toBe(`${entry.accountingEntryId}/${role}`);
          expect(summary?.date).toBe(entry.date);
          expect(summary?.total.minorUnits).toBeGreaterThan(0);
        }
        expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
      });
    });

    test('bodies are plain JSON, and documents wait for what they name', () => {
      forEachPlan(plans, ({ documents, prerequisites }, { entry }) => {
        const known = new Set([...prerequisites, ...entry.settles].map(keyOf));
        for (const document of documents) {
          expect(JSON.parse(JSON.stringify(document.body))).toEqual(document.body);
          for (const key of keysNamedBy(document)) expect(document.dependsOn).toContain(key);
          for (const key of document.dependsOn) expect(known).toContain(key);
          known.add(document.key);
        }
      });
    });
  });
}

/** Tries a property on every plan of a case that passes the rules; answers with how many there were. */
export function forEachPlan<Drawn extends AnyCase>(
  plans: PlansUnderTest<Drawn>,
  property: (plan: EntryPlan, drawn: Drawn) => void,
): number {
  let planned = 0;
  forEachCase(plans, (drawn) => {
    if (problemsOf(plans, drawn).length > 0) return;
    if (plans.mayBeRefusedLate?.(drawn) && refusalOf(plans, drawn) !== undefined) return;
    planned += 1;
    property(plans.plan(drawn), drawn);
  });
  return planned;
}

function forEachCase<Drawn extends AnyCase>(
  { anyCase, runs }: PlansUnderTest<Drawn>,
  property: (drawn: Drawn) => void,
): void {
  fc.assert(fc.property(anyCase, property), { numRuns: runs });
}

function problemsOf<Drawn extends AnyCase>({ rules }: PlansUnderTest<Drawn>, drawn: Drawn) {
  return rules(drawn).flatMap((rule) => rule.validate(drawn.entry));
}

/** The code with which a plan is refused; undefined where there is a plan. */
function refusalOf<Drawn extends AnyCase>({ plan }: PlansUnderTest<Drawn>, drawn: Drawn): string | undefined {
  try {
    plan(drawn);
    return undefined;
  } catch (error) {
    if (IntegrationError.isInstance(error)) return error.code;
    throw error;
  }
}

function keyOf(named: { readonly key: string } | { readonly documentKey: string }): string {
  return 'key' in named ? named.key : named.documentKey;
}

function keysNamedBy({ body }: Document): readonly string[] {
  return [...JSON.stringify(body).matchAll(/"documentKey":"([^"]+)"/g)].map(([, key = '']) => key);
}
