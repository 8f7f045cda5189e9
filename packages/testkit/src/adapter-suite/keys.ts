import type { AccountingEntry, Document, Json } from '@ledgerferry/core';
import { demand, demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { needsPrerequisites } from './concerns.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

/** What the keys of planned documents promise: references and look-ups derive from them alone. */
export const keys: Theme<AdapterBench> = {
  name: 'keys and dependencies',
  page: 'docs/exactly-once.md#two-names-for-two-things',
  behaviours: [
    {
      title: 'the key of a document is made of its entry and its role',
      advice: 'Make the key of the entry id and the role of the document: the engine derives the reference from it.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench))
          for (const { key, role } of bench.plan(entry).documents)
            demandEqual(
              key,
              `${entry.accountingEntryId}/${role}`,
              'A document must be named by its entry and its role.',
            );
      },
    },
    {
      title: 'no two documents of an entry have the same key',
      advice:
        'Give each document of an entry a role of its own: two documents of one key are taken for one, and the second is never posted.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench)) {
          const names = keysOf(everyDocument(bench, entry));
          demandEqual(names, [...new Set(names)], 'Each key must be planned once.');
        }
      },
    },
    {
      title: 'keys stay the same when texts, amounts, dates and posting mode change',
      advice:
        'Leave everything but entry id and role out of the key, or an entry that was corrected in Pleo is booked a second time.',
      run: (bench) => {
        for (const entry of [bench.entry('steady'), bench.payable('steady-payable')]) {
          demandEqual(
            keysOf(bench.plan(corrected(bench, entry)).documents),
            keysOf(bench.plan(entry).documents),
            'The keys of a corrected entry must be those it had before.',
          );
        }
      },
    },
    {
      title: 'a prerequisite is named by its kind and its name',
      advice:
        'Name what entries share by its kind and a name that is the same for all of them, such as prerequisite/contact/acme.',
      where: [needsPrerequisites],
      run: (bench) => {
        for (const { key } of bench.plan(bench.payable('named')).prerequisites)
          demand(/^prerequisite\/[^/]+\/./.test(key), `${key} must have the form prerequisite/<kind>/<name>.`);
      },
    },
    {
      title: 'entries with one vendor share its prerequisite',
      advice:
        'Derive the key of a prerequisite from the vendor alone, with its name in lower case and without needless blanks: else it is created once per entry.',
      where: [needsPrerequisites],
      run: (bench) => {
        const first = bench.payable('first');
        const { counterparty } = first;
        const spelled = counterparty && { ...counterparty, name: ` ${counterparty.name.toUpperCase()} ` };
        const second = bench.payable('second', { counterparty: spelled, description: 'Another purchase' });
        demandEqual(
          keysOf(bench.plan(second).prerequisites),
          keysOf(bench.plan(first).prerequisites),
          'Two entries with one vendor must need the same prerequisites, however its name is spelled.',
        );
      },
    },
    {
      title: 'a document waits only for what comes before it',
      advice: 'Order the documents of a plan so that each comes after those in its dependsOn.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench)) {
          const known = new Set<string>();
          for (const document of everyDocument(bench, entry)) {
            for (const key of document.dependsOn)
              demand(known.has(key), `${document.key} depends on ${key}, which must come before it in the plan.`);
            known.add(document.key);
          }
        }
      },
    },
    {
      title: 'a document waits for every document that its body names',
      advice:
        'List each documentKey of the body in dependsOn too: the engine posts those first and hands over their ids.',
      run: (bench) => {
        for (const document of entriesOfEveryKind(bench).flatMap((entry) => everyDocument(bench, entry)))
          for (const key of namedKeys(document.body))
            demand(
              document.dependsOn.includes(key),
              `The body of ${document.key} names ${key}: dependsOn must list it.`,
            );
      },
    },
  ],
};

/** What a bookkeeper may correct in Pleo before an entry is exported again. */
function corrected(bench: AdapterBench, entry: AccountingEntry): AccountingEntry {
  const amount = bench.amount(entry.amount.minorUnits + 100);
  const [line] = entry.lines;
  return {
    ...entry,
    amount,
    lines: line ? [{ ...line, gross: amount, net: amount }] : [],
    description: 'another text',
    date: '2026-03-12',
    posting: 'draft',
    reconciliationId: '1',
  };
}

function everyDocument(bench: AdapterBench, entry: AccountingEntry): readonly Document[] {
  const { prerequisites, documents } = bench.plan(entry);
  return [...prerequisites, ...documents];
}

function keysOf(documents: readonly Document[]): readonly string[] {
  return documents.map((document) => document.key);
}

/** The keys inside `{ "documentKey": "…" }`, at any depth. */
export function namedKeys(body: Json): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, Json]) =>
    name === 'documentKey' && typeof value === 'string' ? [value] : namedKeys(value),
  );
}
