import { invoicePostings, paymentPostings, type AccountingEntry, type Document } from '@ledgerferry/core';
import { demand, demandEqual, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { LedgerPosting } from '../ledger-back-door.js';
import type { AdapterBench } from './adapter-bench.js';
import { hasDrafts, seesLinks, seesPostings } from './concerns.js';
import { billAndPayment, entriesOfEveryKind } from './entries-of-every-kind.js';
import { namedKeys } from './keys.js';

/** What `post` promises of one document. */
export const posting: Theme<AdapterBench> = {
  name: 'posting',
  page: 'docs/exactly-once.md#one-call-step-by-step',
  behaviours: [
    {
      title: 'an entry is in the ledger once, under its reference',
      advice:
        'Send the reference that the call brings, unchanged, into the field that capabilities.reference describes.',
      run: async (bench) => {
        const { document } = await bench.postOne(bench.entry('one'));
        const held = (await bench.harness.ledger.documents()).filter(({ summary }) => summary !== null);
        demandEqual(
          held.map(({ reference }) => reference),
          [bench.reference(document)],
          'The ledger must hold the document once, under its reference, and nothing else.',
        );
      },
    },
    {
      title: 'the answer names the id that the ledger gave',
      advice:
        'Answer the id under which a person finds the document in the ledger: it goes to Pleo, and receipts are attached to it.',
      run: async (bench) => {
        const refund = bench.entry('refund', { kind: 'money-in', direction: 'in' });
        for (const { document, outcome } of await bench.postEntries(bench.entry('id'), refund)) {
          const [held] = await bench.held(document);
          demandEqual(
            outcome.externalId,
            held?.externalId,
            `post must answer the id of ${document.key} in the ledger.`,
          );
          demand(outcome.externalId.trim() !== '', 'An external id must not be empty.');
        }
      },
    },
    {
      title: 'the answer links to a web page, or to none',
      advice: 'Answer externalUrl as an absolute https address that a bookkeeper can open, or null.',
      run: async (bench) => {
        const { outcome } = await bench.postOne(bench.entry('link'));
        const { externalUrl } = outcome;
        demand(
          externalUrl === null || /^https?:\/\/[^/]+/.test(externalUrl),
          `externalUrl must be an absolute web address or null, but is ${shown(externalUrl)}.`,
        );
      },
    },
    {
      title: 'a final entry is live in the ledger',
      advice: 'Post it in the state in which the system counts it: approved, authorised, booked.',
      run: async (bench) => {
        for (const { document } of await bench.postEntries(bench.entry('final'), bench.payable('final payable')))
          demandEqual((await bench.held(document))[0]?.state, 'live', `${document.key} is final: it must be live.`);
      },
    },
    {
      title: 'a draft is a draft in the ledger',
      advice:
        'Carry `posting` of the entry into the body; declare draft: false for record types that cannot wait for a person.',
      where: [hasDrafts],
      run: async (bench) => {
        const drafts = [
          bench.entry('draft', { posting: 'draft' }),
          bench.payable('draft payable', { posting: 'draft' }),
        ];
        for (const { document } of await bench.postEntries(...drafts)) {
          if (!bench.adapter.capabilities.recordTypes[document.recordType]?.draft) continue;
          demandEqual((await bench.held(document))[0]?.state, 'draft', `${document.key} must wait as a draft.`);
        }
      },
    },
    {
      title: 'an entry of every kind is in the ledger, all its documents',
      advice: 'Send what plan names, for bills, payments, refunds and transfers as well as for purchases.',
      run: async (bench) => {
        for (const { document } of await bench.postEntries(...entriesOfEveryKind(bench)))
          demandEqual((await bench.held(document)).length, 1, `${document.key} must be in the ledger once.`);
      },
    },
    {
      title: 'every account is debited and credited with what the entry says',
      advice:
        'Take the postings from invoicePostings and paymentPostings of core: positive is debit. A refund goes the other way than a purchase.',
      where: [seesPostings],
      run: async (bench) => {
        for (const entry of entriesOfEveryKind(bench)) {
          const found = new Map<string, number>();
          const posted = await bench.postEntries(entry);
          if (posted.length === 0) continue;
          for (const { document } of posted)
            for (const { account, minorUnits } of await postingsOf(bench, document))
              found.set(account, (found.get(account) ?? 0) + minorUnits);
          demandEqual(
            balances(found),
            expectedBalances(entry),
            `The ledger must change each account as the entry says (${entry.kind}, direction "${entry.direction}").`,
          );
        }
      },
    },
    {
      title: 'a payment names the invoice that it settles by its id in the ledger',
      advice: 'Replace each { documentKey } of the body by the id in `resolved`, each by its own.',
      where: [seesLinks],
      run: async (bench) => {
        const [bill, payment] = billAndPayment(bench);
        await bench.postOne(bench.entry('something else'));
        const { outcome: invoice } = await bench.postOne(bill);
        const { document, outcome } = await bench.postOne(payment);
        if (namedKeys(document.body).length === 0) return;
        const links = (await bench.harness.ledger.links?.(outcome.externalId)) ?? [];
        demand(
          links.includes(invoice.externalId),
          `${document.key} must name the invoice ${invoice.externalId} in the ledger.\n  found:    ${shown(links)}`,
        );
      },
    },
    {
      title: 'a document that names another is not booked without the id of that one',
      advice:
        'Throw, or refuse the document, where `resolved` lacks a key that the body names: a payment without its invoice is on account.',
      run: async (bench) => {
        const [bill, payment] = billAndPayment(bench);
        await bench.postOne(bill);
        const [document] = await bench.prepare(payment);
        if (!document || namedKeys(document.body).length === 0) return;
        const call = { ...bench.call([document]), resolved: new Map<string, string>() };
        await bench.adapter.post(call).catch(() => undefined);
        demandEqual(
          await bench.held(document),
          [],
          `${document.key} must not be booked while an id that it names is missing.`,
        );
      },
    },
    {
      title: 'an entry is booked in a second adapter as in the first',
      advice: 'Keep nothing between calls that a post needs: after a restart another process goes on.',
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('elsewhere'));
        const [outcome] = await (await bench.harness.reopen()).post(bench.call(documents));
        demandEqual(outcome?.status, 'posted', 'An adapter that was opened later must book as the first one does.');
      },
    },
  ],
};

/** What the ledger shows of a document that it holds. */
async function postingsOf(bench: AdapterBench, document: Document): Promise<readonly LedgerPosting[]> {
  const [held] = await bench.held(document);
  return held ? ((await bench.harness.ledger.postings?.(held.externalId)) ?? []) : [];
}

function expectedBalances(entry: AccountingEntry): Record<string, number> {
  const found = new Map<string, number>();
  for (const { account, amount } of [...invoicePostings(entry), ...paymentPostings(entry)]) {
    const code = account.code ?? account.identifier ?? '';
    found.set(code, (found.get(code) ?? 0) + amount.minorUnits);
  }
  return balances(found);
}

/** Accounts whose balance changed, by code. */
function balances(found: ReadonlyMap<string, number>): Record<string, number> {
  const changed = [...found].filter(([, minorUnits]) => minorUnits !== 0);
  return Object.fromEntries(changed.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
