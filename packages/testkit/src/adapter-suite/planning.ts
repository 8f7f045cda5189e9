import type { Document, EntryPlan } from '@ledgerferry/core';
import { vi } from 'vitest';
import { demand, demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import { deepFreeze } from '../conformance/deep-freeze.js';
import type { AdapterBench } from './adapter-bench.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

/** What `plan` promises. */
export const planning: Theme<AdapterBench> = {
  name: 'planning',
  page: 'docs/writing-an-adapter.md#members',
  behaviours: [
    {
      title: 'plans at least one document for an entry of every kind',
      advice:
        'Turn each kind of entry into documents; what your system cannot book is a problem that one of your rules states.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench))
          demand(
            bench.plan(entry).documents.length > 0,
            `plan must name at least one document for an entry of the kind "${entry.kind}": without one nothing can be reported.`,
          );
      },
    },
    {
      title: 'plans the same again, whatever was planned before',
      advice:
        'Take every number, name and id in a document from the entry, never from a counter or chance: an entry is planned anew after a crash.',
      run: (bench) => {
        const entries = entriesOfEveryKind(bench);
        const first = entries.map((entry) => bench.plan(structuredClone(entry)));
        const again = entries.toReversed().map((entry) => bench.plan(structuredClone(entry)));
        demandSamePlans(again.toReversed(), first, 'plan must say the same of the same entry each time.');
      },
    },
    {
      title: 'plans the same on another day',
      advice:
        'Take every date from the entry, never from the clock: an entry that is planned anew after midnight must be the same one.',
      run: (bench) => {
        const entries = entriesOfEveryKind(bench);
        const today = entries.map((entry) => bench.plan(entry));
        const later = onAnotherDay(() => entries.map((entry) => bench.plan(entry)));
        demandSamePlans(later, today, 'plan must say the same of the same entry on every day.');
      },
    },
    {
      title: 'plans the same after a restart',
      advice:
        'Take everything in a document from the entry and the facts, never from the process, the session or the adapter object.',
      run: async (bench) => {
        const entries = entriesOfEveryKind(bench);
        const other = await bench.harness.reopen();
        demandSamePlans(
          entries.map((entry) => other.plan(entry, bench.facts)),
          entries.map((entry) => bench.plan(entry)),
          'Two adapters over one accounting system must plan the same.',
        );
      },
    },
    {
      title: 'planning changes neither the entry nor the facts',
      advice: 'Copy before you sort or fill in: the engine goes on using both.',
      run: (bench) => {
        const facts = deepFreeze(bench.facts);
        for (const entry of entriesOfEveryKind(bench)) {
          const before = structuredClone(entry);
          bench.adapter.plan(deepFreeze(entry), facts);
          demandEqual(entry, before, 'plan must leave the entry as it was.');
        }
      },
    },
    {
      title: 'a body survives JSON, because its fingerprint is taken from that',
      advice:
        'Put only texts, numbers, booleans, null, lists and plain objects into a body: no undefined, Date, Map or class.',
      run: (bench) => {
        for (const document of everyDocument(bench))
          demandEqual(
            JSON.parse(JSON.stringify(document.body)),
            document.body,
            `The body of ${document.key} must be plain JSON.`,
          );
      },
    },
  ],
};

function everyDocument(bench: AdapterBench): readonly Document[] {
  return entriesOfEveryKind(bench).flatMap((entry) => {
    const { prerequisites, documents } = bench.plan(entry);
    return [...prerequisites, ...documents];
  });
}

/** Compares document by document, so that the first difference is shown and not the whole. */
function demandSamePlans(actual: readonly EntryPlan[], expected: readonly EntryPlan[], rule: string): void {
  actual.forEach((plan, place) => {
    const wanted = expected[place];
    plan.documents.forEach((document, index) => demandEqual(document, wanted?.documents[index], rule));
    demandEqual(plan.prerequisites, wanted?.prerequisites, rule);
    demandEqual(plan.documents.length, wanted?.documents.length, rule);
  });
}

function onAnotherDay<Result>(action: () => Result): Result {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 5, 1, 12) });
  try {
    return action();
  } finally {
    vi.useRealTimers();
  }
}
