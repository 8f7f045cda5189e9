import { expect, test } from 'vitest';
import { bill, elements, first, messages, spend, startOrganisation } from './simulated-organisation.js';

const PDF = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
const asPdf = { 'Content-Type': 'application/pdf' };

async function startWithDocument() {
  const organisation = await startOrganisation();
  const reply = await organisation.call('PUT', 'BankTransactions', { BankTransactions: [spend()] });
  const path = `BankTransactions/${first(reply, 'BankTransactions', 'BankTransactionID')}`;
  const upload = (fileName: string, bytes = PDF) =>
    organisation.call('PUT', `${path}/Attachments/${fileName}`, bytes, asPdf);
  return { ...organisation, path, upload };
}

test('a file hangs on its document, with its size, and is listed', async () => {
  const { simulator, path, upload, call } = await startWithDocument();
  const reply = await upload('receipt%201.pdf');
  expect(elements(reply, 'Attachments')).toMatchObject([
    { FileName: 'receipt 1.pdf', MimeType: 'application/pdf', ContentLength: 15 },
  ]);
  expect(elements(await call('GET', `${path}/Attachments`), 'Attachments')).toEqual(elements(reply, 'Attachments'));
  expect(elements(await call('GET', path), 'BankTransactions')).toMatchObject([{ HasAttachments: true }]);
  expect(simulator.books.attachments).toMatchObject([{ fileName: 'receipt 1.pdf', byteLength: 15 }]);
});

test('a file of the same name is replaced', async () => {
  const { simulator, upload } = await startWithDocument();
  const [before, after] = [await upload('a.pdf'), await upload('a.pdf', PDF.slice(0, 9))];
  expect(first(after, 'Attachments', 'AttachmentID')).toBe(first(before, 'Attachments', 'AttachmentID'));
  expect(simulator.books.attachments.map(({ byteLength }) => byteLength)).toEqual([9]);
});

test('an eleventh file is refused, one of the ten can be replaced', async () => {
  const { upload } = await startWithDocument();
  for (let number = 1; number <= 10; number += 1) expect((await upload(`${number}.pdf`)).status).toBe(200);
  expect(messages(await upload('11.pdf'))).toEqual(['A document can have at most 10 attachments.']);
  expect((await upload('10.pdf')).status).toBe(200);
});

test.each(['a%2Fb.pdf', 'a%3Ab.pdf', 'a%2Bb.pdf', 'a%3Fb.pdf', 'a%22b.pdf'])('the name %s is refused', async (name) => {
  const { upload } = await startWithDocument();
  expect((await upload(name)).status).toBe(400);
});

test('a request over 10 MB is refused', async () => {
  const { simulator, upload } = await startWithDocument();
  expect((await upload('a.pdf', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await upload('a.pdf', new Uint8Array(10 * 1024 * 1024))).status).toBe(200);
  expect(simulator.books.attachments.length).toBe(1);
});

test('there is none without its document, and none of another kind', async () => {
  const { call } = await startWithDocument();
  const reply = await call('PUT', 'Invoices', { Invoices: [bill()] });
  const id = first(reply, 'Invoices', 'InvoiceID');
  expect((await call('PUT', `CreditNotes/${id}/Attachments/a.pdf`, PDF, asPdf)).status).toBe(404);
  expect((await call('PUT', `Invoices/${id}/Attachments/a.pdf`, PDF, asPdf)).status).toBe(200);
});
