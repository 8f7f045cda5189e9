import type { XeroRecordType } from '../xero-record.js';

/** Where the records of one type live in the Accounting API. */
export interface Endpoint {
  /** Its path, and the name of the list in bodies and answers. */
  readonly name:
    | 'BankTransactions'
    | 'Invoices'
    | 'CreditNotes'
    | 'Payments'
    | 'BankTransfers'
    | 'ManualJournals'
    | 'Contacts';
  /** The field that holds a record's id. */
  readonly id:
    | 'BankTransactionID'
    | 'InvoiceID'
    | 'CreditNoteID'
    | 'PaymentID'
    | 'BankTransferID'
    | 'ManualJournalID'
    | 'ContactID';
  /** The field that carries the reference. */
  readonly reference: 'Reference' | 'InvoiceNumber' | 'CreditNoteNumber' | 'Narration' | 'Name';
  /** The one type of ours, where the endpoint holds others too. */
  readonly type?: 'ACCPAY' | 'ACCPAYCREDIT';
  /** True where lists come in pages; false where one comes whole, and with deleted records only on request. */
  readonly inPages: boolean;
  /** True where several can be created in one call, which answers for each. */
  readonly inBatches: boolean;
  /** The scope without which it answers 403. Source: Xero, OAuth 2.0 scopes. */
  readonly scope: string;
}

/** By record type. Source: Xero Accounting API, the pages of these names. */
export const ENDPOINTS: Readonly<Record<XeroRecordType, Endpoint>> = {
  'bank-transaction': {
    name: 'BankTransactions',
    id: 'BankTransactionID',
    reference: 'Reference',
    inPages: true,
    inBatches: true,
    scope: 'accounting.banktransactions',
  },
  bill: {
    name: 'Invoices',
    id: 'InvoiceID',
    reference: 'InvoiceNumber',
    type: 'ACCPAY',
    inPages: true,
    inBatches: true,
    scope: 'accounting.invoices',
  },
  'credit-note': {
    name: 'CreditNotes',
    id: 'CreditNoteID',
    reference: 'CreditNoteNumber',
    type: 'ACCPAYCREDIT',
    inPages: true,
    inBatches: true,
    scope: 'accounting.invoices',
  },
  payment: {
    name: 'Payments',
    id: 'PaymentID',
    reference: 'Reference',
    inPages: true,
    inBatches: true,
    scope: 'accounting.payments',
  },
  'bank-transfer': {
    name: 'BankTransfers',
    id: 'BankTransferID',
    reference: 'Reference',
    inPages: false,
    inBatches: false,
    scope: 'accounting.banktransactions',
  },
  'manual-journal': {
    name: 'ManualJournals',
    id: 'ManualJournalID',
    reference: 'Narration',
    inPages: true,
    inBatches: true,
    scope: 'accounting.manualjournals',
  },
  contact: {
    name: 'Contacts',
    id: 'ContactID',
    reference: 'Name',
    inPages: true,
    inBatches: true,
    scope: 'accounting.contacts',
  },
};

/** True for the name of a record type of ours. */
export function isXeroRecordType(name: string): name is XeroRecordType {
  return Object.hasOwn(ENDPOINTS, name);
}

/** The record type of that name. Throws where it is none: documents of other names come from no plan of ours. */
export function xeroRecordType(name: string): XeroRecordType {
  if (isXeroRecordType(name)) return name;
  throw new RangeError(`${name} is no record type of Xero`);
}
