import type { AttachCall } from '@ledgerferry/core';
import { ENDPOINTS, xeroRecordType } from '../api/endpoints.js';
import type { AttachmentPlace, XeroApi } from '../api/xero-api.js';
import { xeroError } from '../errors/xero-errors.js';

/** Where receipts of a document hang: on the document, and those of a payment on the bill or credit note that it pays. */
export async function attachmentPlace(target: AttachCall['target'], api: XeroApi): Promise<AttachmentPlace> {
  const recordType = xeroRecordType(target.recordType);
  if (recordType !== 'payment') return { endpoint: ENDPOINTS[recordType], id: target.externalId };
  const payment = await api.readRecord(ENDPOINTS.payment, target.externalId);
  const creditNoteId = payment?.CreditNote?.CreditNoteID ?? null;
  if (creditNoteId !== null) return { endpoint: ENDPOINTS['credit-note'], id: creditNoteId };
  const invoice = payment?.Invoice;
  const id = invoice?.InvoiceID ?? null;
  if (id === null) throw xeroError('XERO_RECORD_GONE', `The bill of payment ${target.externalId} is not in Xero.`);
  return { endpoint: ENDPOINTS[invoice?.Type === 'ACCPAYCREDIT' ? 'credit-note' : 'bill'], id };
}
