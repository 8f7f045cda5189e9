import type { Document, PostOutcome } from '@ledgerferry/core';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { RECORD_NAMES } from '../../src/plan/netsuite-record.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import type { NetsuiteFacts } from '../../src/reference-data/netsuite-facts.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import type { BookedTransaction } from '../../src/simulator/index.js';
import { startNetsuite } from '../netsuite-fixture.js';
import { postAll } from '../post-all.js';
import { anyCase } from './any-entry.js';
import { SAMPLE_ACCOUNT } from './sample-account.js';

const CASES = 100;

test.each(['legacy', 'suitetax'] as const)(
  'NetSuite takes whatever passes the rules, and books the planned day, total and approval (tax: %s)',
  async (tax) => {
    const { simulator, open } = await startNetsuite({ account: { ...SAMPLE_ACCOUNT, tax } });
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

function inWords(outcome: PostOutcome): string {
  return outcome.status === 'refused' ? outcome.problem.message : outcome.status;
}

function shown({ externalId: name, date, total, currency, period, state, recordType, lines }: BookedTransaction) {
  const accounts = [...new Set(lines.map(({ account }) => account))].toSorted();
  return { name, recordType, date, currency, total, period, state, accounts };
}

function expected({ key, recordType, summary, body }: Document) {
  // approval is routed: what does not say that it is approved waits
  const isApproved = /"approved":true|"approvalStatus":\{"id":"2"\}/.test(JSON.stringify(body));
  const isRouted = recordType === 'journal-entry' || recordType === 'vendor-bill';
  const name = Object.entries(RECORD_NAMES).find(([ours]) => ours === recordType)?.[1];
  return {
    name: key.replace('/', '_'),
    recordType: name,
    date: '2026-03-11',
    currency: 'EUR',
    total: summary?.total.minorUnits,
    period: 'Mar 2026',
    state: isRouted && !isApproved ? 'draft' : 'live',
    accounts: [...new Set([...(summary?.accounts ?? []), ...taxAccounts(JSON.stringify(body))])].toSorted(),
  };
}

/** SuiteTax posts to the account of the tax code. */
function taxAccounts(body: string): readonly string[] {
  return body.includes('"taxDetails"') ? ['66100'] : [];
}
