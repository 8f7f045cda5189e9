import type { AccountingAdapter, AccountingEntry, Document } from '@ledgerferry/core';
import { buildAccountingEntry } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ACCOUNT_OF_TESTS, startNetsuite } from '../netsuite-fixture.js';
import { callOf, isTokenRequest, journalOf, queryOf, rowsAnswer, scriptNetsuite } from '../scripted-netsuite.js';

async function post(adapter: AccountingAdapter, entry: AccountingEntry): Promise<Document> {
  const [document] = adapter.plan(entry, await adapter.loadReferenceData()).documents;
  if (!document) throw new Error('an entry has at least one document');
  await adapter.post(callOf(document));
  return document;
}

const LINK = 'https://app.example.com/expenses/e1';
const JOURNAL = journalOf('e1/booking');
const ROW = { id: '7', externalid: 'e1_booking', trandate: '2026-03-11', voided: 'F', posting: 'T', currency: '1' };

/** What is found where SuiteQL answers these rows, and knows krone, yen and dinar. */
async function found(...rows: readonly object[]) {
  const { adapter } = await scriptNetsuite((request) => {
    if (isTokenRequest(request)) return undefined;
    const currencies = ['DKK', 'JPY', 'KWD'].map((symbol, place) => ({ id: String(place + 1), symbol }));
    return rowsAnswer(request.body.includes('FROM currency') ? currencies : rows);
  });
  return adapter.find([queryOf(JOURNAL)]);
}

describe('the total', () => {
  test('is the sum of the debits, to the last digit', async () => {
    const amounts = ['.5', '-.5', '999999999.99', '-999999999.99', '895.2', '-895.20'];
    await expect(found(...amounts.map((foreignamount) => ({ ...ROW, foreignamount })))).resolves.toMatchObject([
      { status: 'live', summary: { date: '2026-03-11', total: { currency: 'DKK', minorUnits: 100_000_089_569 } } },
    ]);
  });

  test('is that of the larger side where taxes are kept elsewhere than among the lines', async () => {
    const bill = ['100.00', '-125.00'].map((foreignamount) => ({ ...ROW, foreignamount }));
    await expect(found(...bill)).resolves.toMatchObject([{ summary: { total: { minorUnits: 12_500 } } }]);
  });

  test('has the decimal places of its currency', async () => {
    const line = { ...ROW, currency: '2', foreignamount: '1500' };
    await expect(found(line)).resolves.toMatchObject([
      { summary: { total: { currency: 'JPY', minorUnits: 1_500, exponent: 0 } } },
    ]);
  });

  test.each([{ foreignamount: '1.005' }, { currency: '9', foreignamount: '1' }])(
    'is not told where the amounts or the currency cannot be read (%o)',
    async (line) => {
      await expect(found({ ...ROW, ...line })).resolves.toMatchObject([{ status: 'live', summary: null }]);
    },
  );

  test('is in the planned currency where the account has no list of currencies', async () => {
    const { adapter } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      return rowsAnswer(request.body.includes('FROM currency') ? [] : [{ ...ROW, foreignamount: '10' }]);
    });
    await expect(adapter.find([queryOf(JOURNAL)])).resolves.toMatchObject([
      { summary: { total: { currency: 'DKK', minorUnits: 1_000 } } },
    ]);
  });
});

describe('the state', () => {
  test.each([
    [{ posting: 'T' }, 'live'],
    [{ posting: 'F' }, 'draft'],
    [{ voided: 'T' }, 'voided'],
    [{ reversal: '8', isreversal: 'F' }, 'voided'],
    [{ reversal: '8', isreversal: 'F', reversaldate: '2026-04-01' }, 'live'],
    [{ reversal: '8', isreversal: 'T' }, 'live'],
  ])('of a transaction with %o is told as %s', async (columns, status) => {
    await expect(found({ ...ROW, ...columns })).resolves.toMatchObject([{ status, externalId: '7' }]);
  });

  test('of a transaction that is there in another type too is told with the other', async () => {
    await expect(found(ROW, { ...ROW, id: '9' })).resolves.toMatchObject([{ externalId: '7', others: ['9'] }]);
  });

  test('is that of the live one where the other is voided', async () => {
    await expect(found({ ...ROW, voided: 'T' }, { ...ROW, id: '9' })).resolves.toMatchObject([
      { status: 'live', externalId: '9', others: [] },
    ]);
  });

  test('does not depend on how NetSuite writes the external id', async () => {
    await expect(found({ ...ROW, externalid: 'E1_BOOKING' })).resolves.toMatchObject([{ status: 'live' }]);
  });
});

describe('an id that is known', () => {
  test('finds what a person has given another external id', async () => {
    const { simulator, open } = await startNetsuite();
    onTestFinished(() => simulator.close());
    const adapter = open();
    const document = await post(adapter, buildAccountingEntry());
    simulator.books.changeExternalId('10001', 'renamed');
    await expect(adapter.find([queryOf(document)])).resolves.toMatchObject([{ status: 'absent' }]);
    await expect(adapter.find([{ ...queryOf(document), externalId: '10001' }])).resolves.toMatchObject([
      { status: 'live', externalId: '10001', summary: { total: document.summary?.total } },
    ]);
  });

  test('is passed over where it is that of another entry, or of another system', async () => {
    const { simulator, open } = await startNetsuite();
    onTestFinished(() => simulator.close());
    const adapter = open();
    await post(adapter, buildAccountingEntry());
    const other = queryOf(journalOf('e2/booking'));
    const asked = ['10001', "INV-1') OR (1 = 1", '9'.repeat(40), ''].map((externalId) => ({ ...other, externalId }));
    const findings = await adapter.find(asked);
    expect(findings.map(({ status }) => status)).toEqual(['absent', 'absent', 'absent', 'absent']);
  });

  test.each([
    ['the memo carries the link to Pleo', { memo: `Rent, checked ${LINK}`, trandate: '2026-04-01' }, {}, 'live'],
    ['it did before a field was set up for links', { memo: LINK }, { memo: 'Lunch', custbody_link: LINK }, 'live'],
    ['type, day and total are the planned ones', { type: 'Journal', foreignamount: '10.00' }, {}, 'live'],
    ['the same, and NetSuite tells no totals', { type: 'Journal' }, {}, 'unknown'],
    ['the type is another', { type: 'CustInvc', foreignamount: '10.00' }, {}, 'absent'],
    ['the day is another', { type: 'Journal', foreignamount: '10.00', trandate: '2026-04-01' }, {}, 'absent'],
    ['the total is another', { type: 'Journal', foreignamount: '30.00' }, {}, 'absent'],
  ])('alone is judged by what the transaction says: %s', async (_, columns, body, status) => {
    const stranger = { ...ROW, id: '9', externalid: null, ...columns };
    const { adapter } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      return rowsAnswer(request.body.includes('FROM currency') ? [] : [stranger]);
    });
    const query = { ...queryOf({ ...JOURNAL, body: { memo: `Lunch ${LINK}`, ...body } }), externalId: '9' };
    await expect(adapter.find([query])).resolves.toMatchObject([{ status }]);
  });

  test('does not make two of what is there under its external id', async () => {
    const { adapter } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      return rowsAnswer(
        request.body.includes('FROM currency') ? [] : [ROW, { ...ROW, id: '9', externalid: 'stranger' }],
      );
    });
    const query = { ...queryOf(JOURNAL), externalId: '9' };
    await expect(adapter.find([query])).resolves.toMatchObject([{ status: 'live', externalId: '7', others: [] }]);
  });
});

test('an account of one currency tells what is there, and no total', async () => {
  const features = { multipleCurrencies: false, accountingPeriods: true };
  const account = { ...ACCOUNT_OF_TESTS, features };
  const { simulator, open } = await startNetsuite({ account });
  onTestFinished(() => simulator.close());
  const adapter = open({ currency: 'DKK' });
  const document = await post(adapter, buildAccountingEntry());
  await expect(adapter.find([queryOf(document)])).resolves.toMatchObject([
    { status: 'live', externalId: '10001', summary: null },
  ]);
});

test('a hundred documents are looked up in one query, and the currencies in another, once', async () => {
  const { simulator, open } = await startNetsuite();
  onTestFinished(() => simulator.close());
  const adapter = open();
  const there = await post(adapter, buildAccountingEntry());
  const later = open();
  const before = simulator.requests.length;
  const others = Array.from({ length: 99 }, (_, place) => journalOf(`entry-${place}/booking`));
  const findings = await later.find([there, ...others].map(queryOf));
  expect(findings.map(({ status }) => status)).toEqual(['live', ...others.map(() => 'absent')]);
  await later.find([queryOf(there)]);
  const asked = simulator.requests.slice(before).filter(({ path }) => path.endsWith('/suiteql'));
  expect(asked.length).toBe(3);
});

test.each([
  [
    'a bill that is there as a journal is left to a person, because it has no payment',
    'vendor-bill',
    'Journal',
    'unknown',
  ],
  [
    'a journal that is there as a bill is left to a person, because that may not be paid',
    'journal-entry',
    'VendBill',
    'unknown',
  ],
  ['a payment that is there as a journal is found', 'vendor-payment', 'Journal', 'live'],
  ['a bill that is there as a bill is found', 'vendor-bill', 'VendBill', 'live'],
])('%s', async (_, recordType, type, status) => {
  const { adapter } = await scriptNetsuite((request) => {
    if (isTokenRequest(request)) return undefined;
    return rowsAnswer(request.body.includes('FROM currency') ? [] : [{ ...ROW, type }]);
  });
  await expect(adapter.find([queryOf({ ...JOURNAL, recordType })])).resolves.toMatchObject([{ status }]);
});
