import { describe, expect, test } from 'vitest';
import {
  bill,
  elements,
  first,
  line,
  messages,
  startOrganisation,
  type Fields,
  type Reply,
} from './simulated-organisation.js';

type Call = (method: string, path: string, body?: unknown) => Promise<Reply>;

async function createBill(call: Call, sent: Fields = {}): Promise<string> {
  return first(await call('PUT', 'Invoices', { Invoices: [bill(sent)] }), 'Invoices', 'InvoiceID');
}

async function pay(call: Call, InvoiceID: string, sent: Fields = {}): Promise<Reply> {
  const payment = { Invoice: { InvoiceID }, Account: { Code: '55020' }, Date: '2026-03-12', Amount: 895.2, ...sent };
  return call('PUT', 'Payments', { Payments: [payment] });
}

describe('bills', () => {
  test('an approved bill is owed to the supplier', async () => {
    const { simulator, call } = await startOrganisation();
    const id = await createBill(call, { LineItems: [line({ TaxType: 'I25' })] });
    expect(simulator.books.postings(id)).toEqual([
      { account: '3620', amount: 71_616 },
      { account: '820', amount: 17_904 },
      { account: '800', amount: -89_520 },
    ]);
    expect(elements(await call('GET', `Invoices/${id}`), 'Invoices')[0]).toMatchObject({
      Status: 'AUTHORISED',
      AmountDue: 895.2,
      AmountPaid: 0,
      CurrencyCode: 'EUR',
    });
  });

  test('without LineAmountTypes tax is added, without a status it is a draft', async () => {
    const { call } = await startOrganisation();
    const sent = bill({
      LineAmountTypes: undefined,
      Status: undefined,
      LineItems: [line({ UnitAmount: 100, TaxType: 'E25' })],
    });
    const reply = await call('PUT', 'Invoices', { Invoices: [sent] });
    expect(elements(reply, 'Invoices')[0]).toMatchObject({ Status: 'DRAFT', Total: 125 });
  });

  test('the tax of a bill may be another than Xero works out', async () => {
    const { call } = await startOrganisation();
    const sent = bill({ LineItems: [line({ TaxType: 'I25', TaxAmount: 179.05 })] });
    const reply = await call('PUT', 'Invoices', { Invoices: [sent] });
    expect(elements(reply, 'Invoices')[0]).toMatchObject({ SubTotal: 716.15, TotalTax: 179.05, Total: 895.2 });
  });

  test('a bill keeps no reference: its number stands there, and may repeat', async () => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'Invoices', { Invoices: [bill({ Reference: 'lost' }), bill()] });
    expect(elements(reply, 'Invoices').map(({ InvoiceNumber, Reference }) => [InvoiceNumber, Reference])).toEqual([
      ['b/booking', undefined],
      ['b/booking', undefined],
    ]);
  });

  test('a draft loses an account that is unknown, with a warning', async () => {
    const { simulator, call } = await startOrganisation();
    const sent = bill({ Status: 'DRAFT', LineItems: [line({ AccountCode: '9999' })] });
    const reply = await call('PUT', 'Invoices?summarizeErrors=false', { Invoices: [sent] });
    expect(elements(reply, 'Invoices')[0]).toMatchObject({
      StatusAttributeString: 'WARNING',
      Warnings: [{ Message: "Account code '9999' has been removed as it does not match a recognised account." }],
    });
    expect(simulator.books.invoices[0]?.lines[0]?.accountId).toBeNull();
  });

  test.each([
    [
      'an approved bill without a due date',
      { DueDate: undefined },
      'The DueDate of an invoice that is not a draft must be specified.',
    ],
    ['a currency that is not enabled', { CurrencyCode: 'USD' }, 'Organisation is not subscribed to currency USD.'],
    ['a bill that begins as paid', { Status: 'PAID' }, 'The document is not of valid status for creation.'],
    [
      'a number of 256 characters',
      { InvoiceNumber: 'x'.repeat(256) },
      'The InvoiceNumber must not be more than 255 characters long.',
    ],
    [
      'a tax larger than its line',
      { LineItems: [line({ TaxType: 'I25', TaxAmount: 895.21 })] },
      'Tax amount 895.21 is incorrect for I25 tax type, should be 179.04',
    ],
    [
      'a tax where there is none',
      { LineItems: [line({ TaxAmount: 1 })] },
      'Tax amount 1 is incorrect for NONE tax type, should be 0.00',
    ],
  ])('%s is refused', async (_what, sent, message) => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'Invoices', { Invoices: [bill(sent)] });
    expect([reply.status, messages(reply)]).toEqual([400, [message]]);
  });

  test('in a closed period a draft is possible, an approved bill is not', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.books.setLockDates({ period: '2026-03-31' });
    expect((await call('PUT', 'Invoices', { Invoices: [bill({ Status: 'DRAFT' })] })).status).toBe(200);
    expect(messages(await call('PUT', 'Invoices', { Invoices: [bill()] }))).toEqual([
      'The document date cannot be before the period lock date.',
    ]);
  });

  test('a draft is approved, then voided, then over', async () => {
    const { call } = await startOrganisation();
    const path = `Invoices/${await createBill(call, { Status: 'DRAFT' })}`;
    const change = (Status: string) => call('POST', path, { Invoices: [{ Status }] });
    expect((await change('AUTHORISED')).status).toBe(200);
    expect(messages(await change('DELETED'))).toEqual(['The document is not of valid status for modification.']);
    expect((await change('VOIDED')).status).toBe(200);
    expect(messages(await change('AUTHORISED'))).toEqual(['The document is not of valid status for modification.']);
  });

  test('POST finds an invoice to a customer by its number, a bill never', async () => {
    const { simulator, call } = await startOrganisation();
    const toCustomer = bill({ Type: 'ACCREC', LineItems: [line({ AccountCode: '1000' })] });
    for (const sent of [toCustomer, toCustomer, bill(), bill()]) await call('POST', 'Invoices', { Invoices: [sent] });
    expect(simulator.books.invoices.map(({ type }) => type)).toEqual(['ACCREC', 'ACCPAY', 'ACCPAY']);
    expect(messages(await call('PUT', 'Invoices', { Invoices: [toCustomer] }))).toEqual(['Invoice # must be unique.']);
  });
});

describe('credit notes', () => {
  test('a credit of a supplier goes the other way, and a payment refunds it', async () => {
    const { simulator, call } = await startOrganisation();
    const { InvoiceNumber, ...shared } = bill({ Type: 'ACCPAYCREDIT' });
    const creditNote = { ...shared, CreditNoteNumber: InvoiceNumber };
    const reply = await call('PUT', 'CreditNotes', { CreditNotes: [creditNote] });
    const CreditNoteID = first(reply, 'CreditNotes', 'CreditNoteID');
    expect(simulator.books.postings(CreditNoteID)).toEqual([
      { account: '3620', amount: -89_520 },
      { account: '800', amount: 89_520 },
    ]);
    const payment = { CreditNote: { CreditNoteID }, Account: { Code: '55020' }, Date: '2026-03-12', Amount: 895.2 };
    const paid = await call('POST', 'Payments', payment);
    expect(elements(paid, 'Payments')[0]).toMatchObject({
      PaymentType: 'APCREDITPAYMENT',
      CreditNote: { CreditNoteID },
    });
    expect(simulator.books.postings(first(paid, 'Payments', 'PaymentID'))).toEqual([
      { account: '55020', amount: 89_520 },
      { account: '800', amount: -89_520 },
    ]);
    expect(simulator.books.creditNotes[0]?.status).toBe('PAID');
  });
});

describe('payments', () => {
  test('a payment takes from the bank what was owed', async () => {
    const { simulator, call } = await startOrganisation();
    const id = await createBill(call);
    const reply = await pay(call, id, { Reference: 'a/payment' });
    const paymentId = first(reply, 'Payments', 'PaymentID');
    expect(simulator.books.postings(paymentId)).toEqual([
      { account: '800', amount: 89_520 },
      { account: '55020', amount: -89_520 },
    ]);
    expect(simulator.books.links(paymentId)).toEqual([id]);
    expect(elements(await call('GET', `Invoices/${id}`), 'Invoices')[0]).toMatchObject({
      Status: 'PAID',
      AmountDue: 0,
      Payments: [{ PaymentID: paymentId, Amount: 895.2, Reference: 'a/payment' }],
    });
  });

  test('a bill is paid in parts, and never more than is due', async () => {
    const { simulator, call } = await startOrganisation();
    const id = await createBill(call);
    expect((await pay(call, id, { Amount: 895 })).status).toBe(200);
    expect(messages(await pay(call, id, { Amount: 0.21 }))).toEqual([
      'Payment amount exceeds the amount outstanding on this document',
    ]);
    expect((await pay(call, id, { Amount: 0.2 })).status).toBe(200);
    expect(messages(await pay(call, id))).toEqual(['Payment amount exceeds the amount outstanding on this document']);
    expect(simulator.books.invoices[0]?.status).toBe('PAID');
  });

  test('two payments of one call cannot both take what is due once', async () => {
    const { simulator, call } = await startOrganisation();
    const payment = { Invoice: { InvoiceID: await createBill(call) }, Account: { Code: '55020' }, Amount: 500 };
    const reply = await call('PUT', 'Payments?summarizeErrors=false', { Payments: [payment, payment] });
    expect(elements(reply, 'Payments').map((each) => each['StatusAttributeString'])).toEqual(['OK', 'ERROR']);
    expect(simulator.books.payments.length).toBe(1);
  });

  test.each([
    ['an amount of nothing', { Amount: 0 }, 'The payment amount must be greater than zero, of at most 2 decimals.'],
    ['a negative amount', { Amount: -1 }, 'The payment amount must be greater than zero, of at most 2 decimals.'],
    [
      'an expense account',
      { Account: { Code: '3620' } },
      'The Account of a payment must be a bank account or one with payments enabled.',
    ],
    ['no invoice', { Invoice: undefined }, 'The payment must name an Invoice or a CreditNote that exists.'],
    [
      'another bank amount in the same currency',
      { BankAmount: 895 },
      'The BankAmount of a payment must be positive, and its Amount where the currency is the same.',
    ],
  ])('%s is refused', async (_what, sent, message) => {
    const { call } = await startOrganisation();
    expect(messages(await pay(call, await createBill(call), sent))).toEqual([message]);
  });

  test('a draft cannot be paid', async () => {
    const { call } = await startOrganisation();
    expect(messages(await pay(call, await createBill(call, { Status: 'DRAFT' })))).toEqual([
      'Payments can only be made against Authorised documents.',
    ]);
  });

  test('an account with payments enabled can pay', async () => {
    const { call } = await startOrganisation();
    expect((await pay(call, await createBill(call), { Account: { Code: '63040' } })).status).toBe(200);
  });

  test('a bank account of another currency pays by the rate of the day, or what is said', async () => {
    const { call } = await startOrganisation();
    const id = await createBill(call, { CurrencyCode: 'DKK', LineItems: [line({ UnitAmount: 746 })] });
    const byRate = await pay(call, id, { Amount: 74.6 });
    expect(elements(byRate, 'Payments')[0]).toMatchObject({ Amount: 74.6, BankAmount: 10 });
    const asSaid = await pay(call, id, { Amount: 74.6, BankAmount: 10.02 });
    expect(elements(asSaid, 'Payments')[0]).toMatchObject({ Amount: 74.6, BankAmount: 10.02 });
  });

  test('a paid bill is not changed; without its payment it is due again', async () => {
    const { simulator, call } = await startOrganisation();
    const id = await createBill(call);
    const path = `Payments/${first(await pay(call, id), 'Payments', 'PaymentID')}`;
    expect(messages(await call('POST', `Invoices/${id}`, { Invoices: [{ Status: 'VOIDED' }] }))).toEqual([
      'This document cannot be edited as it has a payment or credit note allocated to it.',
    ]);
    expect((await call('POST', path, { Status: 'DELETED' })).status).toBe(200);
    expect(simulator.books.invoices[0]?.status).toBe('AUTHORISED');
    expect(simulator.books.postings(path.slice('Payments/'.length))).toEqual([]);
  });
});
