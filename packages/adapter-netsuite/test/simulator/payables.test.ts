import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../../src/simulator/index.js';
import { billBody } from './bill-body.js';
import { idOf, openNetsuite, problemOf, type NetsuiteCalls } from './netsuite-calls.js';

const BILLS = '/record/v1/vendorBill';
const CREDITS = '/record/v1/vendorCredit';
const PAYMENTS = '/record/v1/vendorPayment';

function applied(id: string, amount?: number) {
  return { apply: { items: [{ doc: { id }, apply: true, ...(amount === undefined ? {} : { amount }) }] } };
}

function paymentBody(netsuite: NetsuiteCalls, billId: string, overrides: Readonly<Record<string, unknown>> = {}) {
  const { entity, subsidiary, currency } = billBody(netsuite);
  const [account, apAcct] = [netsuite.account('55010'), netsuite.account('63000')];
  return { entity, subsidiary, currency, tranDate: '2026-03-12', account, apAcct, ...applied(billId), ...overrides };
}

async function refusalOf(netsuite: NetsuiteCalls, path: string, body: unknown) {
  const reply = await netsuite.call('POST', path, { body });
  expect(reply.status).toBe(400);
  return problemOf(reply);
}

describe('a bill', () => {
  it('debits its lines and credits payables', async () => {
    const netsuite = await openNetsuite();

    const id = await netsuite.create(BILLS, billBody(netsuite));

    expect(netsuite.simulator.books.postings(id)).toEqual([
      { account: '63000', amount: -125_000 },
      { account: '3620', amount: 100_000 },
      { account: '66100', amount: 25_000 },
    ]);
    expect(netsuite.simulator.books.transactions).toMatchObject([
      { tranId: 'R-2026-17', dueDate: '2026-04-10', total: 125_000 },
    ]);
    expect(netsuite.simulator.books.open(id)).toBe(125_000);
  });

  it('falls back on the subsidiary and currency of its vendor, and on the first payables account', async () => {
    const netsuite = await openNetsuite();

    await netsuite.create(
      BILLS,
      billBody(netsuite, { subsidiary: undefined, currency: undefined, account: undefined }),
    );

    expect(netsuite.simulator.books.transactions).toMatchObject([
      { subsidiary: 'Havnegade Kaffe ApS', currency: 'DKK' },
    ]);
    expect(netsuite.simulator.books.transactions[0]?.lines[0]?.account).toBe('63000');
  });

  it('needs an active vendor that is open to its subsidiary', async () => {
    const netsuite = await openNetsuite();
    const vendor = (code: string) => ({
      id: netsuite.simulator.books.vendors.find(({ entityId }) => entityId === code)?.id,
    });

    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, { entity: undefined }))).toMatchObject({
      code: 'USER_ERROR',
    });
    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, { entity: { id: '9999' } }))).toEqual({
      code: 'INVALID_CONTENT',
      path: 'entity',
      detail:
        'Error while accessing a resource. You have entered an Invalid Field Value 9999 for the following field: entity.',
    });
    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, { entity: vendor('V-OLD') }))).toMatchObject({
      path: 'entity',
    });
    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, { entity: vendor('V-SE-ONLY') }))).toMatchObject({
      code: 'USER_ERROR',
    });
  });

  it('is refused where payables alone are locked', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.books.setPeriod('Mar 2026', 'ap-locked');

    expect(await refusalOf(netsuite, BILLS, billBody(netsuite))).toMatchObject({ code: 'USER_ERROR' });
  });

  it('may have a negative line and no negative total', async () => {
    const netsuite = await openNetsuite();
    const expense = (second: number) => ({
      expense: {
        items: [
          { account: netsuite.account('3620'), amount: 100 },
          { account: netsuite.account('66200'), amount: second },
        ],
      },
    });

    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, expense(-101)))).toMatchObject({ code: 'USER_ERROR' });
    await netsuite.create(BILLS, billBody(netsuite, expense(-25)));
    expect(netsuite.simulator.books.transactions).toMatchObject([{ total: 7_500 }]);
  });

  it('has at most 5,000 lines', async () => {
    const netsuite = await openNetsuite();
    const items = Array.from({ length: 5_001 }, () => ({ account: netsuite.account('3620'), amount: 1 }));

    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, { expense: { items } }))).toMatchObject({
      code: 'USER_ERROR',
    });
  });

  it('waits for approval where bills are approved, and is not paid before', async () => {
    const netsuite = await openNetsuite({
      account: defaultAccount({ approvals: { journals: 'hidden', bills: 'on' } }),
    });
    const pending = await netsuite.create(BILLS, billBody(netsuite));
    await netsuite.create(BILLS, billBody(netsuite, { externalId: 'pleo-bill-2', approvalStatus: { id: '2' } }));

    expect(netsuite.simulator.books.transactions).toMatchObject([{ state: 'draft' }, { state: 'live' }]);
    expect(await refusalOf(netsuite, PAYMENTS, paymentBody(netsuite, pending))).toMatchObject({
      path: 'apply.items[0].doc',
    });
    netsuite.simulator.books.approve(pending);
    await netsuite.create(PAYMENTS, paymentBody(netsuite, pending));
  });
});

describe('a payment', () => {
  it('is made of a bill, over all that is open', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create(BILLS, billBody(netsuite));

    const reply = await netsuite.call('POST', `${BILLS}/${bill}/!transform/vendorPayment`, {
      body: { externalId: 'pleo-payment-1', tranDate: '2026-03-12', account: netsuite.account('55010') },
    });

    expect(reply.status).toBe(204);
    expect(reply.headers.get('location')).toContain('/record/v1/vendorPayment/');
    const payment = idOf(reply);
    expect(netsuite.simulator.books.postings(payment)).toEqual([
      { account: '55010', amount: -125_000 },
      { account: '63000', amount: 125_000 },
    ]);
    expect(netsuite.simulator.books.links(payment)).toEqual([bill]);
    expect(netsuite.simulator.books.open(bill)).toBe(0);
    const again = await netsuite.call('POST', `${BILLS}/${bill}/!transform/vendorPayment`, {
      body: { account: netsuite.account('55010') },
    });
    expect(again.status).toBe(400);
  });

  it('settles a part, and never more than is open', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create(BILLS, billBody(netsuite));

    await netsuite.create(PAYMENTS, paymentBody(netsuite, bill, applied(bill, 1_000)));

    expect(netsuite.simulator.books.open(bill)).toBe(25_000);
    const tooMuch = paymentBody(netsuite, bill, applied(bill, 250.01));
    expect(await refusalOf(netsuite, PAYMENTS, tooMuch)).toMatchObject({ code: 'USER_ERROR' });
    await netsuite.create(PAYMENTS, paymentBody(netsuite, bill, applied(bill, 250)));
    expect(netsuite.simulator.books.open(bill)).toBe(0);
  });

  it('settles nothing that is not marked so', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create(BILLS, billBody(netsuite));
    const unmarked = { apply: { items: [{ doc: { id: bill }, amount: 1 }] } };

    expect(await refusalOf(netsuite, PAYMENTS, paymentBody(netsuite, bill, unmarked))).toMatchObject({
      code: 'USER_ERROR',
    });
  });

  it('comes from a bank and goes to the account of the bill', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create(BILLS, billBody(netsuite));
    const body = (overrides: Readonly<Record<string, unknown>>) => paymentBody(netsuite, bill, overrides);

    expect(await refusalOf(netsuite, PAYMENTS, body({ account: netsuite.account('55990') }))).toMatchObject({
      path: 'account',
    });
    expect(await refusalOf(netsuite, PAYMENTS, body({ apAcct: netsuite.account('63001') }))).toMatchObject({
      path: 'apply.items[0].doc',
    });
    expect(await refusalOf(netsuite, PAYMENTS, body({ currency: { id: '2' } }))).toMatchObject({
      code: 'INVALID_CONTENT',
    });
  });

  it('keeps its bill from being deleted and from coming to less', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create(BILLS, billBody(netsuite));
    const payment = await netsuite.create(PAYMENTS, paymentBody(netsuite, bill));

    expect((await netsuite.call('DELETE', `${BILLS}/${bill}`)).status).toBe(400);
    const less = { expense: { items: [{ line: 1, amount: 999 }] } };
    expect((await netsuite.call('PATCH', `${BILLS}/${bill}`, { body: less })).status).toBe(400);
    await netsuite.call('DELETE', `${PAYMENTS}/${payment}`);
    expect((await netsuite.call('PATCH', `${BILLS}/${bill}`, { body: less })).status).toBe(204);
    expect((await netsuite.call('DELETE', `${BILLS}/${bill}`)).status).toBe(204);
  });
});

describe('a credit', () => {
  it('debits payables, and settles a bill up to what it comes to', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create(BILLS, billBody(netsuite));
    const { dueDate: _dueDate, ...body } = billBody(netsuite, { externalId: 'pleo-credit-1' });
    const expense = { items: [{ account: netsuite.account('3620'), amount: 100 }] };

    const tooMuch = { ...body, expense, ...applied(bill, 100.01) };
    expect(await refusalOf(netsuite, CREDITS, tooMuch)).toMatchObject({ code: 'USER_ERROR' });
    const credit = await netsuite.create(CREDITS, { ...body, expense, ...applied(bill, 100) });

    expect(netsuite.simulator.books.postings(credit)).toEqual([
      { account: '63000', amount: 10_000 },
      { account: '3620', amount: -10_000 },
    ]);
    expect(netsuite.simulator.books.links(credit)).toEqual([bill]);
    expect(netsuite.simulator.books.open(bill)).toBe(115_000);
  });
});

describe('tax', () => {
  const details = {
    taxDetailsOverride: true,
    taxDetails: {
      items: [
        {
          taxDetailsReference: 'R1',
          taxCode: { id: '61' },
          taxBasis: 1_000,
          taxRate: 25,
          taxAmount: 250,
          netAmount: 1_000,
        },
      ],
    },
  };
  const taxed = (netsuite: NetsuiteCalls) => ({
    expense: { items: [{ account: netsuite.account('3620'), amount: 1_000, taxDetailsReference: 'R1' }] },
  });

  it('cannot be written where it is legacy tax', async () => {
    const netsuite = await openNetsuite();

    const refusal = await refusalOf(netsuite, BILLS, billBody(netsuite, { ...taxed(netsuite), ...details }));

    expect(refusal).toMatchObject({ code: 'INVALID_CONTENT', path: 'taxDetailsOverride' });
  });

  it('is posted as details say where it is SuiteTax', async () => {
    const netsuite = await openNetsuite({ account: defaultAccount({ tax: 'suitetax' }) });

    const id = await netsuite.create(BILLS, billBody(netsuite, { ...taxed(netsuite), ...details }));

    expect(netsuite.simulator.books.postings(id)).toEqual([
      { account: '63000', amount: -125_000 },
      { account: '3620', amount: 100_000 },
      { account: '66100', amount: 25_000 },
    ]);
  });

  it('is passed over without the word that it overrides', async () => {
    const netsuite = await openNetsuite({ account: defaultAccount({ tax: 'suitetax' }) });

    const body = billBody(netsuite, { ...taxed(netsuite), ...details, taxDetailsOverride: false });
    await netsuite.create(BILLS, body);

    expect(netsuite.simulator.books.transactions).toMatchObject([{ total: 100_000 }]);
  });

  it('must name a line that is there', async () => {
    const netsuite = await openNetsuite({ account: defaultAccount({ tax: 'suitetax' }) });

    expect(await refusalOf(netsuite, BILLS, billBody(netsuite, details))).toMatchObject({
      path: 'taxDetails.items[0].taxDetailsReference',
    });
  });
});
