import {
  formatMoney,
  invoicePostings,
  paymentPostings,
  postingsOf,
  type AccountingEntry,
  type Document,
  type DocumentSummary,
  type EntryPlan,
  type Posting,
} from '@ledgerferry/core';
import type { JournalBody, JournalPosting } from './journal-body.js';

/** What the ledger will hold for an entry: one transaction, or for a payable an invoice, a payment or both. Pure. */
export function planEntry(entry: AccountingEntry): EntryPlan {
  return { documents: documentsOf(entry), prerequisites: [] };
}

function documentsOf(entry: AccountingEntry): readonly Document[] {
  if (entry.kind === 'bill') return [documentOf(entry, 'invoice', invoicePostings(entry), [])];
  if (entry.kind === 'payment') {
    const postings = entry.payable ? paymentPostings(entry) : postingsOf(entry);
    return [documentOf(entry, 'payment', postings, entry.settles.map(settledDocument))];
  }
  if (!entry.payable) return [documentOf(entry, 'journal', postingsOf(entry), [])];
  const invoice = documentOf(entry, 'invoice', invoicePostings(entry), []);
  return [invoice, documentOf(entry, 'payment', paymentPostings(entry), [{ documentKey: invoice.key }])];
}

function settledDocument(invoice: AccountingEntry['settles'][number]): JournalBody['settles'][number] {
  return invoice.externalId === null ? { documentKey: invoice.documentKey } : { externalId: invoice.externalId };
}

function documentOf(
  entry: AccountingEntry,
  role: 'journal' | 'invoice' | 'payment',
  postings: readonly Posting[],
  settles: JournalBody['settles'],
): Document {
  const body: JournalBody = {
    date: entry.date,
    posting: entry.posting,
    payee: entry.counterparty?.name ?? null,
    description: entry.description,
    tags: tagsOf(entry),
    settles,
    hasReceipts: entry.receipts.length > 0,
    postings: postings.map(bodyPosting),
  };
  return {
    key: `${entry.accountingEntryId}/${role}`,
    role,
    recordType: role,
    body,
    dependsOn: settles.flatMap((settled) => ('documentKey' in settled ? [settled.documentKey] : [])),
    summary: summaryOf(entry, postings),
  };
}

function bodyPosting({ account, amount, taxCode, dimensions }: Posting): JournalPosting {
  return {
    account: { code: account.code ?? '', role: account.role, name: account.name },
    minorUnits: amount.minorUnits,
    currency: amount.currency,
    exponent: amount.exponent,
    tags: [
      ...(taxCode === null ? [] : [['tax-code', taxCode] satisfies [string, string]]),
      ...dimensions.map(({ group, code }): [string, string] => [`dimension-${group}`, code]),
    ],
  };
}

/** Total as the ledger will show it: the sum of the debits. */
function summaryOf(entry: AccountingEntry, postings: readonly Posting[]): DocumentSummary {
  const debits = postings.reduce((sum, { amount }) => sum + Math.max(amount.minorUnits, 0), 0);
  return {
    date: entry.date,
    total: { ...entry.amount, minorUnits: debits },
    accounts: [...new Set(postings.map((posting) => posting.account.code ?? ''))],
  };
}

function tagsOf(entry: AccountingEntry): JournalBody['tags'] {
  const { counterparty, employee, invoice, servicePeriod } = entry;
  const tags: readonly (readonly [string, string | null | undefined])[] = [
    ['item-type', entry.itemSubType === null ? entry.itemType : `${entry.itemType}/${entry.itemSubType}`],
    ['reconciliation-id', entry.reconciliationId],
    ['reconciled-entries', entry.reconciledEntries.join('; ')],
    ['supplier-amount', entry.foreignAmount && formatMoney(entry.foreignAmount)],
    [counterparty?.source ?? 'supplier', counterparty?.name],
    ['vendor-code', counterparty?.code],
    ['employee', employee && (employee.code === null ? employee.name : `${employee.name} (${employee.code})`)],
    ['attendees', entry.attendees.join('; ')],
    ['service-period', servicePeriod && `${servicePeriod.from} to ${servicePeriod.to}`],
    ['invoice-number', invoice?.number],
    ['invoice-date', invoice?.date],
    ['due-date', invoice?.dueDate],
    ['moved-from', entry.movedFrom],
    ['web-url', entry.webUrl?.replaceAll(',', '%2C')],
  ];
  return tags.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}
