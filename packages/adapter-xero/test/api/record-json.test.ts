import { expect, test } from 'vitest';
import { toXeroJson } from '../../src/api/record-json.js';

test('amounts are sent as numbers of the same digits', () => {
  expect(toXeroJson({ UnitAmount: '12.50', LineAmount: '-0.10', Amount: '9999999999.99' })).toBe(
    '{"UnitAmount":12.50,"LineAmount":-0.10,"Amount":9999999999.99}',
  );
});

test('texts that look like numbers stay texts', () => {
  expect(toXeroJson({ AccountCode: '404', Description: '12.50', InvoiceNumber: '0007' })).toBe(
    '{"AccountCode":"404","Description":"12.50","InvoiceNumber":"0007"}',
  );
});

test('an amount field that holds anything else is sent as a text, for Xero to refuse', () => {
  expect(toXeroJson({ Amount: '12,50', TaxAmount: '1e3', UnitAmount: '1}' })).toBe(
    '{"Amount":"12,50","TaxAmount":"1e3","UnitAmount":"1}"}',
  );
});

test('lists, objects and marks of the syntax arrive as they are', () => {
  const value = {
    BankTransactions: [{ Contact: { Name: 'O"Brien \\ Søn\n🧾' }, IsReconciled: true, Quantity: 1, Url: null }],
  };
  expect(JSON.parse(toXeroJson(value))).toEqual(value);
});
