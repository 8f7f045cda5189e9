import type { AttachCall } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { scriptXero } from '../scripted-xero.js';

const PDF = new TextEncoder().encode('%PDF-1.4');

function receiptOf(recordType: string, overrides: Partial<AttachCall> = {}): AttachCall {
  return {
    requestKey: 'key-1',
    key: 'a/file/0',
    fileName: 'a-1.pdf',
    bytes: PDF,
    contentType: 'application/pdf',
    target: { externalId: 'id-1', recordType, reference: 'a/booking' },
    ...overrides,
  };
}

const attached = { Attachments: [{ AttachmentID: 'file-1', FileName: 'a-1.pdf' }] };

test.for([
  ['bank-transaction', 'PUT /BankTransactions/id-1/Attachments/a-1.pdf'],
  ['bill', 'PUT /Invoices/id-1/Attachments/a-1.pdf'],
  ['credit-note', 'PUT /CreditNotes/id-1/Attachments/a-1.pdf'],
  ['bank-transfer', 'PUT /BankTransfers/id-1/Attachments/a-1.pdf'],
  ['manual-journal', 'PUT /ManualJournals/id-1/Attachments/a-1.pdf'],
] as const)('a receipt of a %s hangs on it', async ([recordType, call]) => {
  const { adapter, seen } = await scriptXero(() => ({ body: attached }));
  expect(await adapter.attach(receiptOf(recordType))).toEqual({ externalId: 'file-1' });
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([call]);
  expect(seen[0]?.headers).toMatchObject({ 'idempotency-key': 'key-1', 'content-type': 'application/pdf' });
  expect(seen[0]?.query.size).toBe(0);
  expect(seen[0]?.body).toBe('%PDF-1.4');
});

test.for([
  ['a bill', { Invoice: { InvoiceID: 'inv-1', Type: 'ACCPAY' } }, '/Invoices/inv-1'],
  ['a credit note', { Invoice: { InvoiceID: 'cn-1', Type: 'ACCPAYCREDIT' } }, '/CreditNotes/cn-1'],
  ['a credit note', { CreditNote: { CreditNoteID: 'cn-1' } }, '/CreditNotes/cn-1'],
] as const)('a receipt of a payment of %s hangs on that', async ([, paid, place]) => {
  const { adapter, seen } = await scriptXero(({ path }) => ({
    body: path === '/Payments/id-1' ? { Payments: [{ PaymentID: 'id-1', ...paid }] } : attached,
  }));
  expect(await adapter.attach(receiptOf('payment'))).toEqual({ externalId: 'file-1' });
  expect(await adapter.findAttachments(receiptOf('payment').target)).toEqual([
    { externalId: 'file-1', fileName: 'a-1.pdf' },
  ]);
  expect(seen.map(({ path }) => path)).toEqual([
    '/Payments/id-1',
    `${place}/Attachments/a-1.pdf`,
    '/Payments/id-1',
    `${place}/Attachments`,
  ]);
});

test('a file type that Xero does not take is refused before it is sent', async () => {
  const { adapter, seen } = await scriptXero(() => ({ body: attached }));
  for (const fileName of ['a-1.bin', 'a-1.heic', 'pdf'])
    await expect(adapter.attach(receiptOf('bill', { fileName }))).rejects.toMatchObject({
      kind: 'item-rejected',
      code: 'XERO_RECEIPT_TYPE',
      itemReason: 'receipt_conversion_failure',
    });
  expect(seen).toEqual([]);
});

test.for([
  [404, 'not found', 'XERO_RECORD_GONE'],
  [413, { Message: 'Request too large' }, 'XERO_RECEIPT_TOO_LARGE'],
  [
    400,
    { Type: 'ValidationException', Message: 'A document can have a maximum of 10 attachments' },
    'XERO_RECEIPTS_TOO_MANY',
  ],
  [400, { Type: 'ValidationException', Message: 'Files are limited to 10 MB' }, 'XERO_RECEIPT_REFUSED'],
  [400, { Type: 'ValidationException', Message: 'The file is damaged' }, 'XERO_RECEIPT_REFUSED'],
] as const)('a receipt that Xero answers %i to is refused as %s', async ([status, body, code]) => {
  const { adapter } = await scriptXero(() => ({ status, body }));
  await expect(adapter.attach(receiptOf('bill'))).rejects.toMatchObject({ kind: 'item-rejected', code });
});

test('a receipt whose request key is taken is in doubt', async () => {
  const Message = 'Idempotency Key: key-1 is used with a different request.';
  const { adapter } = await scriptXero(() => ({ status: 400, body: { Type: 'ValidationException', Message } }));
  await expect(adapter.attach(receiptOf('bill'))).rejects.toMatchObject({ kind: 'outcome-unknown' });
});
