import { documentReference, type AccountingAdapter, type Document, type PostOutcome } from '@ledgerferry/core';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { RECORD_NAMES } from '../../src/plan/netsuite-record.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import type { NetsuiteFacts } from '../../src/reference-data/netsuite-facts.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { defaultAccount, type BookedTransaction } from '../../src/simulator/index.js';
import { startNetsuite } from '../netsuite-fixture.js';
import { anyCase } from './any-entry.js';

const CASES = 100;

/** The account of the samples, in a NetSuite that checks lines, sides, totals and properties by code of its own. */
const ACCOUNT = defaultAccount({
  subsidiaries: [
    { name: 'Example Ltd', currency: 'EUR', country: 'IE' },
    { name: 'Exempel AB', parent: 'Example Ltd', currency: 'SEK', country: 'SE' },
  ],
  accounts: [
    { number: '55010', name: 'Pleo EUR', type: 'Bank', currency: 'EUR' },
    { number: '55020', name: 'Pleo SEK', type: 'Bank', currency: 'SEK' },
    { number: '55990', name: 'Money in transit', type: 'OthCurrAsset' },
    { number: '63000', name: 'Accounts payable', type: 'AcctPay' },
    { number: '63040', name: 'Owed to employees', type: 'OthCurrLiab' },
    { number: '63050', name: 'Owed by employees', type: 'OthCurrAsset' },
    { number: '63060', name: 'Payroll', type: 'OthCurrLiab' },
    { number: '66100', name: 'VAT on purchases', type: 'OthCurrLiab' },
    { number: '66200', name: 'VAT on acquisitions', type: 'OthCurrLiab' },
    { number: '3620', name: 'Software', type: 'Expense' },
    { number: '2770', name: 'Travel', type: 'Expense' },
    { number: '2999', name: 'Old costs', type: 'Expense', isInactive: true },
    { number: '3999', name: 'Freight within Sweden', type: 'Expense', subsidiaries: ['Exempel AB'] },
  ],
  departments: [{ name: 'Sales' }],
  locations: [{ name: '42' }],
  segments: [{ scriptId: 'cseg_project', name: 'Project', values: [{ name: 'Apollo' }] }],
  vendors: [
    { entityId: 'V-ACME', companyName: 'ACME Cloud' },
    { entityId: 'V-TWIN-1', companyName: 'Twin' },
    { entityId: 'V-TWIN-2', companyName: 'Twin' },
  ],
  employees: [{ entityId: 'E-1', firstName: 'Mia', lastName: 'Holm' }],
  taxCodes: [{ name: 'I20', rate: '20', taxAccount: '66100' }],
  approvals: { journals: true, bills: true },
});

test.each(['legacy', 'suitetax'] as const)(
  'NetSuite takes whatever passes the rules, and books the planned day, total and approval (tax: %s)',
  async (tax) => {
    const { simulator, open } = await startNetsuite({ account: { ...ACCOUNT, tax } });
    onTestFinished(() => simulator.close());
    const adapter = open({ restlet: undefined });
    const planned = documentsOver(await adapter.loadReferenceData());
    expect(new Set(planned.map(({ recordType }) => recordType))).toEqual(new Set(Object.keys(RECORD_NAMES)));

    const outcomes = await postAll(planned, adapter);

    expect(new Set(outcomes.map(inWords))).toEqual(new Set(['posted']));
    expect(simulator.books.transactions.map(shown)).toEqual(planned.map(expected));
  },
);

/** The documents of many entries that pass the rules, each after those it waits for. */
function documentsOver(facts: NetsuiteFacts): readonly Document[] {
  return fc.sample(anyCase, { numRuns: CASES, seed: 7 }).flatMap(({ entry: drawn, connection }, place) => {
    const entry = { ...drawn, accountingEntryId: `entry-${place}`, settles: [] };
    const passes = netsuiteRules(facts, connection).every((rule) => rule.validate(entry).length === 0);
    return passes ? planNetsuiteEntry(entry, facts, connection).documents : [];
  });
}

async function postAll(planned: readonly Document[], adapter: AccountingAdapter): Promise<readonly PostOutcome[]> {
  const resolved = new Map<string, string>();
  const outcomes: PostOutcome[] = [];
  for (const document of planned) {
    const reference = documentReference(document.key, adapter.capabilities.reference);
    const posted = await adapter.post({ requestKey: document.key, documents: [{ document, reference }], resolved });
    for (const outcome of posted) if (outcome.status === 'posted') resolved.set(outcome.key, outcome.externalId);
    outcomes.push(...posted);
  }
  return outcomes;
}

function inWords(outcome: PostOutcome): string {
  return outcome.status === 'refused' ? outcome.problem.message : outcome.status;
}

function shown({ externalId: name, date, total, currency, period, state, recordType, lines }: BookedTransaction) {
  const accounts = [...new Set(lines.map(({ account }) => account))].toSorted();
  return { name, recordType, date, currency, total, period, state, accounts };
}

function expected({ key, recordType, summary, body }: Document) {
  const isDraft = /"approved":false|"approvalStatus":\{"id":"1"\}/.test(JSON.stringify(body));
  const name = Object.entries(RECORD_NAMES).find(([ours]) => ours === recordType)?.[1];
  return {
    name: key.replace('/', '_'),
    recordType: name,
    date: '2026-03-11',
    currency: 'EUR',
    total: summary?.total.minorUnits,
    period: 'Mar 2026',
    state: isDraft ? 'draft' : 'live',
    accounts: [...new Set([...(summary?.accounts ?? []), ...taxAccounts(JSON.stringify(body))])].toSorted(),
  };
}

/** SuiteTax posts to the account of the tax code. */
function taxAccounts(body: string): readonly string[] {
  return body.includes('"taxDetails"') ? ['66100'] : [];
}
