import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../../src/simulator/index.js';
import { journalBody } from './journal-body.js';
import { openNetsuite, problemOf, type NetsuiteCalls } from './netsuite-calls.js';

const JOURNALS = '/record/v1/journalEntry';

async function refusalOf(netsuite: NetsuiteCalls, overrides: Readonly<Record<string, unknown>>) {
  const reply = await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite, overrides) });
  expect(reply.status).toBe(400);
  expect(netsuite.simulator.books.transactions).toEqual([]);
  return problemOf(reply);
}

function lines(...items: readonly unknown[]) {
  return { line: { items } };
}

describe('a journal', () => {
  it('is made by POST, which answers with its address alone', async () => {
    const netsuite = await openNetsuite();

    const reply = await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) });

    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(reply.headers.get('location')).toBe(`${netsuite.simulator.baseUrl}/record/v1/journalEntry/10001`);
    expect(netsuite.simulator.books.transactions).toMatchObject([
      {
        id: '10001',
        externalId: 'pleo-je-1',
        state: 'live',
        date: '2026-03-11',
        period: 'Mar 2026',
        currency: 'DKK',
        total: 12_500,
      },
    ]);
    expect(netsuite.simulator.books.postings('10001')).toEqual([
      { account: '3620', amount: 10_000 },
      { account: '66100', amount: 2_500 },
      { account: '55010', amount: -12_500 },
    ]);
  });

  it('is read by its id and by its external id, whatever its case', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    const byId = await netsuite.call('GET', `${JOURNALS}/${id}?expandSubResources=true`);
    const byExternalId = await netsuite.call('GET', `${JOURNALS}/eid:PLEO-JE-1?expandSubResources=true`);

    expect(byId.json).toMatchObject({
      id,
      tranDate: '2026-03-11',
      subsidiary: { id: '1', refName: 'Havnegade Kaffe ApS' },
      line: { totalResults: 3, items: [{ debit: 100 }, { debit: 25 }, { credit: 125 }] },
    });
    expect(byId.text).toContain('"debit":100.00');
    expect(byExternalId.json).toEqual(byId.json);
  });

  it('keeps its lines behind a link until they are asked for', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    const { json } = await netsuite.call('GET', `${JOURNALS}/${id}`);

    expect(json['line']).toEqual({ links: [{ rel: 'self', href: expect.stringContaining(`/${id}/line`) }] });
  });

  it('is not made twice under one external id', async () => {
    const netsuite = await openNetsuite();
    await netsuite.create(JOURNALS, journalBody(netsuite));

    const reply = await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite, { externalId: 'PLEO-je-1' }) });

    expect(reply.status).toBe(400);
    expect(problemOf(reply)).toEqual({
      code: 'USER_ERROR',
      path: undefined,
      detail: 'Error while accessing a resource. This record already exists.',
    });
    expect(netsuite.simulator.books.transactions).toHaveLength(1);
  });

  it('is refused in the language of the user', async () => {
    const netsuite = await openNetsuite({ language: 'de' });
    await netsuite.create(JOURNALS, journalBody(netsuite));

    const reply = await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) });

    expect(problemOf(reply)).toMatchObject({
      code: 'USER_ERROR',
      detail: 'Fehler beim Zugriff auf eine Ressource. Dieser Datensatz ist bereits vorhanden.',
    });
  });

  it('leaves the same external id to a bill', async () => {
    const netsuite = await openNetsuite();
    await netsuite.create(JOURNALS, journalBody(netsuite));
    const vendor = netsuite.simulator.books.vendors[0]?.id;

    await netsuite.create('/record/v1/vendorBill', {
      externalId: 'pleo-je-1',
      entity: { id: vendor },
      subsidiary: { id: '1' },
      tranDate: '2026-03-11',
      expense: { items: [{ account: netsuite.account('3620'), amount: 1 }] },
    });

    expect(netsuite.simulator.books.transactions).toHaveLength(2);
  });
});

describe('a line on an account that is kept by name', () => {
  it('needs a name', async () => {
    const netsuite = await openNetsuite();
    const vendor = netsuite.simulator.books.vendors[0]?.id;
    const body = (named: object) =>
      journalBody(netsuite, {
        line: {
          items: [
            { account: netsuite.account('3620'), debit: 1 },
            { account: netsuite.account('63000'), credit: 1, ...named },
          ],
        },
      });

    const reply = await netsuite.call('POST', JOURNALS, { body: body({}) });

    expect(reply.status).toBe(400);
    expect(problemOf(reply)).toMatchObject({ code: 'USER_ERROR', detail: expect.stringContaining('for: Name') });
    await netsuite.create(JOURNALS, body({ entity: { id: vendor } }));
    expect(netsuite.simulator.books.transactions).toHaveLength(1);
  });
});

describe('properties that a journal does not have', () => {
  const body = (netsuite: NetsuiteCalls) => journalBody(netsuite, { taxCode: { id: '61' } });

  it('vanish with a warning in a header', async () => {
    const netsuite = await openNetsuite();

    const reply = await netsuite.call('POST', JOURNALS, {
      body: body(netsuite),
      headers: { 'X-NetSuite-PropertyNameValidation': 'Warning' },
    });

    expect(reply.status).toBe(204);
    expect(reply.headers.get('x-netsuite-propertyvalidation')).toBe('Warning');
    expect(reply.headers.get('x-netsuite-warning')).toContain('taxCode');
  });

  it('are refused where the request is strict, on lines too', async () => {
    const netsuite = await openNetsuite();

    expect(await refusalOf(netsuite, { taxCode: { id: '61' } })).toMatchObject({
      code: 'INVALID_CONTENT',
      path: 'taxCode',
    });
    const line = { account: netsuite.account('3620'), debit: 1, tax1Amt: 1 };
    expect(await refusalOf(netsuite, lines(line))).toMatchObject({ path: 'line.items[0].tax1Amt' });
  });
});

describe('values that a field cannot hold', () => {
  it('are passed over with a warning where the request asks for it', async () => {
    const netsuite = await openNetsuite();

    const reply = await netsuite.call('POST', JOURNALS, {
      body: journalBody(netsuite, { department: { id: '9999' } }),
      headers: { 'X-NetSuite-PropertyValueValidation': 'Warning' },
    });

    expect([reply.status, reply.headers.get('x-netsuite-propertyvalidation')]).toEqual([204, 'Warning']);
    expect(netsuite.simulator.books.transactions).toHaveLength(1);
  });

  it('do not let through what is missing or does not go together', async () => {
    const netsuite = await openNetsuite();
    const wrong = [{ debit: 1 }, { account: netsuite.account('3620'), debit: 'much' }];

    for (const line of wrong) {
      const reply = await netsuite.call('POST', JOURNALS, {
        body: journalBody(netsuite, lines(line)),
        headers: { 'X-NetSuite-PropertyValueValidation': 'Ignore' },
      });
      expect([reply.status, problemOf(reply).code]).toEqual([400, 'USER_ERROR']);
    }
  });
});

describe('what a journal may hold', () => {
  it.each<[string, unknown]>([
    ['100', '100'],
    ['more decimals than the currency has', 1.005],
    ['a truth', true],
  ])('refuses %s as an amount', async (_what, debit) => {
    const netsuite = await openNetsuite();
    const line = { account: netsuite.account('3620'), debit };

    expect(await refusalOf(netsuite, lines(line))).toMatchObject({
      code: 'INVALID_CONTENT',
      path: 'line.items[0].debit',
    });
  });

  it('takes a debit or a credit, and it is positive', async () => {
    const netsuite = await openNetsuite();
    const account = netsuite.account('3620');

    expect(await refusalOf(netsuite, lines({ account, debit: -1 }))).toMatchObject({ path: 'line.items[0].debit' });
    expect(await refusalOf(netsuite, lines({ account, credit: 0 }))).toMatchObject({ path: 'line.items[0].credit' });
    expect(await refusalOf(netsuite, lines({ account, debit: 1, credit: 1 }))).toMatchObject({
      code: 'INVALID_CONTENT',
    });
    expect(await refusalOf(netsuite, lines({ account }))).toMatchObject({ code: 'USER_ERROR' });
  });

  it('must balance, to the last digit', async () => {
    const netsuite = await openNetsuite();
    const unbalanced = lines(
      { account: netsuite.account('3620'), debit: 0.3 },
      { account: netsuite.account('55010'), credit: 0.2 },
    );

    expect(await refusalOf(netsuite, unbalanced)).toMatchObject({ code: 'USER_ERROR', path: undefined });
    expect(await refusalOf(netsuite, lines())).toMatchObject({ code: 'USER_ERROR' });
  });

  it('needs a subsidiary with OneWorld and has none without', async () => {
    const netsuite = await openNetsuite();
    expect(await refusalOf(netsuite, { subsidiary: undefined })).toMatchObject({
      code: 'USER_ERROR',
      detail: 'Error while accessing a resource. Please enter value(s) for: Subsidiary',
    });

    const accounts = [
      { number: '55010', name: 'Wallet', type: 'Bank' as const },
      { number: '66100', name: 'VAT', type: 'OthCurrLiab' as const },
      { number: '3620', name: 'Software', type: 'Expense' as const },
    ];
    const flat = { subsidiaries: [], accounts, departments: [], locations: [], vendors: [], taxCodes: [] };
    const single = await openNetsuite({ account: defaultAccount(flat) });
    expect(await refusalOf(single, {})).toMatchObject({ path: 'subsidiary' });
    await single.create(JOURNALS, journalBody(single, { subsidiary: undefined }));
  });

  it('names currencies by their internal id', async () => {
    const netsuite = await openNetsuite();

    expect(await refusalOf(netsuite, { currency: { id: 'DKK' } })).toMatchObject({
      code: 'INVALID_CONTENT',
      path: 'currency',
    });
    expect(await refusalOf(netsuite, { currency: { id: '7' } })).toMatchObject({ path: 'currency' });
  });

  it.each([
    ['2700', 'a sum'],
    ['2999', 'inactive'],
    ['9000', 'no account of money'],
  ])('cannot stand on account %s, which is %s', async (number) => {
    const netsuite = await openNetsuite();

    const refusal = await refusalOf(netsuite, lines({ account: netsuite.account(number), debit: 1 }));

    expect(refusal).toMatchObject({ code: 'INVALID_CONTENT', path: 'line.items[0].account' });
  });

  it('keeps to what its subsidiary may use', async () => {
    const netsuite = await openNetsuite();
    const freight = netsuite.account('3999');
    const departments = await netsuite.query("SELECT id FROM department WHERE name = 'Warehouse Umeå'");
    const body = lines({ account: freight, debit: 1 }, { account: netsuite.account('55990'), credit: 1 });

    expect(await refusalOf(netsuite, body)).toMatchObject({
      code: 'USER_ERROR',
      detail:
        'Error while accessing a resource. The 3999 Freight within Sweden account cannot be used with the Havnegade Kaffe ApS subsidiary.',
    });
    expect(await refusalOf(netsuite, { department: departments[0] })).toMatchObject({ code: 'USER_ERROR' });
    await netsuite.create(JOURNALS, journalBody(netsuite, { subsidiary: { id: '2' }, currency: { id: '4' }, ...body }));
  });

  it('keeps to the currency of an account that has one', async () => {
    const netsuite = await openNetsuite();
    const body = (number: string) =>
      lines({ account: netsuite.account('3620'), debit: 1 }, { account: netsuite.account(number), credit: 1 });

    expect(await refusalOf(netsuite, { currency: { id: '2' }, ...body('55030') })).toMatchObject({
      code: 'USER_ERROR',
    });
    await netsuite.create(JOURNALS, journalBody(netsuite, { currency: { id: '2' }, ...body('55020') }));
  });

  it('holds text without line breaks, up to its length', async () => {
    const netsuite = await openNetsuite();

    expect(await refusalOf(netsuite, { memo: 'one\ntwo' })).toMatchObject({ code: 'INVALID_CONTENT', path: 'memo' });
    expect(await refusalOf(netsuite, { memo: 'x'.repeat(1_000) })).toMatchObject({ path: 'memo' });
    expect(await refusalOf(netsuite, { externalId: 'pleo/1' })).toMatchObject({ path: 'externalId' });
    await netsuite.create(JOURNALS, journalBody(netsuite, { memo: 'Räksmörgås 🚂'.padEnd(999, '.') }));
  });

  it('carries custom fields and segments beside the others', async () => {
    const netsuite = await openNetsuite();
    const [project] = await netsuite.query("SELECT id FROM customrecord_cseg_project WHERE name = 'Ø-17'");
    const custom = { custbody_pleo_link: 'https://app.example.com/1', cseg_project: project };

    await netsuite.create(JOURNALS, journalBody(netsuite, custom));

    expect(netsuite.simulator.books.transactions[0]?.custom).toEqual({
      custbody_pleo_link: 'https://app.example.com/1',
      cseg_project: '73',
    });
  });
});
