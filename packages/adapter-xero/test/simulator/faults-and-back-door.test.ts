import { describe, expect, test } from 'vitest';
import { bill, elements, first, journal, spend, startOrganisation } from './simulated-organisation.js';

const body = { BankTransactions: [spend()] };

describe('faults', () => {
  test('out of reach, everything is answered 503 and nothing happens', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.disconnect();
    expect([(await call('GET', 'Organisation')).status, (await call('PUT', 'BankTransactions', body)).status]).toEqual([
      503, 503,
    ]);
    expect((await fetch(simulator.tokenUrl, { method: 'POST' })).status).toBe(503);
    simulator.reconnect();
    expect((await call('PUT', 'BankTransactions', body)).status).toBe(200);
    expect(simulator.books.bankTransactions.length).toBe(1);
  });

  test('an answer is lost after its effect', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.loseNextAnswer();
    expect((await call('GET', 'Organisation')).status).toBe(200);
    await expect(call('PUT', 'BankTransactions', body)).rejects.toThrow('fetch failed');
    expect(simulator.books.bankTransactions.length).toBe(1);
    expect(simulator.requests.at(-1)).toMatchObject({ method: 'PUT', status: null });
  });

  test('a write fails before its effect, or after it', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.failNextWrite(503, 'before');
    simulator.failNextWrite(504, 'after');
    const outcomes: unknown[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const { status } = await call('PUT', 'BankTransactions', body);
      outcomes.push([status, simulator.books.bankTransactions.length]);
    }
    expect(outcomes).toEqual([
      [503, 0],
      [504, 1],
      [200, 2],
    ]);
  });

  test('a write takes effect long after its connection broke', async () => {
    const { simulator, clock, call } = await startOrganisation();
    simulator.lingerNextWrite(40_000);
    await expect(call('PUT', 'BankTransactions', body)).rejects.toThrow('fetch failed');
    await clock.advance(39_999);
    expect(simulator.books.bankTransactions.length).toBe(0);
    await clock.advance(1);
    expect(simulator.books.bankTransactions.length).toBe(1);
  });

  test('the log tells of every request, without its token', async () => {
    const { simulator, call, clock } = await startOrganisation();
    await call('GET', 'Contacts?page=1');
    await call('PUT', 'Contacts', { Contacts: [{ Name: 'New' }] }, { 'Idempotency-Key': 'key-1' });
    const shared = { tenantId: simulator.books.tenantId, at: clock.now(), isReplay: false };
    expect(simulator.requests).toEqual([
      {
        ...shared,
        method: 'GET',
        path: '/api.xro/2.0/Contacts',
        query: 'page=1',
        idempotencyKey: null,
        byteLength: 0,
        status: 200,
      },
      {
        ...shared,
        method: 'PUT',
        path: '/api.xro/2.0/Contacts',
        query: '',
        idempotencyKey: 'key-1',
        byteLength: 29,
        status: 200,
      },
    ]);
  });
});

describe('the back door', () => {
  test('tells of documents of every kind, in one form', async () => {
    const { simulator, call } = await startOrganisation();
    await call('PUT', 'BankTransactions', body);
    await call('PUT', 'Invoices', { Invoices: [bill({ Status: 'DRAFT' })] });
    await call('PUT', 'ManualJournals', { ManualJournals: [journal()] });
    expect(simulator.books.documents()).toMatchObject([
      {
        kind: 'bank-transaction',
        state: 'live',
        status: 'AUTHORISED',
        reference: 'a/booking',
        currency: 'DKK',
        total: 89_520,
        accounts: ['3620', '55010'],
      },
      {
        kind: 'bill',
        state: 'draft',
        status: 'DRAFT',
        reference: 'b/booking',
        currency: 'EUR',
        total: 89_520,
        accounts: ['3620', '800'],
      },
      {
        kind: 'manual-journal',
        state: 'live',
        status: 'POSTED',
        reference: 'Annual licence (c/booking)',
        currency: 'EUR',
        total: 10_000,
      },
    ]);
  });

  test('debits equal credits in every document, also where a person changed its total', async () => {
    const { simulator, call } = await startOrganisation();
    const { books } = simulator;
    await call('PUT', 'BankTransactions', body);
    await call('PUT', 'Invoices', { Invoices: [bill()] });
    await call('PUT', 'ManualJournals', { ManualJournals: [journal()] });
    for (const { id } of books.documents()) books.changeTotal(id, 12_345);
    expect(books.documents().map(({ total }) => total)).toEqual([12_345, 12_345, 12_345]);
    for (const { id } of books.documents())
      expect(books.postings(id).reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  });

  test('people void, approve and archive, and the API shows it', async () => {
    const { simulator, call } = await startOrganisation();
    const { books } = simulator;
    const spent = first(await call('PUT', 'BankTransactions', body), 'BankTransactions', 'BankTransactionID');
    const draft = first(
      await call('PUT', 'Invoices', { Invoices: [bill({ Status: 'DRAFT' })] }),
      'Invoices',
      'InvoiceID',
    );
    books.voidDocument(spent);
    books.approve(draft);
    books.archiveAccount('3655');
    books.setLockDates({ period: '2026-02-28' });
    expect(first(await call('GET', `BankTransactions/${spent}`), 'BankTransactions', 'Status')).toBe('DELETED');
    expect(first(await call('GET', `Invoices/${draft}`), 'Invoices', 'Status')).toBe('AUTHORISED');
    const account = elements(await call('GET', 'Accounts?where=Code%3D%3D%223655%22'), 'Accounts');
    expect(account).toMatchObject([{ Status: 'ARCHIVED' }]);
    const organisation = await call('GET', 'Organisation');
    expect(elements(organisation, 'Organisations')).toMatchObject([
      { PeriodLockDate: `/Date(${Date.UTC(2026, 1, 28)}+0000)/` },
    ]);
    expect(books.postings(spent)).toEqual([]);
  });
});

describe('the configuration that is read', () => {
  test('tells classes, currencies and system accounts of accounts', async () => {
    const { call } = await startOrganisation();
    const accounts = elements(await call('GET', 'Accounts'), 'Accounts');
    const of = (code: string) => accounts.find(({ Code }) => Code === code);
    expect(of('55010')).toMatchObject({ Type: 'BANK', Class: 'ASSET', CurrencyCode: 'DKK', Status: 'ACTIVE' });
    expect(of('3620')).toMatchObject({ Type: 'EXPENSE', Class: 'EXPENSE' });
    expect(of('63040')).toMatchObject({ Type: 'CURRLIAB', Class: 'LIABILITY', EnablePaymentsToAccount: true });
    expect(of('800')).toMatchObject({ SystemAccount: 'CREDITORS' });
    expect(accounts.filter(({ Code }) => Code === undefined)).toMatchObject([{ Name: 'House bank', Type: 'BANK' }]);
  });

  test('tells which classes a tax rate is for, and that reverse charge comes to nothing', async () => {
    const { call } = await startOrganisation();
    const rates = elements(await call('GET', 'TaxRates'), 'TaxRates');
    expect(rates.find(({ TaxType }) => TaxType === 'I25')).toMatchObject({
      EffectiveRate: 25,
      CanApplyToExpenses: true,
      CanApplyToRevenue: false,
      Status: 'ACTIVE',
    });
    expect(rates.find(({ TaxType }) => TaxType === 'RC25')).toMatchObject({ EffectiveRate: 0, DisplayTaxRate: 25 });
  });

  test('tells active tracking categories, archived ones where asked for', async () => {
    const { call } = await startOrganisation();
    const names = async (query: string) =>
      elements(await call('GET', `TrackingCategories${query}`), 'TrackingCategories').map(({ Name }) => Name);
    expect(await names('')).toEqual(['DEPARTMENT', 'PROJECT']);
    expect(await names('?includeArchived=true')).toEqual(['DEPARTMENT', 'PROJECT', 'Region']);
  });

  test('tells currencies and what the organisation may do', async () => {
    const { call } = await startOrganisation();
    expect(elements(await call('GET', 'Currencies'), 'Currencies').map(({ Code }) => Code)).toEqual([
      'EUR',
      'DKK',
      'GBP',
      'SEK',
    ]);
    const actions = elements(await call('GET', 'Organisation/Actions'), 'Actions');
    expect(actions).toContainEqual({ Name: 'UseMulticurrency', Status: 'ALLOWED' });
  });
});
