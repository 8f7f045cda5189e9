import type { AccountingEntry, Document, Json } from '@ledgerferry/core';
import { demand, demandEqual } from './advice.js';
import type { AdapterBench } from './adapter-bench.js';
import type { AdapterBehaviour } from './behaviour.js';

/** What `plan`, `rules` and the declared capabilities promise. */
export const planningBehaviours: readonly AdapterBehaviour[] = [
  {
    title: 'plans the same documents for the same entry, and changes neither entry nor facts',
    run: async (bench) => {
      for (const entry of bothKinds(bench)) {
        const frozen = deepFreeze(structuredClone(entry));
        demandEqual(
          bench.plan(frozen),
          bench.plan(structuredClone(entry)),
          'plan must be pure: no clock, no counter, no random value, because an entry is planned anew after a crash.',
        );
      }
    },
  },
  {
    title: 'planning writes nothing, so that a dry run cannot book',
    run: async (bench) => {
      for (const entry of bothKinds(bench)) bench.plan(entry);
      demandEqual(await bench.harness.ledger.documents(), [], 'plan must not write: it also serves the dry run.');
    },
  },
  {
    title: 'keys are <entry>/<role>, each once, and prerequisites are named prerequisite/<kind>/<name>',
    run: async (bench) => {
      for (const entry of bothKinds(bench)) {
        const { documents, prerequisites } = bench.plan(entry);
        for (const document of documents)
          demandEqual(
            document.key,
            `${entry.accountingEntryId}/${document.role}`,
            'The key of a document must be <accountingEntryId>/<role>: references derive from it.',
          );
        for (const document of prerequisites)
          demand(
            /^prerequisite\/[^/]+\/./.test(document.key),
            `The prerequisite ${document.key} must be named prerequisite/<kind>/<name>, so that entries share it.`,
          );
        const keys = [...prerequisites, ...documents].map((document) => document.key);
        demandEqual(
          keys,
          [...new Set(keys)],
          'Each key must be planned once: two documents of one key would be taken for one.',
        );
      }
    },
  },
  {
    title: 'keys stay the same when texts, amounts, dates and posting mode change',
    run: async (bench) => {
      const entry = bench.payable('steady');
      const changed: AccountingEntry = {
        ...entry,
        description: 'another',
        date: '2026-03-12',
        posting: 'draft',
        reconciliationId: '1',
      };
      demandEqual(
        keysOf(bench.plan(changed).documents),
        keysOf(bench.plan(entry).documents),
        'Keys must depend on the entry id and role alone, or a corrected entry would be booked a second time.',
      );
    },
  },
  {
    title: 'declares every record type it plans, with room for at least one document a call',
    run: async (bench) => {
      const { recordTypes } = bench.adapter.capabilities;
      for (const document of bothKinds(bench).flatMap((entry) => everyDocument(bench, entry))) {
        const size = recordTypes[document.recordType]?.postBatchSize ?? 0;
        demand(
          size >= 1,
          `capabilities.recordTypes must declare "${document.recordType}" with a postBatchSize of at least 1.`,
        );
      }
    },
  },
  {
    title: 'declares a reference that can hold a name no other document has',
    run: async (bench) => {
      const { alphabet, maxLength } = bench.adapter.capabilities.reference;
      demandEqual(
        Array.from(alphabet),
        [...new Set(alphabet)],
        'capabilities.reference.alphabet must name each character once.',
      );
      demand(
        maxLength * Math.log2(alphabet.length) >= 80,
        `A reference of ${maxLength} characters of ${alphabet.length} kinds holds less than 80 bits: choose a longer field.`,
      );
    },
  },
  {
    title: 'a document waits only for what its plan names before it or another entry provides',
    run: async (bench) => {
      for (const entry of bothKinds(bench)) {
        const known = new Set<string>();
        for (const document of everyDocument(bench, entry)) {
          for (const key of document.dependsOn)
            demand(known.has(key), `${document.key} depends on ${key}, which must come before it in the plan.`);
          for (const key of namedKeys(document.body))
            demand(
              document.dependsOn.includes(key),
              `The body of ${document.key} names ${key}: dependsOn must list it, or it may not be there yet.`,
            );
          known.add(document.key);
        }
      }
    },
  },
  {
    title: 'a body survives JSON, because its fingerprint is taken from that',
    run: async (bench) => {
      for (const document of bothKinds(bench).flatMap((entry) => everyDocument(bench, entry))) {
        demandEqual(
          JSON.parse(JSON.stringify(document.body)),
          document.body,
          `The body of ${document.key} must be plain JSON: no undefined, Date, Map or class.`,
        );
      }
    },
  },
  {
    title: 'a summary states the day, the currency and the total of the entry',
    run: async (bench) => {
      for (const entry of bothKinds(bench)) {
        for (const document of bench.plan(entry).documents) {
          demandEqual(
            document.summary && { date: document.summary.date, total: document.summary.total },
            { date: entry.date, total: entry.amount },
            `The summary of ${document.key} must say what the ledger will show: doubtful documents are compared with it.`,
          );
          demand(
            (document.summary?.accounts.length ?? 0) >= 2,
            `The summary of ${document.key} must name the accounts it touches, at least two.`,
          );
        }
      }
    },
  },
  {
    title: 'its rules pass a good entry, and have names',
    run: async (bench) => {
      for (const rule of bench.adapter.rules(bench.facts)) {
        demand(rule.name.trim() !== '', 'Every rule must have a name, for the log.');
        for (const entry of bothKinds(bench))
          demandEqual(
            rule.validate(deepFreeze(structuredClone(entry))),
            [],
            `The rule "${rule.name}" must pass an entry that the ledger takes.`,
          );
      }
    },
  },
];

function bothKinds(bench: AdapterBench): readonly AccountingEntry[] {
  return [bench.entry('journal'), bench.payable('payable')];
}

function everyDocument(bench: AdapterBench, entry: AccountingEntry): readonly Document[] {
  const { prerequisites, documents } = bench.plan(entry);
  return [...prerequisites, ...documents];
}

function keysOf(documents: readonly Document[]): readonly string[] {
  return documents.map((document) => document.key);
}

/** The keys inside `{ "documentKey": "…" }`, at any depth. */
function namedKeys(body: Json): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, Json]) =>
    name === 'documentKey' && typeof value === 'string' ? [value] : namedKeys(value),
  );
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
