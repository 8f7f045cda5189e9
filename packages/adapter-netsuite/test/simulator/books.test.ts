import { describe, expect, it } from 'vitest';
import { billBody } from './bill-body.js';
import { journalBody } from './journal-body.js';
import { openNetsuite, type NetsuiteCalls } from './netsuite-calls.js';

const JOURNALS = '/record/v1/journalEntry';
const BILLS = '/record/v1/vendorBill';

function stateOf({ query }: NetsuiteCalls, id: string) {
  return query(
    `SELECT voided, reversal, isreversal, TO_CHAR(trandate, 'YYYY-MM-DD') AS day FROM transaction WHERE id = ${id}`,
  );
}

describe('what people do in NetSuite', () => {
  it('reverses a journal by a second one', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    netsuite.simulator.books.voidTransaction(id);

    const [original, reversing] = netsuite.simulator.books.transactions;
    expect([original?.state, reversing?.state, reversing?.externalId]).toEqual(['voided', 'live', null]);
    expect(netsuite.simulator.books.postings(id)).toEqual([]);
    expect(reversing?.lines.map(({ amount }) => amount)).toEqual([-10_000, -2_500, 12_500]);
    expect(await stateOf(netsuite, id)).toEqual([
      { voided: 'F', reversal: reversing?.id, isreversal: 'F', day: '2026-03-11' },
    ]);
  });

  it('voids a bill in place', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(BILLS, billBody(netsuite));

    netsuite.simulator.books.voidTransaction(id);

    expect(netsuite.simulator.books.transactions).toMatchObject([
      { state: 'voided', memo: 'VOID', externalId: 'pleo-bill-1' },
    ]);
    expect(netsuite.simulator.books.open(id)).toBe(0);
    expect(await stateOf(netsuite, id)).toMatchObject([{ voided: 'T' }]);
    expect(
      await netsuite.query(`SELECT SUM(debitforeignamount) AS total FROM transactionline WHERE transaction = ${id}`),
    ).toEqual([{}]);
  });

  it('deletes a transaction and what hangs on it, without a trace', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    netsuite.simulator.books.deleteTransaction(id);

    expect(netsuite.simulator.books.transactions).toEqual([]);
    expect(await stateOf(netsuite, id)).toEqual([]);
    expect(() => netsuite.simulator.books.deleteTransaction(id)).toThrow(`no transaction ${id}`);
  });

  it('changes a total on both sides, and moves to another day', async () => {
    const netsuite = await openNetsuite();
    const journal = await netsuite.create(JOURNALS, journalBody(netsuite));
    const bill = await netsuite.create(BILLS, billBody(netsuite));

    netsuite.simulator.books.changeTotal(journal, 13_000);
    netsuite.simulator.books.changeTotal(bill, 100);
    netsuite.simulator.books.moveToDay(journal, '2026-05-02');

    expect(netsuite.simulator.books.transactions).toMatchObject([
      { total: 13_000, date: '2026-05-02', period: 'May 2026' },
      { total: 100 },
    ]);
    const sums = [journal, bill].map((id) =>
      netsuite.simulator.books.postings(id).reduce((sum, { amount }) => sum + amount, 0),
    );
    expect(sums).toEqual([0, 0]);
  });

  it('deactivates accounts and vendors', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.books.deactivateAccount('3620');
    netsuite.simulator.books.deactivateVendor('V-DE-1812');

    expect((await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) })).status).toBe(400);
    expect(await netsuite.query("SELECT isinactive FROM vendor WHERE entityid = 'V-DE-1812'")).toEqual([
      { isinactive: 'T' },
    ]);
  });
});

describe('amounts', () => {
  it('are whole minor units of the currency, as large as they come', async () => {
    const netsuite = await openNetsuite();
    const lines = (amount: number) => ({
      line: {
        items: [
          { account: netsuite.account('3620'), debit: amount },
          { account: netsuite.account('55990'), credit: amount },
        ],
      },
    });

    await netsuite.create(JOURNALS, journalBody(netsuite, lines(12_345_678_901.23)));
    await netsuite.create(
      JOURNALS,
      journalBody(netsuite, { externalId: 'yen', currency: { id: '6' }, ...lines(1_005) }),
    );

    expect(netsuite.simulator.books.transactions).toMatchObject([
      { total: 1_234_567_890_123 },
      { currency: 'JPY', total: 1_005 },
    ]);
  });

  it('stand in the books of the subsidiary at the rate that was sent, else at that of the table', async () => {
    const netsuite = await openNetsuite();
    const body = (overrides: Readonly<Record<string, unknown>>) =>
      journalBody(netsuite, {
        subsidiary: { id: '2' },
        currency: { id: '2' },
        line: {
          items: [
            { account: netsuite.account('3620'), debit: 10.01 },
            { account: netsuite.account('55990'), credit: 10.01 },
          ],
        },
        ...overrides,
      });

    await netsuite.create(JOURNALS, body({}));
    await netsuite.create(JOURNALS, body({ externalId: 'pleo-je-2', exchangeRate: 11.5 }));

    const rows = await netsuite.query(
      'SELECT t.exchangerate, l.debit FROM transaction t JOIN transactionaccountingline l ON l.transaction = t.id WHERE l.debit > 0 ORDER BY t.id',
    );
    expect(rows).toEqual([
      { exchangerate: '11.05185185', debit: '110.63' },
      { exchangerate: '11.5', debit: '115.12' },
    ]);
  });
});
