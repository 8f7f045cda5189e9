import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../../src/simulator/index.js';
import { billBody } from './bill-body.js';
import { journalBody } from './journal-body.js';
import { openNetsuite, problemOf, rowsOf, type NetsuiteCalls } from './netsuite-calls.js';

const SUITEQL = '/query/v1/suiteql';
const TRANSIENT = { Prefer: 'transient' };

async function refusalOf({ call }: NetsuiteCalls, q: string) {
  const reply = await call('POST', SUITEQL, { body: { q }, headers: TRANSIENT });
  expect([q, reply.status]).toEqual([q, 400]);
  return problemOf(reply).code;
}

describe('asking', () => {
  it('needs to be called transient', async () => {
    const { call } = await openNetsuite();

    expect((await call('POST', SUITEQL, { body: { q: 'SELECT id FROM currency' } })).status).toBe(400);
    expect((await call('GET', SUITEQL, { headers: TRANSIENT })).status).toBe(405);
  });

  it('answers texts in lower-case columns, and leaves out what is null', async () => {
    const { call } = await openNetsuite();

    const { json } = await call('POST', SUITEQL, {
      body: {
        q: "SELECT Id AS AccountId, AcctNumber, ExternalId, IsInactive FROM account WHERE acctnumber IN ('55010', '2750') ORDER BY id",
      },
      headers: TRANSIENT,
    });

    expect(json).toEqual({
      links: [{ rel: 'self', href: expect.stringContaining('/query/v1/suiteql?limit=1000&offset=0') }],
      count: 2,
      offset: 0,
      totalResults: 2,
      hasMore: false,
      items: [
        { links: [], accountid: '101', acctnumber: '55010', externalid: 'gl-55010', isinactive: 'F' },
        { links: [], accountid: '114', acctnumber: '2750', isinactive: 'F' },
      ],
    });
  });

  it('answers in pages whose offset is a multiple of their limit', async () => {
    const { call, query } = await openNetsuite();
    const page = (paging: string) =>
      call('POST', `${SUITEQL}?${paging}`, { body: { q: 'SELECT id FROM employee ORDER BY id' }, headers: TRANSIENT });

    const first = await page('limit=12&offset=0');
    expect(first.json).toMatchObject({
      count: 12,
      totalResults: 20,
      hasMore: true,
      links: [{ rel: 'next' }, { rel: 'last' }, { rel: 'self' }],
    });
    const second = await page('limit=12&offset=12');
    expect(second.json).toMatchObject({ count: 8, totalResults: 20, hasMore: false });
    expect([...rowsOf(first), ...rowsOf(second)]).toEqual(await query('SELECT id FROM employee ORDER BY id'));

    for (const paging of ['limit=1001', 'limit=0', 'limit=12&offset=6', 'limit=many']) {
      expect((await page(paging)).status).toBe(400);
    }
  });

  it('loses rows between pages that nobody put in order', async () => {
    const { query } = await openNetsuite();

    const pages = [
      await query('SELECT id FROM employee', '?limit=10'),
      await query('SELECT id FROM employee', '?limit=10&offset=10'),
    ];

    expect(new Set(pages.flat().map((row) => JSON.stringify(row))).size).toBe(19);
  });

  it('takes bound parameters since 2026.2', async () => {
    const body = { q: 'SELECT id FROM currency WHERE symbol = ? OR id = ? ORDER BY id', params: ['EUR', 5] };

    const current = await openNetsuite();
    const reply = await current.call('POST', SUITEQL, { body, headers: TRANSIENT });
    expect(rowsOf(reply)).toEqual([{ id: '2' }, { id: '5' }]);
    const few = await current.call('POST', SUITEQL, { body: { ...body, params: ['EUR'] }, headers: TRANSIENT });
    expect(few.status).toBe(400);

    const older = await openNetsuite({ release: '2026.1' });
    expect((await older.call('POST', SUITEQL, { body, headers: TRANSIENT })).status).toBe(400);
  });

  it('reads a doubled quote as one', async () => {
    const account = defaultAccount({ departments: [{ name: "O'Donnell; DROP TABLE" }] });
    const { query } = await openNetsuite({ account });

    expect(await query("SELECT id FROM department WHERE name = 'O''Donnell; DROP TABLE'")).toEqual([{ id: '11' }]);
  });

  it('refuses what it cannot read, and fields and records that are not there', async () => {
    const netsuite = await openNetsuite();

    for (const q of [
      'DELETE FROM account',
      'SELECT id FROM account; SELECT id FROM vendor',
      'SELECT id FROM account WHERE',
      "SELECT id FROM account WHERE acctnumber = 'x",
      'SELECT nothing FROM account',
      'SELECT id FROM nowhere',
      'SELECT t.id FROM account',
      "SELECT id FROM account WHERE id = 'one'",
      `SELECT id FROM account WHERE id IN (${Array.from({ length: 1_001 }, (_, id) => id).join(', ')})`,
    ]) {
      expect(await refusalOf(netsuite, q)).toBe('INVALID_PARAMETER');
    }
  });

  it('has the tables that the features of the account bring', async () => {
    const flat = { subsidiaries: [], departments: [], locations: [], vendors: [], tax: 'none' as const };
    const accounts = [{ number: '1', name: 'Wallet', type: 'Bank' as const }];
    const netsuite = await openNetsuite({ account: defaultAccount({ ...flat, accounts, taxCodes: [] }) });

    expect(await refusalOf(netsuite, 'SELECT id FROM subsidiary')).toBe('INVALID_PARAMETER');
    expect(await refusalOf(netsuite, 'SELECT id FROM salestaxitem')).toBe('INVALID_PARAMETER');
    expect(await refusalOf(netsuite, 'SELECT subsidiary FROM account')).toBe('INVALID_PARAMETER');
  });
});

describe('conditions', () => {
  it.each([
    ["acctnumber LIKE '55%' AND currency IS NOT NULL", ['55010', '55020', '55030', '55040']],
    ["acctnumber LIKE '550_0' AND NOT acctnumber IN ('55010', '55020')", ['55030', '55040']],
    ["issummary = 'T' OR (accttype = 'AcctPay' AND acctnumber <> '63001')", ['63000', '2700']],
    ["id >= 101 AND id < '103'", ['55010', '55020']],
    ["LOWER(fullname) = 'books'", ['3655']],
    // neither equal nor unequal: null
    ["currency <> 1 AND acctnumber LIKE '55%'", ['55020', '55030', '55040']],
    ["externalid <> ''", []],
  ])('%s', async (condition, numbers) => {
    const { query } = await openNetsuite();

    const rows = await query(`SELECT acctnumber FROM account WHERE ${condition} ORDER BY id`);

    expect(rows).toEqual(numbers.map((acctnumber) => ({ acctnumber })));
  });
});

describe('dates', () => {
  it('come as the user writes them unless they are wrapped', async () => {
    const q =
      "SELECT startdate, TO_CHAR(enddate, 'YYYY-MM-DD') AS ends FROM accountingperiod WHERE periodname = 'Mar 2026'";

    const american = await openNetsuite();
    expect(await american.query(q)).toEqual([{ startdate: '3/1/2026', ends: '2026-03-31' }]);

    const danish = await openNetsuite({ account: defaultAccount({ dateFormat: 'D.M.YYYY' }) });
    expect(await danish.query(q)).toEqual([{ startdate: '1.3.2026', ends: '2026-03-31' }]);
  });

  it('are compared as dates, with texts in the format of the user', async () => {
    const netsuite = await openNetsuite();
    const months = (condition: string) =>
      `SELECT periodname FROM accountingperiod WHERE isquarter = 'F' AND isyear = 'F' AND ${condition} ORDER BY startdate`;
    const march = [{ periodname: 'Mar 2026' }];

    expect(await netsuite.query(months("startdate <= '3/11/2026' AND enddate >= '3/11/2026'"))).toEqual(march);
    const day = "TO_DATE('2026-03-11', 'YYYY-MM-DD')";
    expect(await netsuite.query(months(`startdate <= ${day} AND enddate >= ${day}`))).toEqual(march);
    expect(await refusalOf(netsuite, months("startdate <= '2026-03-11'"))).toBe('INVALID_PARAMETER');
  });
});

describe('what is booked', () => {
  it('is found by external id, with its total and accounts', async () => {
    const netsuite = await openNetsuite();
    const journal = await netsuite.create(
      '/record/v1/journalEntry',
      journalBody(netsuite, {
        currency: { id: '2' },
        line: {
          items: [
            { account: netsuite.account('3620'), debit: 100 },
            { account: netsuite.account('55020'), credit: 100 },
          ],
        },
      }),
    );
    await netsuite.create('/record/v1/vendorBill', billBody(netsuite));

    const rows = await netsuite.query(`
      SELECT t.id, t.type, c.symbol, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS day, t.voided,
             SUM(l.debitforeignamount) AS total, SUM(a.debit) AS base
      FROM transaction t
      JOIN currency c ON c.id = t.currency
      INNER JOIN transactionline l ON l.transaction = t.id
      JOIN transactionaccountingline a ON a.transaction = l.transaction AND a.transactionline = l.id
      WHERE t.externalid IN ('pleo-je-1', 'pleo-bill-1', 'pleo-other')
      GROUP BY t.id, t.type, c.symbol, t.trandate, t.voided, TO_CHAR(t.trandate, 'YYYY-MM-DD')
      ORDER BY t.id`);

    expect(rows).toEqual([
      { id: journal, type: 'Journal', symbol: 'EUR', day: '2026-03-11', voided: 'F', total: '100', base: '746' },
      { id: '10002', type: 'VendBill', symbol: 'DKK', day: '2026-03-11', voided: 'F', total: '1250', base: '1250' },
    ]);
  });

  it('stands on accounts by internal id, with debit or credit', async () => {
    const netsuite = await openNetsuite();
    await netsuite.create('/record/v1/vendorBill', billBody(netsuite));

    const rows = await netsuite.query(`
      SELECT a.acctnumber, l.transactionline, l.debit, l.credit
      FROM transactionaccountingline l LEFT JOIN account a ON a.id = l.account ORDER BY l.transactionline`);

    expect(rows).toEqual([
      { acctnumber: '63000', transactionline: '0', credit: '1250' },
      { acctnumber: '3620', transactionline: '1', debit: '1000' },
      { acctnumber: '66100', transactionline: '2', debit: '250' },
    ]);
  });

  it('tells open, paid and pending bills apart', async () => {
    const netsuite = await openNetsuite();
    const bill = await netsuite.create('/record/v1/vendorBill', billBody(netsuite));
    const status = () => netsuite.query("SELECT status, foreignamountunpaid FROM transaction WHERE type = 'VendBill'");

    expect(await status()).toEqual([{ status: 'A', foreignamountunpaid: '1250' }]);
    await netsuite.call('POST', `/record/v1/vendorBill/${bill}/!transform/vendorPayment`, {
      body: { account: netsuite.account('55010') },
    });
    expect(await status()).toEqual([{ status: 'B', foreignamountunpaid: '0' }]);
  });
});

describe('lists', () => {
  it('say which subsidiaries may use what', async () => {
    const { query } = await openNetsuite();

    expect(
      await query("SELECT subsidiary, includechildren FROM account WHERE acctnumber IN ('3620', '3999') ORDER BY id"),
    ).toEqual([
      { subsidiary: '1', includechildren: 'T' },
      { subsidiary: '2', includechildren: 'F' },
    ]);
    expect(await query('SELECT COUNT(*) AS vendors FROM vendorsubsidiaryrelationship WHERE subsidiary = 1')).toEqual([
      { vendors: '14' },
    ]);
  });

  it('count, and drop repeats', async () => {
    const { query } = await openNetsuite();

    expect(await query('SELECT DISTINCT isinactive FROM department ORDER BY isinactive')).toEqual([
      { isinactive: 'F' },
      { isinactive: 'T' },
    ]);
    expect(await query("SELECT COUNT(externalid), MAX(id) FROM account WHERE accttype = 'Bank'")).toEqual([
      { expr1: '4', expr2: '106' },
    ]);
  });

  it('hold what a job of the Pleo simulator needs', async () => {
    const { query } = await openNetsuite();

    expect(
      await query("SELECT itemid, rate FROM salestaxitem WHERE itemid IN ('I25', 'E12', 'RC20') ORDER BY id"),
    ).toEqual([
      { itemid: 'I25', rate: '25' },
      { itemid: 'RC20', rate: '20' },
      { itemid: 'E12', rate: '12' },
    ]);
    expect(await query("SELECT name FROM classification WHERE name LIKE '%|%'")).toEqual([{ name: 'Q3|LAUNCH' }]);
    expect(await query("SELECT entityid, externalid FROM vendor WHERE companyname = 'DSB'")).toEqual([
      { entityid: 'V-DK-0053', externalid: 'ext-V-DK-0053' },
    ]);
  });
});
