import type { AccountingEntry, Problem } from '@ledgerferry/core';
import { onTestFinished } from 'vitest';
import type { NetsuiteAccount } from '../../src/simulator/index.js';
import { startNetsuite } from '../netsuite-fixture.js';
import { SAMPLE_ACCOUNT } from '../plan/sample-account.js';
import { postAll } from '../post-all.js';

/** What became of an entry: the ids of its records, or why it was refused, before it was sent or by NetSuite. */
export type Booked = { readonly ids: readonly string[] } | { readonly problems: readonly Problem[] };

/** The ledger of the samples over HTTP, and the adapter before it: entries go through its rules and its plan. */
export async function openLedger(account: Partial<NetsuiteAccount> = {}, settings: object = {}) {
  const { simulator, open } = await startNetsuite({ account: { ...SAMPLE_ACCOUNT, ...account } });
  onTestFinished(() => simulator.close());
  const adapter = open({ restlet: undefined, ...settings });
  const facts = await adapter.loadReferenceData();

  async function tryToBook(entry: AccountingEntry): Promise<Booked> {
    const problems = adapter.rules(facts).flatMap((rule) => rule.validate(entry));
    if (problems.length > 0) return { problems };
    const outcomes = await postAll(adapter.plan(entry, facts).documents, adapter);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'refused' ? [outcome.problem] : []));
    if (refusals.length > 0) return { problems: refusals };
    return { ids: outcomes.flatMap((outcome) => (outcome.status === 'posted' ? [outcome.externalId] : [])) };
  }

  /** Fails the test where the entry is refused. */
  async function book(entry: AccountingEntry): Promise<readonly string[]> {
    const booked = await tryToBook(entry);
    if ('problems' in booked) throw new Error(booked.problems.map(({ message }) => message).join(' '));
    return booked.ids;
  }

  /** The problem that keeps an entry out. */
  async function refusal(entry: AccountingEntry): Promise<Problem | undefined> {
    const booked = await tryToBook(entry);
    return 'problems' in booked ? booked.problems[0] : undefined;
  }

  return { adapter, facts, books: simulator.books, book, refusal };
}
