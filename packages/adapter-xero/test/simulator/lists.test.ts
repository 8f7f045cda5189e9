import { describe, expect, test } from 'vitest';
import { bill, elements, first, journal, messages, spend, startOrganisation } from './simulated-organisation.js';

async function startWithSpends() {
  const organisation = await startOrganisation();
  const { call, contact } = organisation;
  const sent = [
    spend({ Reference: 'first', Date: '2026-03-09' }),
    spend({ Reference: 'second', Date: '2026-03-10', Type: 'RECEIVE' }),
    spend({ Reference: 'third', Date: '2026-03-11' }),
  ];
  await call('PUT', 'BankTransactions', { BankTransactions: sent });
  const find = async (query: string) => {
    const reply = await call('GET', `BankTransactions?${query}`);
    return reply.status === 200
      ? elements(reply, 'BankTransactions').map(({ Reference }) => Reference)
      : messages(reply);
  };
  return {
    ...organisation,
    find,
    where: (clause: string) => find(`where=${encodeURIComponent(clause)}`),
    contactId: contact.id,
  };
}

describe('where', () => {
  test.each([
    ['Type=="SPEND"', ['first', 'third']],
    ['Date>=DateTime(2026,03,10)', ['second', 'third']],
    ['Date>DateTime(2026,3,9) AND Date<DateTime(2026,3,11)', ['second']],
    ['Type=="SPEND" AND Date==DateTime(2026,03,11) AND Status=="AUTHORISED"', ['third']],
    ['Reference=="FIRST" OR Reference.EndsWith("ond")', ['first', 'second']],
    ['(Reference=="first" || Reference=="third") && Type=="SPEND"', ['first', 'third']],
    ['Reference!=null && Url==null', ['first', 'second', 'third']],
    ['Total>=895.2', ['first', 'second', 'third']],
  ])('%s finds %j', async (clause, found) => {
    const { where } = await startWithSpends();
    expect(await where(clause)).toEqual(found);
  });

  test('a contact is named by guid("…")', async () => {
    const { where, contactId } = await startWithSpends();
    expect(await where(`Type=="SPEND" AND Contact.ContactID==guid("${contactId}")`)).toEqual(['first', 'third']);
    expect(await where(`Contact.ContactID=="${contactId}"`)).toEqual([
      "Operator '==' incompatible with operand types 'Guid' and 'String'",
    ]);
  });

  test.each([
    ['Colour=="red"', "No property or field 'Colour' exists in this list"],
    ['Date=="2026-03-11"', "Operator '==' incompatible with operand types 'DateTime' and 'String'"],
    ['Date==DateTime(2026,13,11)', 'DateTime(2026,13,11) is no day'],
    ['Type==', 'Expression expected'],
    ['Type=="SPEND" Date', 'Syntax error near "Date"'],
    ['Type=="SPE', 'Syntax error (at index 6)'],
    ['Date.Contains("2")', "Operator '.Contains' incompatible with operand types 'DateTime' and 'String'"],
  ])('%s is refused', async (clause, message) => {
    const { where, call } = await startWithSpends();
    expect(await where(clause)).toEqual([message]);
    const reply = await call('GET', `BankTransactions?where=${encodeURIComponent(clause)}`);
    expect([reply.status, reply.json]).toMatchObject([400, { ErrorNumber: 16, Type: 'QueryParseException' }]);
  });
});

describe('other filters', () => {
  test('references, order and pages', async () => {
    const { find, call } = await startWithSpends();
    expect(await find('References=third,first')).toEqual(['first', 'third']);
    expect(await find('order=Date%20DESC&page=1&pageSize=2')).toEqual(['third', 'second']);
    expect(await find('order=Date%20DESC&page=2&pageSize=2')).toEqual(['first']);
    expect((await call('GET', 'BankTransactions?page=2&pageSize=2')).json).toMatchObject({
      pagination: { page: 2, pageSize: 2, pageCount: 2, itemCount: 3 },
    });
    expect(await find('page=1&pageSize=1001')).toEqual(['pageSize must be a whole number from 1 to 1000']);
  });

  test('without pages rows have no lines', async () => {
    const { call } = await startWithSpends();
    const lines = async (query: string) =>
      elements(await call('GET', `BankTransactions${query}`), 'BankTransactions')[0]?.['LineItems'];
    expect(await lines('')).toEqual([]);
    expect(await lines('?page=1')).toMatchObject([{ AccountCode: '3620' }]);
  });

  test('If-Modified-Since leaves out what is older', async () => {
    const { call, clock } = await startWithSpends();
    clock.leap(60_000);
    const since = { 'If-Modified-Since': new Date(clock.now() - 1_000).toISOString() };
    await call('PUT', 'BankTransactions', { BankTransactions: [spend({ Reference: 'late' })] });
    const reply = await call('GET', 'BankTransactions', undefined, since);
    expect(elements(reply, 'BankTransactions')).toMatchObject([{ Reference: 'late' }]);
  });

  test('bills are found by number, contact, status and what is due', async () => {
    const { call, contact } = await startOrganisation();
    await call('PUT', 'Invoices', {
      Invoices: [bill({ InvoiceNumber: 'INV-1 (a/booking)' }), bill({ Status: 'DRAFT' })],
    });
    const queries = [
      'InvoiceNumbers=b/booking',
      `ContactIDs=${contact.id}&Statuses=DRAFT`,
      'where=Status=="DRAFT" AND Contact.Name=="ACME Cloud" AND AmountDue>0',
      'searchTerm=b/book',
    ];
    for (const query of queries) {
      const found = elements(await call('GET', `Invoices?${encodeURI(query)}`), 'Invoices');
      expect(found.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(['b/booking']);
    }
  });

  test('journals are found by their days', async () => {
    const { call } = await startOrganisation();
    await call('PUT', 'ManualJournals', { ManualJournals: [journal(), journal({ Date: '2026-03-12' })] });
    const reply = await call('GET', `ManualJournals?page=1&where=${encodeURIComponent('Date>DateTime(2026,03,11)')}`);
    expect(elements(reply, 'ManualJournals')).toMatchObject([{ DateString: '2026-03-12T00:00:00' }]);
  });

  test('too many values make an address that is too long', async () => {
    const { call } = await startOrganisation();
    const ids = (count: number) => Array.from({ length: count }, () => 'a'.repeat(36)).join(',');
    expect((await call('GET', `Invoices?IDs=${ids(52)}`)).status).toBe(200);
    expect((await call('GET', `Invoices?IDs=${ids(60)}`)).status).toBe(414);
  });
});

describe('a list that lags behind', () => {
  test('shows a write later than a look at the record', async () => {
    const { call, clock } = await startOrganisation({ visibilityMs: 4_000 });
    const created = await call('PUT', 'BankTransactions', { BankTransactions: [spend()] });
    const path = `BankTransactions/${first(created, 'BankTransactions', 'BankTransactionID')}`;
    const listed = async () =>
      elements(await call('GET', 'BankTransactions'), 'BankTransactions').map(({ Status }) => Status);
    expect((await call('GET', path)).status).toBe(200);
    expect(await listed()).toEqual([]);
    clock.leap(4_000);
    expect(await listed()).toEqual(['AUTHORISED']);
    await call('POST', path, { BankTransactions: [{ Status: 'DELETED' }] });
    expect(await listed()).toEqual(['AUTHORISED']);
    clock.leap(4_000);
    expect(await listed()).toEqual(['DELETED']);
  });
});
