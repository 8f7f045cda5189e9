import type { AccountingEntry, AccountReference, Document, EntryPlan, Json, Money } from '@ledgerferry/core';

interface Leg {
  readonly account: AccountReference;
  readonly amount: Money;
}

/** What the ledger in memory holds for an entry: a journal, or an invoice, a payment, or both. */
export function planInMemory(entry: AccountingEntry, contacts: boolean): EntryPlan {
  const lines = entry.lines.map((line) => ({ account: line.account, amount: line.gross }));
  const settlement = { account: entry.settlement, amount: entry.amount };
  const contact = contacts && entry.counterparty ? contactOf(entry.counterparty.name) : undefined;
  const prerequisites = contact ? [contact] : [];
  const needed = prerequisites.map((document) => document.key);
  const settled = entry.settles.filter((invoice) => invoice.externalId === null).map((invoice) => invoice.documentKey);

  if (entry.kind === 'bill')
    return { documents: [documentOf(entry, 'invoice', lines, settlement, needed)], prerequisites };
  if (entry.kind === 'payment') {
    return { documents: [documentOf(entry, 'payment', lines, settlement, [...needed, ...settled])], prerequisites };
  }
  if (!entry.payable)
    return { documents: [documentOf(entry, 'journal', lines, settlement, settled)], prerequisites: [] };

  const payable = { account: entry.payable, amount: entry.amount };
  const invoice = documentOf(entry, 'invoice', lines, payable, needed);
  const payment = documentOf(entry, 'payment', [payable], settlement, [...needed, invoice.key]);
  return { documents: [invoice, payment], prerequisites };
}

function documentOf(
  entry: AccountingEntry,
  role: 'journal' | 'invoice' | 'payment',
  lines: readonly Leg[],
  counter: Leg,
  dependsOn: readonly string[],
): Document {
  const accounts = [...lines, counter].map((leg) => leg.account.code ?? leg.account.identifier ?? '');
  return {
    key: `${entry.accountingEntryId}/${role}`,
    role,
    recordType: role,
    dependsOn,
    summary: { date: entry.date, total: entry.amount, accounts: [...new Set(accounts)] },
    body: {
      posting: entry.posting,
      date: entry.date,
      description: entry.description,
      direction: entry.direction,
      lines: lines.map(legBody),
      counter: legBody(counter),
      names: dependsOn.map((documentKey) => ({ documentKey })),
      settles: entry.settles.map((invoice) => invoice.externalId ?? { documentKey: invoice.documentKey }),
    },
  };
}

function legBody(leg: Leg): Json {
  return {
    account: leg.account.code ?? leg.account.identifier,
    minorUnits: leg.amount.minorUnits,
    currency: leg.amount.currency,
  };
}

function contactOf(name: string): Document {
  const normalised = name.trim().toLowerCase().replace(/\s+/gu, ' ');
  return {
    key: `prerequisite/contact/${normalised}`,
    role: 'contact',
    recordType: 'contact',
    body: { name: name.trim() },
    dependsOn: [],
    summary: null,
  };
}
