import type { AccountingAdapter, Document, PostOutcome } from '@ledgerferry/core';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import type { XeroFacts } from '../../src/reference-data/xero-facts.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { defaultOrganisation } from '../../src/simulator/index.js';
import type { XeroRecordType } from '../../src/xero-record.js';
import { startXero } from '../xero-fixture.js';
import { anyCase } from './any-entry.js';
import { FACTS } from './sample-books.js';

const CASES = 250;

/** What is named by others comes before them; Xero takes one transfer at a time. */
const BATCHES: readonly (readonly [XeroRecordType, size: number])[] = [
  ['contact', 50],
  ['bank-transaction', 50],
  ['bill', 50],
  ['credit-note', 50],
  ['payment', 50],
  ['manual-journal', 50],
  ['bank-transfer', 1],
];

const PURCHASES = ['EXPENSE', 'ASSET', 'LIABILITY'] as const;

/** The organisation of the samples, in a Xero that checks amounts, taxes, accounts and forms by code of its own. */
const ORGANISATION = defaultOrganisation({
  accounts: FACTS.accounts.map(({ code, name, type, currency, systemAccount, takesPayments, status }) => ({
    code,
    name,
    type,
    ...(currency === null ? {} : { currency }),
    ...(systemAccount === null ? {} : { systemAccount }),
    takesPayments,
    archived: status === 'ARCHIVED',
  })),
  taxRates: [
    { taxType: 'INPUT2', name: '20% (VAT on Expenses)', effectiveRate: '20.0000', appliesTo: PURCHASES },
    { taxType: 'RRINPUT', name: '5% (VAT on Expenses)', effectiveRate: '5.0000', appliesTo: PURCHASES },
    { taxType: 'REVERSECHARGES', name: 'Reverse Charge', effectiveRate: '0.0000', appliesTo: PURCHASES },
    { taxType: 'NONE', name: 'No VAT', effectiveRate: '0.0000', appliesTo: [...PURCHASES, 'REVENUE'] },
  ],
  trackingCategories: [{ name: 'Department', options: ['Sales'] }],
});

test('Xero takes whatever passes the rules, and shows the planned day and total', async () => {
  const { simulator, open } = await startXero({ organisations: [ORGANISATION], limits: { perMinute: CASES } });
  onTestFinished(() => simulator.close());
  const adapter = open({ limits: { perMinute: CASES } });
  const planned = documentsOver(await adapter.loadReferenceData());
  expect(new Set(planned.map(({ recordType }) => recordType))).toEqual(
    new Set(BATCHES.map(([recordType]) => recordType)),
  );

  const outcomes = await postAll(planned, adapter);

  expect(inOrder(outcomes.map(shown))).toEqual(
    inOrder(planned.map(({ key, summary }) => [key, summary?.date, summary?.total])),
  );
});

/** The documents of many entries that pass the rules, each once. */
function documentsOver(facts: XeroFacts): readonly Document[] {
  const documents = fc
    .sample(anyCase, { numRuns: CASES, seed: 20_260_311 })
    .flatMap(({ entry: drawn, connection }, place) => {
      const entry = { ...drawn, accountingEntryId: `entry-${place}`, settles: [] };
      if (xeroRules(facts, connection).some((rule) => rule.validate(entry).length > 0)) return [];
      const { prerequisites, documents: ofEntry } = planXeroEntry(entry, facts, connection);
      return [...prerequisites, ...ofEntry];
    });
  return [...new Map(documents.map((document) => [document.key, document])).values()];
}

async function postAll(planned: readonly Document[], adapter: AccountingAdapter): Promise<readonly PostOutcome[]> {
  const outcomes: PostOutcome[] = [];
  for (const [recordType, size] of BATCHES) {
    const documents = planned.filter((document) => document.recordType === recordType);
    for (let first = 0; first < documents.length; first += size) {
      const batch = documents.slice(first, first + size).map((document) => ({ document, reference: document.key }));
      const resolved = new Map(outcomes.flatMap((one) => (one.status === 'posted' ? [[one.key, one.externalId]] : [])));
      const posted = await adapter.post({ requestKey: `${recordType}-${first}`, documents: batch, resolved });
      expect(new Set(posted.map(inWords))).toEqual(new Set(['posted']));
      outcomes.push(...posted);
    }
  }
  return outcomes;
}

function inWords(outcome: PostOutcome): string {
  return outcome.status === 'refused' ? outcome.problem.message : outcome.status;
}

function shown(outcome: PostOutcome): readonly unknown[] {
  const summary = outcome.status === 'posted' ? outcome.summary : null;
  return [outcome.key, summary?.date, summary?.total];
}

function inOrder(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return rows.toSorted((left, right) => String(left[0]).localeCompare(String(right[0])));
}
