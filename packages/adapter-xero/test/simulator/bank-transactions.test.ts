import { describe, expect, test } from 'vitest';
import { elements, first, line, messages, spend, startOrganisation, type Fields } from './simulated-organisation.js';

const taxed = (overrides: Fields = {}) => [line({ TaxType: 'I25', ...overrides })];

describe('what a bank transaction books', () => {
  test('the net is on the expense account, the tax on the tax account, the total on the bank account', async () => {
    const { simulator, call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [spend({ LineItems: taxed() })] });
    expect(simulator.books.postings(first(reply, 'BankTransactions', 'BankTransactionID'))).toEqual([
      { account: '3620', amount: 71_616 },
      { account: '820', amount: 17_904 },
      { account: '55010', amount: -89_520 },
    ]);
  });

  test('received money goes the other way', async () => {
    const { simulator, call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [spend({ Type: 'RECEIVE' })] });
    expect(simulator.books.postings(first(reply, 'BankTransactions', 'BankTransactionID'))).toEqual([
      { account: '3620', amount: -89_520 },
      { account: '55010', amount: 89_520 },
    ]);
  });

  test('an overpayment is owed by the supplier, without an account or a tax', async () => {
    const { simulator, call } = await startOrganisation();
    const overpayment = spend({ Type: 'SPEND-OVERPAYMENT', LineAmountTypes: 'NoTax', LineItems: [{ UnitAmount: 10 }] });
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [overpayment] });
    expect(simulator.books.postings(first(reply, 'BankTransactions', 'BankTransactionID'))).toEqual([
      { account: '800', amount: 1_000 },
      { account: '55010', amount: -1_000 },
    ]);
  });

  test('the currency is that of the bank account, with the rate of the day', async () => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [spend()] });
    expect(elements(reply, 'BankTransactions')[0]).toMatchObject({ CurrencyCode: 'DKK', CurrencyRate: 7.46 });
  });

  test('without LineAmountTypes amounts contain their tax', async () => {
    const { call } = await startOrganisation();
    const sent = spend({ LineAmountTypes: undefined, LineItems: taxed() });
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [sent] });
    expect(elements(reply, 'BankTransactions')[0]).toMatchObject({
      LineAmountTypes: 'Inclusive',
      SubTotal: 716.16,
      TotalTax: 179.04,
      Total: 895.2,
    });
  });

  test('without a tax type a line has that of its account', async () => {
    const { call } = await startOrganisation();
    const sent = spend({ Type: 'RECEIVE', LineItems: [line({ AccountCode: '1000', TaxType: undefined })] });
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [sent] });
    expect(elements(reply, 'BankTransactions')[0]?.['LineItems']).toMatchObject([
      { TaxType: 'OUTPUT', TaxAmount: 149.2 },
    ]);
  });

  test('without a date it is of today where the organisation is', async () => {
    const { clock, call } = await startOrganisation();
    clock.leap(14 * 3_600_000 + 30 * 60_000);
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [spend({ Date: undefined })] });
    expect(first(reply, 'BankTransactions', 'DateString')).toBe('2026-03-12T00:00:00');
  });

  test('tax is worked out per line, half a cent up', async () => {
    const { call } = await startOrganisation();
    const cents = [18.18, 18.18].map((UnitAmount) => line({ UnitAmount, TaxType: 'I25' }));
    const sent = spend({ LineAmountTypes: 'Exclusive', LineItems: cents });
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [sent] });
    expect(elements(reply, 'BankTransactions')[0]).toMatchObject({ SubTotal: 36.36, TotalTax: 9.1, Total: 45.46 });
  });

  test('tracking comes back with ids and names', async () => {
    const { call } = await startOrganisation();
    const tracking = [{ Name: 'DEPARTMENT', Option: 'ENG' }];
    const sent = spend({ LineItems: [line({ Tracking: tracking })] });
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [sent] });
    expect(elements(reply, 'BankTransactions')[0]?.['LineItems']).toMatchObject([{ Tracking: tracking }]);
  });
});

describe('what a bank transaction is refused for', () => {
  const cases: readonly (readonly [why: string, sent: Fields, message: string])[] = [
    [
      'it has no contact',
      { Contact: undefined },
      'The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber',
    ],
    ['it has no line', { LineItems: [] }, 'At least one line item must be specified.'],
    ['it has no bank account', { BankAccount: undefined }, 'The BankAccount must be specified by AccountID or Code.'],
    ['its bank account is none', { BankAccount: { Code: '3620' } }, 'The BankAccount must be a valid bank account.'],
    ['its currency is another', { CurrencyCode: 'EUR' }, 'The currency EUR is not that of the bank account, DKK.'],
    ['its link leads to Xero', { Url: 'https://go.xero.com/x' }, 'The Url must not contain "xero".'],
    [
      'its reference is long',
      { Reference: 'x'.repeat(256) },
      'The Reference must not be more than 255 characters long.',
    ],
    ['its total is sent and differs', { Total: 895.19 }, 'The document total does not equal the sum of the lines.'],
    [
      'its lines come to less than nothing',
      { LineItems: [line({ UnitAmount: -1 })] },
      'The total of a bank transaction must be positive.',
    ],
    [
      'an account is unknown',
      { LineItems: [line({ AccountCode: '9999' })] },
      "Account code '9999' is not a valid code for this document.",
    ],
    [
      'an account is a bank account',
      { LineItems: [line({ AccountCode: '55020' })] },
      "Account code '55020' is not a valid code for this document.",
    ],
    [
      "an account is Xero's own",
      { LineItems: [line({ AccountCode: '800' })] },
      "Account code '800' is not a valid code for this document.",
    ],
    [
      'an account is archived',
      { LineItems: [line({ AccountCode: '2999' })] },
      "Account code '2999' has been archived, or has been deleted.",
    ],
    ['an account is missing', { LineItems: [line({ AccountCode: undefined })] }, 'Account must be valid'],
    ['a tax type is unknown', { LineItems: [line({ TaxType: 'NOPE' })] }, 'Tax rate must be valid'],
    ['a tax type is no longer active', { LineItems: [line({ TaxType: 'TAX001' })] }, 'Tax rate must be Active'],
    [
      'a tax type is not for the account',
      { LineItems: [line({ TaxType: 'OUTPUT' })] },
      "TaxType code 'OUTPUT' cannot be used with account code '3620'.",
    ],
    [
      "a tax is not Xero's own",
      { LineItems: taxed({ TaxAmount: 179.05 }) },
      'Tax amount 179.05 is incorrect for I25 tax type, should be 179.04',
    ],
    ['an amount is nothing', { LineItems: [line({ UnitAmount: 0 })] }, 'The line item UnitAmount must not be zero.'],
    [
      'a quantity is negative',
      { LineItems: [line({ Quantity: -1 })] },
      'The line item Quantity must be greater than zero, of at most 4 decimals and 13 characters.',
    ],
    [
      'an amount has three decimals',
      { LineItems: [line({ UnitAmount: 1.005 })] },
      'The UnitAmount 1.005 has more than 2 decimals.',
    ],
    [
      'a line amount does not agree',
      { LineItems: [line({ LineAmount: 895 })] },
      'The line total 895.00 does not match the expected line total 895.20',
    ],
    [
      'a line is larger than can be',
      { LineItems: [line({ UnitAmount: 10_000_000_000 })] },
      'The line amount must not exceed 9999999999.99.',
    ],
    [
      'a description is missing',
      { LineItems: [line({ Description: '' })] },
      'Description needs to be at least 1 char long.',
    ],
    [
      'a description is long',
      { LineItems: [line({ Description: 'x'.repeat(4_001) })] },
      'Description must not be more than 4000 characters long.',
    ],
    [
      'a tracking option is unknown',
      { LineItems: [line({ Tracking: [{ Name: 'DEPARTMENT', Option: 'HR' }] })] },
      'The tracking option HR of DEPARTMENT could not be found or is not active.',
    ],
    [
      'a tracking category is archived',
      { LineItems: [line({ Tracking: [{ Name: 'Region', Option: 'North' }] })] },
      'The tracking category Region could not be found or is not active.',
    ],
  ];

  test.each(cases)('%s', async (_why, sent, message) => {
    const { simulator, call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [spend(sent)] });
    expect([reply.status, messages(reply)]).toEqual([400, [message]]);
    expect(simulator.books.bankTransactions).toEqual([]);
  });

  test('its contact is archived', async () => {
    const { simulator, contact, call } = await startOrganisation();
    simulator.books.archiveContact(contact.id);
    const reply = await call('PUT', 'BankTransactions', {
      BankTransactions: [spend({ Contact: { ContactID: contact.id } })],
    });
    expect(messages(reply)).toEqual([
      'The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.',
    ]);
  });

  test('its day is closed', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.books.setLockDates({ period: '2026-03-11' });
    const closed = await call('PUT', 'BankTransactions', { BankTransactions: [spend()] });
    expect(messages(closed)).toEqual(['The document date cannot be before the period lock date.']);
    const open = await call('PUT', 'BankTransactions', { BankTransactions: [spend({ Date: '2026-03-12' })] });
    expect(open.status).toBe(200);
  });

  test('its year is closed', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.books.setLockDates({ period: '2026-02-28', endOfYear: '2025-12-31' });
    const reply = await call('PUT', 'BankTransactions', { BankTransactions: [spend({ Date: '2025-12-31' })] });
    expect(messages(reply)).toEqual([
      'The document date cannot be before the end of year lock date, currently set at 2025-12-31.',
    ]);
  });
});

describe('what becomes of a bank transaction', () => {
  test('a unit amount may have four decimals where the call says so', async () => {
    const { call } = await startOrganisation();
    const sent = spend({ LineItems: [line({ Quantity: 3, UnitAmount: 0.3333 })] });
    const reply = await call('PUT', 'BankTransactions?unitdp=4', { BankTransactions: [sent] });
    expect(elements(reply, 'BankTransactions')[0]).toMatchObject({ Total: 1 });
  });

  test('it can be deleted, once, and stays readable', async () => {
    const { call } = await startOrganisation();
    const created = await call('PUT', 'BankTransactions', { BankTransactions: [spend()] });
    const path = `BankTransactions/${first(created, 'BankTransactions', 'BankTransactionID')}`;
    const deletion = { BankTransactions: [{ Status: 'DELETED' }] };
    expect((await call('POST', path, deletion)).status).toBe(200);
    expect(messages(await call('POST', path, deletion))).toEqual([
      'The bank transaction is not of valid status for modification.',
    ]);
    expect(first(await call('GET', path), 'BankTransactions', 'Status')).toBe('DELETED');
  });

  test('POST changes what it names', async () => {
    const { simulator, call } = await startOrganisation();
    const created = await call('PUT', 'BankTransactions', { BankTransactions: [spend()] });
    const BankTransactionID = first(created, 'BankTransactions', 'BankTransactionID');
    await call('POST', 'BankTransactions', { BankTransactions: [{ BankTransactionID, Reference: 'changed' }] });
    expect(simulator.books.bankTransactions).toMatchObject([
      { id: BankTransactionID, reference: 'changed', total: 89_520 },
    ]);
  });
});
