import { isSameMoney } from '@ledgerferry/core';
import { demand, demandEqual, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { entriesOfEveryKind } from './entries-of-every-kind.js';

/** What the summary of a planned document promises, and what of it the ledger shows. */
export const summaries: Theme<AdapterBench> = {
  name: 'summaries',
  page: 'docs/exactly-once.md#how-doubt-is-settled',
  behaviours: [
    {
      title: 'a summary states the day, the currency and the total of the entry',
      advice:
        'State what the ledger will show for the document: what is found in doubt is compared with it, and parked where it differs.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench))
          for (const { key, summary } of bench.plan(entry).documents)
            demandEqual(
              summary && { date: summary.date, total: summary.total },
              { date: entry.date, total: entry.amount },
              `The summary of ${key} must state the day and the total of its entry.`,
            );
      },
    },
    {
      title: 'a summary names the accounts that the document touches',
      advice:
        'Name every account of the document in summary.accounts, each once: `plan` and `explain` show them to people.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench))
          for (const { key, summary } of bench.plan(entry).documents) {
            const accounts = summary?.accounts ?? [];
            demand(
              accounts.length > 0 && accounts.every((account) => account.trim() !== ''),
              `The summary of ${key} must name the accounts it touches, but names ${shown(accounts)}.`,
            );
          }
      },
    },
    {
      title: 'a prerequisite has no summary, because it carries no amount',
      advice: 'Leave the summary of a contact or vendor null.',
      run: (bench) => {
        for (const entry of entriesOfEveryKind(bench))
          for (const { key, summary } of bench.plan(entry).prerequisites)
            demandEqual(summary, null, `${key} is shared by entries: it must have no day and no total.`);
      },
    },
    {
      title: 'the ledger shows the planned total',
      advice: 'Plan the total that the system will show, and send it exactly the amounts of the entry.',
      run: async (bench) => {
        for (const { document } of await bench.postEntries(bench.entry('total'), bench.payable('payable')))
          demandEqual(
            (await bench.held(document))[0]?.summary?.total,
            document.summary?.total,
            `The ledger must show the planned total of ${document.key}.`,
          );
      },
    },
    {
      title: 'the ledger shows the planned day',
      advice:
        'Send the date of the entry, as a day without a time zone: it decides on the period an expense belongs to.',
      run: async (bench) => {
        for (const { document } of await bench.postEntries(bench.entry('day', { date: '2026-03-31' })))
          demandEqual(
            (await bench.held(document))[0]?.summary?.date,
            '2026-03-31',
            `The ledger must show ${document.key} on the day of its entry.`,
          );
      },
    },
    {
      title: 'the answer states the total that the ledger shows, or none',
      advice:
        'Read the summary of an outcome from the answer of the system, not from the plan; answer null where it does not tell.',
      run: async (bench) => {
        for (const { document, outcome } of await bench.postEntries(bench.entry('answer'))) {
          const [held] = await bench.held(document);
          demand(
            !outcome.summary || !held?.summary || isSameMoney(outcome.summary.total, held.summary.total),
            `post answered the total ${shown(outcome.summary?.total)} for ${document.key}, the ledger shows ${shown(held?.summary?.total)}.`,
          );
        }
      },
    },
  ],
};
