import { z } from 'zod';
import { amount, text } from './answer-fields.js';
import type { Endpoint } from './endpoints.js';

/*
 * Answers about bookings, as far as we read them; unknown fields are kept, because errors may sit in any of them.
 * Source: Xero Accounting API, Bank transactions, Invoices, Credit notes, Payments, Bank transfers, Manual journals, Contacts.
 */

const account = z.looseObject({ AccountID: text, Code: text }).nullish();

const line = z.looseObject({ AccountCode: text, AccountID: text, Description: text, LineAmount: amount });

const record = z.looseObject({
  BankTransactionID: text,
  InvoiceID: text,
  CreditNoteID: text,
  PaymentID: text,
  BankTransferID: text,
  ManualJournalID: text,
  ContactID: text,
  Reference: text,
  InvoiceNumber: text,
  CreditNoteNumber: text,
  Narration: text,
  Name: text,
  Status: text,
  Date: text,
  DateString: text,
  CurrencyCode: text,
  Total: amount,
  Amount: amount,
  LineItems: z.array(line).nullish(),
  JournalLines: z.array(line).nullish(),
  BankAccount: account,
  FromBankAccount: account,
  ToBankAccount: account,
  Account: account,
  Invoice: z.looseObject({ InvoiceID: text, Type: text, CurrencyCode: text }).nullish(),
  CreditNote: z.looseObject({ CreditNoteID: text, CurrencyCode: text }).nullish(),
  StatusAttributeString: text,
});

/** One record as Xero answers it. */
export type RecordAnswer = z.infer<typeof record>;

const page = z.object({ pageCount: z.number().nullish(), itemCount: z.number().nullish() }).nullish();

/** The list of an endpoint. */
export function recordsAnswer({ name }: Pick<Endpoint, 'name'>) {
  const list = z.looseObject({ pagination: page });
  return z.preprocess(
    (answer) => {
      const read = list.safeParse(answer);
      return read.success ? { pagination: read.data.pagination, records: read.data[name] } : answer;
    },
    z.object({ pagination: page, records: z.array(record) }),
  );
}

export type RecordsAnswer = z.infer<ReturnType<typeof recordsAnswer>>;

/** The body of a refusal. Source: Xero Accounting API, Response codes and errors. */
export const refusalAnswer = z.looseObject({
  ErrorNumber: z.number().nullish(),
  Type: text,
  Title: text,
  Detail: text,
  Message: text,
  Elements: z.array(record).nullish(),
});

const attachment = z.object({ AttachmentID: z.string(), FileName: z.string() });
export const attachmentsAnswer = z.object({ Attachments: z.array(attachment) });
