import type { SeenRequest } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { documentOf, queryOf, scriptXero } from '../scripted-xero.js';

const spend = documentOf('a/booking', 'bank-transaction', { Type: 'SPEND', LineItems: [{ AccountCode: '404' }] });
const bill = documentOf('b/booking', 'bill', { Type: 'ACCPAY', LineItems: [{ AccountCode: '404' }] });

const held = (id: string, overrides: object = {}) => ({
  BankTransactionID: id,
  Reference: 'a/booking',
  Status: 'AUTHORISED',
  Type: 'SPEND',
  DateString: '2026-03-11T00:00:00',
  Total: 10,
  CurrencyCode: 'EUR',
  LineItems: [{ AccountCode: '404', LineAmount: 10 }],
  BankAccount: { Code: '090' },
  ...overrides,
});

const list = (name: string, records: readonly object[]) => ({
  body: { [name]: records, pagination: { page: 1, pageSize: 1_000, pageCount: 1, itemCount: records.length } },
});

describe('a look-up by day', () => {
  test('asks for the type and the days, in pages, and answers what is there', async () => {
    const { adapter, seen } = await scriptXero(({ path }) =>
      list(path.slice(1), path === '/BankTransactions' ? [held('id-1')] : []),
    );
    const findings = await adapter.find([queryOf(spend, { firstDate: '2026-03-01' }), queryOf(bill)]);
    expect(findings).toEqual([
      {
        status: 'live',
        key: 'a/booking',
        externalId: 'id-1',
        externalUrl: null,
        summary: {
          date: '2026-03-11',
          total: { currency: 'EUR', minorUnits: 1_000, exponent: 2 },
          accounts: ['404', '090'],
        },
        others: [],
      },
      { status: 'absent', key: 'b/booking' },
    ]);
    expect(seen.map(({ path, query }) => [path, query.get('where'), query.get('page'), query.get('pageSize')])).toEqual(
      [
        ['/BankTransactions', 'Date>=DateTime(2026,03,01) AND Date<=DateTime(2026,03,11)', '1', '1000'],
        ['/Invoices', 'Type=="ACCPAY" AND Date>=DateTime(2026,03,11) AND Date<=DateTime(2026,03,11)', '1', '1000'],
      ],
    );
  });

  test('names every further live document, and no voided one', async () => {
    const records = [
      held('gone', { Status: 'DELETED' }),
      held('id-1'),
      held('id-2'),
      held('id-3', { Status: 'VOIDED' }),
    ];
    const { adapter } = await scriptXero(() => list('BankTransactions', records));
    expect(await adapter.find([queryOf(spend)])).toMatchObject([
      { status: 'live', externalId: 'id-1', others: ['id-2'] },
    ]);
  });

  test('answers "voided" where only a deleted one is there', async () => {
    const { adapter } = await scriptXero(() => list('BankTransactions', [held('id-1', { Status: 'DELETED' })]));
    expect(await adapter.find([queryOf(spend)])).toEqual([{ status: 'voided', key: 'a/booking', externalId: 'id-1' }]);
  });

  test("finds a bill behind the supplier's own number", async () => {
    const record = {
      InvoiceID: 'id-1',
      InvoiceNumber: 'INV-7 (b/booking)',
      Status: 'DRAFT',
      LineItems: [{ AccountCode: '404' }],
    };
    const { adapter } = await scriptXero(() => list('Invoices', [record]));
    expect(await adapter.find([queryOf(bill)])).toMatchObject([{ status: 'draft', externalId: 'id-1', summary: null }]);
  });

  test('does not take a draft for booked whose account is gone', async () => {
    const record = {
      InvoiceID: 'id-1',
      InvoiceNumber: 'b/booking',
      Status: 'DRAFT',
      LineItems: [{ Description: 'Licence' }],
    };
    const { adapter } = await scriptXero(() => list('Invoices', [record]));
    const [finding] = await adapter.find([queryOf(bill)]);
    expect(finding).toMatchObject({ status: 'unknown', evidence: expect.stringContaining('id-1') });
  });

  test('finds an overpayment by the description of its line', async () => {
    const LineItems = [{ Description: 'Paid on account (a/booking)' }];
    const record = held('id-1', { Type: 'SPEND-OVERPAYMENT', Reference: '', LineItems });
    const { adapter } = await scriptXero(() => list('BankTransactions', [record]));
    expect(await adapter.find([queryOf(spend)])).toMatchObject([{ status: 'live', externalId: 'id-1' }]);
  });

  test('reads every page', async () => {
    const { adapter, seen } = await scriptXero(({ query }) => {
      const page = Number(query.get('page'));
      const records = [held(`id-${page}`, { Reference: page === 3 ? 'a/booking' : `other-${page}` })];
      return { body: { BankTransactions: records, pagination: { page, pageSize: 1, pageCount: 3, itemCount: 3 } } };
    });
    expect(await adapter.find([queryOf(spend)])).toMatchObject([{ status: 'live', externalId: 'id-3' }]);
    expect(seen.length).toBe(3);
  });

  test('reads on until nothing new comes where the answer does not count its pages', async () => {
    const pages = [[held('id-1', { Reference: 'other' })], [held('id-2')], []];
    const { adapter } = await scriptXero(({ query }) => ({
      body: { BankTransactions: pages[Number(query.get('page')) - 1] ?? [] },
    }));
    expect(await adapter.find([queryOf(spend)])).toMatchObject([{ status: 'live', externalId: 'id-2' }]);
  });

  test('is a failure where the list changes while it is read', async () => {
    const { adapter } = await scriptXero(({ query }) => ({
      body: {
        BankTransactions: [held('id-1')],
        pagination: { page: Number(query.get('page')), pageCount: 2, itemCount: 2 },
      },
    }));
    await expect(adapter.find([queryOf(spend)])).rejects.toMatchObject({
      kind: 'transient',
      code: 'XERO_LIST_CHANGED',
    });
  });

  test('of bank transfers is not paged, and shows deleted ones', async () => {
    const transfer = documentOf('c/booking', 'bank-transfer', { Amount: '10.00' });
    const record = { BankTransferID: 'id-1', Reference: 'c/booking', DateString: '2026-03-11T00:00:00', Amount: 10 };
    const { adapter, seen } = await scriptXero(() => ({ body: { BankTransfers: [record] } }));
    expect(await adapter.find([queryOf(transfer)])).toMatchObject([
      { status: 'live', externalId: 'id-1', summary: { total: { currency: 'EUR', minorUnits: 1_000 } } },
    ]);
    expect(Object.fromEntries(seen[0]?.query ?? [])).toEqual({
      where: 'Date>=DateTime(2026,03,11) AND Date<=DateTime(2026,03,11)',
      includeDeleted: 'true',
    });
  });
});

describe('a document whose id is known', () => {
  const MOVED = '3f1e0c2a-9b6d-4d1f-8a77-5b1d2e3f4a01';
  const onAnotherDay = ({ path }: SeenRequest) =>
    path === `/BankTransactions/${MOVED}`
      ? { body: { BankTransactions: [held(MOVED, { DateString: '2026-04-30T00:00:00' })] } }
      : list('BankTransactions', []);

  test('is found where a person moved it to another day', async () => {
    const { adapter } = await scriptXero(onAnotherDay);
    expect(await adapter.find([queryOf(spend, { externalId: MOVED })])).toMatchObject([
      { status: 'live', externalId: MOVED, summary: { date: '2026-04-30' } },
    ]);
  });

  test('is absent where Xero has it no more', async () => {
    const { adapter } = await scriptXero(({ path }) =>
      path.includes(MOVED) ? { status: 404, body: 'not found' } : list('BankTransactions', []),
    );
    expect(await adapter.find([queryOf(spend, { externalId: MOVED })])).toEqual([
      { status: 'absent', key: 'a/booking' },
    ]);
  });

  test('is found without a day', async () => {
    const { adapter, seen } = await scriptXero(onAnotherDay);
    const query = queryOf(spend, { date: null, firstDate: null, externalId: MOVED });
    expect(await adapter.find([query])).toMatchObject([{ status: 'live', externalId: MOVED }]);
    expect(seen.map(({ path }) => path)).toEqual([`/BankTransactions/${MOVED}`]);
  });

  test('is never called absent where neither day nor id is known', async () => {
    const { adapter } = await scriptXero(onAnotherDay);
    expect(await adapter.find([queryOf(spend, { date: null, firstDate: null })])).toMatchObject([
      { status: 'unknown' },
    ]);
  });
});

describe('a look-up by reference', () => {
  test('asks for at most fifty references a call, and for days where Xero keeps no reference', async () => {
    const { adapter, seen } = await scriptXero(() => list('BankTransactions', []), { lookUp: 'references' });
    const many = Array.from({ length: 51 }, (_, place) =>
      documentOf(`e-${place}/booking`, 'bank-transaction', { Type: 'SPEND' }),
    );
    const overpayment = documentOf('o/booking', 'bank-transaction', { Type: 'SPEND-OVERPAYMENT' });
    const findings = await adapter.find([...many, overpayment].map((document) => queryOf(document)));
    expect(findings.length).toBe(52);
    expect(seen.map(({ query }) => query.get('References')?.split(',').length ?? query.get('where'))).toEqual([
      50,
      1,
      'Date>=DateTime(2026,03,11) AND Date<=DateTime(2026,03,11)',
    ]);
  });
});

describe('a contact', () => {
  const contact = documentOf('prerequisite/contact/acme cloud', 'contact', { Name: 'ACME Cloud' });
  const known = {
    ContactID: 'c-1',
    Name: 'Acme cloud',
    ContactStatus: 'ACTIVE',
    UpdatedDateUTC: '/Date(1773187200000+0000)/',
  };

  test('is found by its name, also where the store kept nothing but its key', async () => {
    const { adapter } = await scriptXero(() => ({ body: { Contacts: [known] } }));
    expect(await adapter.find([queryOf(contact), queryOf({ ...contact, body: null })])).toMatchObject([
      { status: 'live', externalId: 'c-1', summary: null },
      { status: 'live', externalId: 'c-1' },
    ]);
  });

  test('is looked for among those that changed since the last reading', async () => {
    const { adapter, seen } = await scriptXero(() => ({ body: { Contacts: [known] } }));
    await adapter.find([queryOf(contact)]);
    await adapter.find([queryOf(contact)]);
    expect(seen.map(({ headers }) => headers['if-modified-since'])).toEqual([undefined, '2026-03-10T23:50:00Z']);
    expect(Object.fromEntries(seen[0]?.query ?? [])).toEqual({ page: '1', pageSize: '1000', includeArchived: 'true' });
  });

  test('is still known where nothing has changed', async () => {
    let calls = 0;
    const { adapter } = await scriptXero(() =>
      (calls += 1) === 1 ? { body: { Contacts: [known] } } : { status: 304, body: '' },
    );
    await adapter.find([queryOf(contact)]);
    expect(await adapter.find([queryOf(contact)])).toMatchObject([{ status: 'live', externalId: 'c-1' }]);
  });

  test('that is archived is for a person to restore', async () => {
    const { adapter } = await scriptXero(() => ({ body: { Contacts: [{ ...known, ContactStatus: 'ARCHIVED' }] } }));
    expect(await adapter.find([queryOf(contact)])).toMatchObject([
      { status: 'unknown', evidence: 'the contact Acme cloud is archived in Xero: restore it there' },
    ]);
  });
});
