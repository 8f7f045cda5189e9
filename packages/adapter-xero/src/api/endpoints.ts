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
  /** True where lists come in pages, and a batch answers for each element. */
  readonly takesMany: boolean;
  /** The scope without which it answers 403. Source: Xero, OAuth 2.0 scopes. */
  readonly scope: string;
}

/** By record type. Source: Xero Accounting API, the pages of these names. */
export const ENDPOINTS: Readonly<Record<XeroRecordType, Endpoint>> = {
  'bank-transaction': {
    name: 'BankTransactions',
    id: 'BankTransactionID',
    reference: 'Reference',
    takesMany: true,
    scope: 'accounting.banktransactions',
  },
  bill: {
    name: 'Invoices',
    id: 'InvoiceID',
    reference: 'InvoiceNumber',
    type: 'ACCPAY',
    takesMany: true,
    scope: 'accounting.invoices',
  },
  'credit-note': {
    name: 'CreditNotes',
    id: 'CreditNoteID',
    reference: 'CreditNoteNumber',
    type: 'ACCPAYCREDIT',
    takesMany: true,
    scope: 'accounting.invoices',
  },
  payment: {
    name: 'Payments',
    id: 'PaymentID',
    reference: 'Reference',
    takesMany: true,
    scope: 'accounting.payments',
  },
  'bank-transfer': {
    name: 'BankTransfers',
    id: 'BankTransferID',
    reference: 'Reference',
    takesMany: false,
    scope: 'accounting.banktransactions',
  },
  'manual-journal': {
    name: 'ManualJournals',
    id: 'ManualJournalID',
    reference: 'Narration',
    takesMany: true,
    scope: 'accounting.manualjournals',
  },
  contact: {
    name: 'Contacts',
    id: 'ContactID',
    reference: 'Name',
    takesMany: true,
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
