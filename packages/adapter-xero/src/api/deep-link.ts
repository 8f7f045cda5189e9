import type { XeroRecordType } from '../xero-record.js';

/** The page of a record in Xero, by type; a payment has the page of a bank transaction. */
const PAGES: Readonly<Record<XeroRecordType, string>> = {
  'bank-transaction': '/Bank/ViewTransaction.aspx?bankTransactionID=',
  bill: '/AccountsPayable/View.aspx?InvoiceID=',
  'credit-note': '/AccountsPayable/ViewCreditNote.aspx?creditNoteID=',
  payment: '/Bank/ViewTransaction.aspx?bankTransactionID=',
  'bank-transfer': '/Bank/ViewTransfer.aspx?bankTransferID=',
  'manual-journal': '/Journal/View.aspx?invoiceID=',
  contact: '/Contacts/View/',
};

/**
 * Where a person sees a record, whichever organisation is open in the browser; null where the organisation's short code is not known.
 * Source: Xero, Deep linking to Xero.
 */
export function deepLink(recordType: XeroRecordType, id: string, shortCode: string | null): string | null {
  if (shortCode === null) return null;
  const page = `${PAGES[recordType]}${encodeURIComponent(id)}`;
  return `https://go.xero.com/organisationlogin/default.aspx?shortcode=${encodeURIComponent(shortCode)}&redirecturl=${page}`;
}
