import { toDecimal, valueOf, type AccountingEntry, type Document, type EntryPlan } from '@ledgerferry/core';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import type { XeroRecord } from '../xero-record.js';
import { bookedLines, lineAmountTypes, lineItem } from './booked-lines.js';
import type { BookingContext } from './booking-context.js';
import type { RecordChoice } from './choose-record.js';
import { contactOf, type DocumentContact } from './contact-of.js';
import { documentOf } from './document-of.js';
import { lineText, linkOf, supplierNumber } from './entry-texts.js';
import { accountOfDocument } from './resolve-account.js';
import { systemAccount } from './system-account.js';

type InvoiceChoice = Extract<RecordChoice, { record: 'invoice' }>;

/** A bill, or a credit note where money comes back, and its payment. Source: Xero Accounting API, Invoices; CreditNotes; Payments. */
export function planInvoice(entry: AccountingEntry, choice: InvoiceChoice, context: BookingContext): EntryPlan {
  const contact = valueOf(contactOf(entry, choice.owedTo, context));
  const invoice = invoiceOf(entry, choice, contact, context);
  const payment = choice.payFrom ? [paymentOf(entry, invoice, choice.payFrom, context)] : [];
  return {
    documents: [invoice, ...payment],
    prerequisites: contact.missing ? [contact.missing] : [],
    leavesInvoice: choice.payFrom === null && entry.direction === 'out',
  };
}

function invoiceOf(
  entry: AccountingEntry,
  choice: InvoiceChoice,
  contact: DocumentContact,
  context: BookingContext,
): Document {
  const lines = valueOf(bookedLines(choice.lines, context, { takesTaxAmounts: true }));
  return documentOf(
    entry,
    {
      role: 'booking',
      recordType: entry.direction === 'out' ? 'bill' : 'credit-note',
      total: entry.amount,
      accounts: [...lines.map(({ account }) => account), systemAccount('CREDITORS', context.facts)],
      dependsOn: [contact.missing?.key],
    },
    {
      ...typeAndNumber(entry),
      Contact: contact.body,
      Date: entry.date,
      CurrencyCode: entry.amount.currency,
      Status: choice.payFrom === null && entry.posting === 'draft' ? 'DRAFT' : 'AUTHORISED',
      LineAmountTypes: lineAmountTypes(context),
      LineItems: lines.map((line) => lineItem(line, lineText(entry))),
    },
  );
}

/** An approved bill needs the day it is due; credit notes have neither that nor a link. */
function typeAndNumber(entry: AccountingEntry): XeroRecord {
  const number = supplierNumber(entry);
  const url = linkOf(entry);
  if (entry.direction === 'in') return { Type: 'ACCPAYCREDIT', ...(number ? { CreditNoteNumber: number } : {}) };
  return {
    Type: 'ACCPAY',
    ...(number ? { InvoiceNumber: number } : {}),
    DueDate: entry.invoice?.dueDate ?? entry.date,
    ...(url ? { Url: url } : {}),
  };
}

function paymentOf(
  entry: AccountingEntry,
  invoice: Document,
  payFrom: XeroAccount,
  { facts }: BookingContext,
): Document {
  const id = { documentKey: invoice.key };
  return documentOf(
    entry,
    {
      role: 'payment',
      recordType: 'payment',
      total: entry.amount,
      accounts: [payFrom, systemAccount('CREDITORS', facts)],
      dependsOn: [invoice.key],
    },
    {
      ...(entry.direction === 'out' ? { Invoice: { InvoiceID: id } } : { CreditNote: { CreditNoteID: id } }),
      Account: accountOfDocument(payFrom),
      Date: entry.date,
      Amount: toDecimal(entry.amount),
    },
  );
}
