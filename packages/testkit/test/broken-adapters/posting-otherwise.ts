import type { AccountingAdapter } from '@ledgerferry/core';
import type { MemoryLedger } from '../../src/memory-ledger.js';
import {
  changingCalls,
  changingDocuments,
  changingOutcomes,
  changingPlans,
  changingPosted,
  changingSummaries,
  type BrokenAdapter,
} from './broken-adapter.js';

const openedBefore = new WeakSet<MemoryLedger>();

/** Adapters that book something else than the entry says. */
export const postingOtherwise: readonly BrokenAdapter[] = [
  {
    defect: 'books a fee on top of a payment',
    spoil: (adapter) =>
      changingDocuments(adapter, (document) => ({
        ...document,
        summary: document.summary && {
          ...document.summary,
          total:
            document.recordType === 'payment'
              ? { ...document.summary.total, minorUnits: document.summary.total.minorUnits + 75 }
              : document.summary.total,
        },
      })),
    fails: 'the ledger shows the planned total',
    says: /\/payment\.\n {2}expected: .*minorUnits: 89520.*\n {2}found: .*minorUnits: 89595/,
  },
  {
    defect: 'books everything on the day of its release',
    spoil: (adapter) => changingSummaries(adapter, (summary) => ({ ...summary, date: '2026-03-11' })),
    fails: 'the ledger shows the planned day',
    says: /expected: '2026-03-31'\n {2}found: {4}'2026-03-11'/,
  },
  {
    defect: 'answers another total than it booked',
    spoil: (adapter) =>
      changingPosted(adapter, (outcome) => ({
        ...outcome,
        summary: outcome.summary && { ...outcome.summary, total: { ...outcome.summary.total, minorUnits: 1 } },
      })),
    fails: 'the answer states the total that the ledger shows, or none',
    says: /post answered the total .*minorUnits: 1,/,
  },
  {
    defect: 'books a copy for its own records',
    spoil: (adapter, { ledger }) =>
      changingOutcomes(adapter, (outcomes, { documents }) => {
        for (const { document, reference } of documents)
          if (document.summary) ledger.book({ ...document, reference: `${reference}-copy`, state: 'live' });
        return outcomes;
      }),
    fails: 'an entry is in the ledger once, under its reference',
    says: /must hold the document once, under its reference, and nothing else/,
  },
  {
    defect: 'answers the number of a refund instead of its id',
    spoil: (adapter) =>
      changingPosted(adapter, (outcome, { body }) =>
        JSON.stringify(body).includes('"direction":"in"') ? { ...outcome, externalId: 'CN-0001' } : outcome,
      ),
    fails: 'the answer names the id that the ledger gave',
    says: /found: {4}'CN-0001'/,
  },
  {
    defect: 'answers half a link',
    spoil: (adapter) => changingPosted(adapter, (outcome) => ({ ...outcome, externalUrl: '/vouchers/7' })),
    fails: 'the answer links to a web page, or to none',
    says: /absolute web address or null, but is '\/vouchers\/7'/,
  },
  {
    defect: 'leaves payments as drafts',
    spoil: (adapter) => changingPosting(adapter, ['payment'], 'draft'),
    fails: 'a final entry is live in the ledger',
    says: /\/payment is final: it must be live/,
  },
  {
    defect: 'books the draft of an invoice as final',
    spoil: (adapter) => changingPosting(adapter, ['invoice', 'payment'], 'final'),
    fails: 'a draft is a draft in the ledger',
    says: /\/invoice must wait as a draft/,
  },
  {
    defect: 'books transfers twice',
    spoil: (adapter, { ledger }) => {
      const transfers = new Set<string>();
      const plans = changingPlans(adapter, (plan, { kind }) => {
        if (kind === 'transfer') for (const { key } of plan.documents) transfers.add(key);
        return plan;
      });
      const outcomes = changingOutcomes(adapter, (answers, { documents }) => {
        for (const { document, reference } of documents)
          if (transfers.has(document.key)) ledger.book({ ...document, reference, state: 'live' });
        return answers;
      });
      return { ...plans, ...outcomes };
    },
    fails: 'an entry of every kind is in the ledger, all its documents',
    says: /expected: 1\n {2}found: {4}2/,
  },
  {
    defect: 'books refunds as purchases',
    spoil: (adapter) =>
      changingPlans(adapter, (plan) => ({
        ...plan,
        documents: plan.documents.map((document) => ({
          ...document,
          body: Object.assign({}, document.body, { direction: 'out' }),
        })),
      })),
    fails: 'every account is debited and credited with what the entry says',
    says: /direction "in"[\s\S]*to do: .*A refund goes the other way/,
  },
  {
    defect: 'settles whatever was posted first',
    spoil: (adapter) =>
      changingCalls(adapter, (call) => {
        const [first = ''] = call.resolved.values();
        return { ...call, resolved: new Map([...call.resolved.keys()].map((key) => [key, first])) };
      }),
    fails: 'a payment names the invoice that it settles by its id in the ledger',
    says: /must name the invoice M-/,
  },
  {
    defect: 'pays on account where it does not know the invoice',
    spoil: (adapter) =>
      changingCalls(adapter, (call) => ({
        ...call,
        resolved: new Map([
          ...call.documents.flatMap(({ document }) => document.dependsOn.map((key) => [key, ''] as const)),
          ...call.resolved,
        ]),
      })),
    fails: 'a document that names another is not booked without the id of that one',
    says: /must not be booked while an id that it names is missing/,
  },
  {
    defect: 'works in the first process only',
    spoil: (adapter, { ledger }) => {
      const isFirst = !openedBefore.has(ledger);
      openedBefore.add(ledger);
      return changingOutcomes(adapter, (outcomes) =>
        isFirst ? outcomes : outcomes.map(({ key }) => ({ status: 'unknown', key, evidence: 'no session' })),
      );
    },
    fails: 'an entry is booked in a second adapter as in the first',
    says: /expected: 'posted'\n {2}found: {4}'unknown'/,
  },
];

function changingPosting(adapter: AccountingAdapter, recordTypes: readonly string[], posting: 'draft' | 'final') {
  return changingDocuments(adapter, (document) =>
    recordTypes.includes(document.recordType)
      ? { ...document, body: Object.assign({}, document.body, { posting }) }
      : document,
  );
}
