import { describe, expect, test } from 'vitest';
import { elements, first, journal, messages, startOrganisation, type Fields } from './simulated-organisation.js';

const transfer = (overrides: Fields = {}): Fields => ({
  FromBankAccount: { Code: '55990' },
  ToBankAccount: { Code: '55020' },
  Amount: 500,
  Date: '2026-03-11',
  Reference: 'd/booking',
  ...overrides,
});

describe('bank transfers', () => {
  test('a transfer takes from one bank account and gives to the other', async () => {
    const { simulator, call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransfers', { BankTransfers: [transfer()] });
    expect(simulator.books.postings(first(reply, 'BankTransfers', 'BankTransferID'))).toEqual([
      { account: '55020', amount: 50_000 },
      { account: '55990', amount: -50_000 },
    ]);
  });

  test.each([
    [
      'another currency',
      { ToBankAccount: { Code: '55010' } },
      'A transfer needs two bank accounts of the same currency.',
    ],
    ['the same account', { ToBankAccount: { Code: '55990' } }, 'A transfer needs two different bank accounts.'],
    ['no bank account', { ToBankAccount: { Code: '63000' } }, 'The ToBankAccount must be a valid bank account.'],
    ['nothing to transfer', { Amount: 0 }, 'The transfer amount must be greater than zero, of at most 2 decimals.'],
  ])('%s is refused', async (_what, sent, message) => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransfers', { BankTransfers: [transfer(sent)] });
    expect([reply.status, messages(reply)]).toEqual([400, [message]]);
  });

  test('creation knows no summarizeErrors, and one bad transfer keeps all out', async () => {
    const { simulator, call } = await startOrganisation();
    const sent = { BankTransfers: [transfer(), transfer({ Amount: 0 })] };
    expect((await call('PUT', 'BankTransfers?summarizeErrors=false', sent)).status).toBe(400);
    expect((await call('PUT', 'BankTransfers', sent)).status).toBe(400);
    expect(simulator.books.bankTransfers).toEqual([]);
  });

  test('a deleted transfer shows only where it is asked for', async () => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'BankTransfers', { BankTransfers: [transfer()] });
    await call('POST', `BankTransfers/${first(reply, 'BankTransfers', 'BankTransferID')}`, { Status: 'DELETED' });
    expect(elements(await call('GET', 'BankTransfers'), 'BankTransfers')).toEqual([]);
    const all = elements(await call('GET', 'BankTransfers?includeDeleted=true'), 'BankTransfers');
    expect(all).toMatchObject([{ Status: 'DELETED', Reference: 'd/booking' }]);
  });
});

describe('manual journals', () => {
  test('a line that contains tax books its net and its tax', async () => {
    const { simulator, call } = await startOrganisation();
    const reply = await call('PUT', 'ManualJournals', { ManualJournals: [journal()] });
    expect(simulator.books.postings(first(reply, 'ManualJournals', 'ManualJournalID'))).toEqual([
      { account: '3620', amount: 8_000 },
      { account: '820', amount: 2_000 },
      { account: '5830', amount: -10_000 },
    ]);
  });

  const [debit, credit] = [
    { LineAmount: 100, AccountCode: '3620', TaxType: 'NONE' },
    { LineAmount: -100, AccountCode: '5830', TaxType: 'NONE' },
  ];
  test.each([
    [
      'a journal out of balance',
      [debit, { ...credit, LineAmount: -10 }],
      'The total debits (100.00) must equal total credits (-10.00)',
    ],
    ['a single line', [debit], 'A manual journal must have at least two lines.'],
    [
      'a bank account',
      [debit, { ...credit, AccountCode: '55020' }],
      "Account code '55020' is not a valid code for this document.",
    ],
    [
      'accounts payable',
      [debit, { ...credit, AccountCode: '800' }],
      "Account code '800' is not a valid code for this document.",
    ],
    [
      'tracking by ids',
      [{ ...debit, Tracking: [{ TrackingCategoryID: '00000000-0000-0000-0000-000000000000' }] }, credit],
      'Tracking of a journal line is named by Name and Option.',
    ],
  ])('%s is refused', async (_what, JournalLines, message) => {
    const { call } = await startOrganisation();
    const reply = await call('PUT', 'ManualJournals', { ManualJournals: [journal({ JournalLines })] });
    expect(reply.status).toBe(400);
    expect(messages(reply)).toContain(message);
  });

  test('in a closed period a draft is possible, a posted journal is not', async () => {
    const { simulator, call } = await startOrganisation();
    simulator.books.setLockDates({ period: '2026-03-31' });
    const statuses = ['DRAFT', 'POSTED'].map(async (Status) => {
      const reply = await call('PUT', 'ManualJournals', { ManualJournals: [journal({ Status })] });
      return reply.status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 400]);
  });

  test('a draft is deleted, a posted journal voided, and neither the other way', async () => {
    const { call } = await startOrganisation();
    const tried: unknown[] = [];
    for (const [from, to] of [
      ['DRAFT', 'VOIDED'],
      ['DRAFT', 'DELETED'],
      ['POSTED', 'DELETED'],
      ['POSTED', 'VOIDED'],
    ]) {
      const created = await call('PUT', 'ManualJournals', { ManualJournals: [journal({ Status: from })] });
      const path = `ManualJournals/${first(created, 'ManualJournals', 'ManualJournalID')}`;
      tried.push([from, to, (await call('POST', path, { ManualJournals: [{ Status: to }] })).status]);
    }
    expect(tried).toEqual([
      ['DRAFT', 'VOIDED', 400],
      ['DRAFT', 'DELETED', 200],
      ['POSTED', 'DELETED', 400],
      ['POSTED', 'VOIDED', 200],
    ]);
  });
});
