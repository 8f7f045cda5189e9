import { expect, test } from 'vitest';
import { placeReference } from '../../src/api/record-reference.js';

const REFERENCE = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/booking';

test("a bill's number shows the supplier's own before ours", () => {
  expect(placeReference('bill', { InvoiceNumber: 'INV-2041' }, REFERENCE)).toEqual({
    InvoiceNumber: `INV-2041 (${REFERENCE})`,
  });
  expect(placeReference('bill', {}, REFERENCE)).toEqual({ InvoiceNumber: REFERENCE });
});

test('a number that is too long loses its own end, never ours', () => {
  const { CreditNoteNumber } = placeReference('credit-note', { CreditNoteNumber: `${'9'.repeat(206)}🧾🧾` }, REFERENCE);
  expect(CreditNoteNumber).toBe(`${'9'.repeat(206)}… (${REFERENCE})`);
});

test('a payment and a bank transaction carry it alone', () => {
  expect(placeReference('payment', { Amount: '1.00' }, REFERENCE)).toEqual({ Amount: '1.00', Reference: REFERENCE });
});

test('an overpayment carries it also behind the description of its line', () => {
  const lines = [{ Description: 'Paid on account', UnitAmount: '1.00' }];
  expect(placeReference('bank-transaction', { Type: 'SPEND-OVERPAYMENT', LineItems: lines }, REFERENCE)).toEqual({
    Type: 'SPEND-OVERPAYMENT',
    Reference: REFERENCE,
    LineItems: [{ Description: `Paid on account (${REFERENCE})`, UnitAmount: '1.00' }],
  });
});

test('a contact carries none', () => {
  expect(placeReference('contact', { Name: 'ACME' }, REFERENCE)).toEqual({ Name: 'ACME' });
});
