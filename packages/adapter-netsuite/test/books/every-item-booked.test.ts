import { formatMoney, money, type AccountingEntry, type SettledInvoice } from '@ledgerferry/core';
import { itemsOfEveryKind, type KindOfItem } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import type { BookedTransaction, NetsuiteBooks } from '../../src/simulator/index.js';
import { netsuiteConnectionSchema } from '../../src/netsuite-connection.js';
import { TOKEN } from '../netsuite-fixture.js';
import { entryOf } from '../plan/sample-books.js';
import { costLine, sampleItem } from '../plan/sample-item.js';
import { openLedger } from './open-ledger.js';

const SPENT = ['3620 100.00 EUR of Sales', '66100 20.00 EUR', '55010 -120.00 EUR'];
const SPENT_UNTAXED = ['3620 120.00 EUR of Sales', '55010 -120.00 EUR'];
const GOT_BACK = ['3620 -100.00 EUR of Sales', '66100 -20.00 EUR', '55010 120.00 EUR'];
const SPENT_BY_MIA = ['3620 100.00 EUR of Sales', '66100 20.00 EUR', '63040 -120.00 EUR'];
const REIMBURSED = ['63040 120.00 EUR', '55010 -120.00 EUR'];
const RETURNED = ['63040 -120.00 EUR', '55010 120.00 EUR'];
const REIMBURSED_OUTSIDE = ['63040 120.00 EUR', '63060 -120.00 EUR'];
const RETURNED_OUTSIDE = ['63040 -120.00 EUR', '63060 120.00 EUR'];

/** What an entry changes in the ledger, whatever records it becomes: positive is debit. */
const CHANGES: Readonly<Record<KindOfItem, readonly string[]>> = {
  card_purchase: SPENT,
  'card_purchase, payable': SPENT,
  card_invoice: SPENT,
  'card_invoice, payable': SPENT,
  out_of_pocket: SPENT_BY_MIA,
  'out_of_pocket, payable': SPENT_BY_MIA,
  mileage: SPENT_BY_MIA,
  per_diem: SPENT_BY_MIA,
  external_reimbursement: REIMBURSED_OUTSIDE,
  'external_reimbursement, reimbursement_to_employee': REIMBURSED_OUTSIDE,
  'external_reimbursement, reimbursement_to_employee_refund': RETURNED_OUTSIDE,
  'external_reimbursement, reimbursement_to_company': RETURNED_OUTSIDE,
  direct_reimbursement: REIMBURSED,
  'direct_reimbursement, reimbursement_to_employee': REIMBURSED,
  'direct_reimbursement, reimbursement_to_employee_refund': RETURNED,
  'direct_reimbursement, reimbursement_to_company': RETURNED,
  invoice: ['3620 100.00 EUR of Sales', '66100 20.00 EUR', '63000 -120.00 EUR'],
  invoice_payment: ['63000 120.00 EUR', '55010 -120.00 EUR'],
  'invoice_payment, invoice_payment_sent': ['63000 120.00 EUR', '55010 -120.00 EUR'],
  'invoice_payment, invoice_payment_returned': ['63000 -120.00 EUR', '55010 120.00 EUR'],
  chargeback: GOT_BACK,
  'chargeback, payable': GOT_BACK,
  refund: GOT_BACK,
  'refund, payable': GOT_BACK,
  cashback: ['3620 -120.00 EUR of Sales', '55010 120.00 EUR'],
  atm_withdrawal: SPENT,
  'atm_withdrawal without category': ['63050 120.00 EUR', '55010 -120.00 EUR'],
  wallet_topup: ['55990 -120.00 EUR', '55010 120.00 EUR'],
  wallet_unload: ['55990 120.00 EUR', '55010 -120.00 EUR'],
  personal_spend: SPENT_UNTAXED,
  'personal_spend without category': REIMBURSED,
  fee: SPENT_UNTAXED,
  'fee, interest': SPENT_UNTAXED,
};

/** An entry of every kind, whose categories are of the department Sales. */
const ENTRIES = itemsOfEveryKind(costLine(12_000)).map(({ kind, item }, place) => ({
  kind,
  entry: ofSales(entryOf(sampleItem({ ...item, accountingEntryId: `entry-${place}` }))),
}));

function ofSales(entry: AccountingEntry): AccountingEntry {
  const dimensions = [{ group: 'Department', code: 'Sales' }];
  const lines = entry.lines.map((line) => (line.account.role === 'category' ? { ...line, dimensions } : line));
  return { ...entry, lines };
}

/** What the records change together: by account and department, in the order in which they are met; what comes to nothing is left out. */
function changes(transactions: readonly BookedTransaction[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { currency, lines } of transactions)
    for (const { account, amount, departmentId } of lines) {
      const key = [account, currency, departmentId ?? ''].join('/');
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
  return [...sums].filter(([, sum]) => sum !== 0).map(([key, sum]) => inWords(key, sum));
}

function inWords(key: string, sum: number): string {
  const [account = '', currency = '', department = ''] = key.split('/');
  const words = `${account} ${formatMoney(money(currency, sum, 2))}`;
  return department === '' ? words : `${words} of ${DEPARTMENTS.get(department) ?? department}`;
}

const DEPARTMENTS = new Map([['11', 'Sales']]);

/** What is still to be paid or applied. */
function openItems(books: NetsuiteBooks): readonly string[] {
  return books.transactions
    .filter(({ id }) => books.open(id) !== 0)
    .map(({ externalId, id }) => `${externalId} ${books.open(id)}`);
}

/** Names on lines of a journal, or the one of the whole record, by the account they stand on; each once. */
function namesOn(account: string, transactions: readonly BookedTransaction[]): readonly (string | null)[] {
  const names = transactions.flatMap(({ entityId, lines }) =>
    lines.filter((line) => line.account === account).map((line) => line.entityId ?? entityId),
  );
  return [...new Set(names)];
}

describe.each(['journal', 'vendor-bill'] as const)('payables: %s', (payables) => {
  describe.each(['legacy', 'suitetax'] as const)('tax: %s', (tax) => {
    test('every kind of item changes the accounts as it should, and leaves only what is owed open', async () => {
      const { books, book } = await openLedger({ tax }, { payables });
      const acme = books.vendors.find(({ entityId }) => entityId === 'V-ACME')?.id;
      const mia = books.employees.find(({ entityId }) => entityId === 'E-1')?.id;
      for (const { kind, entry } of ENTRIES) {
        const ids = await book(entry);
        const records = books.transactions.filter(({ id }) => ids.includes(id));
        const isBooked = (account: string) =>
          records.some(({ lines }) => lines.some((line) => line.account === account));
        const spender = entry.counterparty ? acme : entry.employee ? mia : null;

        expect({
          kind,
          states: records.map(({ state }) => state),
          changes: changes(records).toSorted(),
          ofDebts: namesOn('63000', records),
          ofEmployees: namesOn('63040', records),
          ofCosts: namesOn('3620', records),
        }).toEqual({
          kind,
          states: ids.map(() => 'live'),
          changes: CHANGES[kind].toSorted(),
          ofDebts: isBooked('63000') ? [acme] : [],
          ofEmployees: isBooked('63040') ? [mia] : [],
          ofCosts: isBooked('3620') ? [spender] : [],
        });
      }
      const invoice = ENTRIES.findIndex(({ kind }) => kind === 'invoice');
      expect(openItems(books)).toEqual(payables === 'journal' ? [] : [`entry-${invoice}_booking 12000`]);
    });
  });

  test('a payment of an earlier bill settles what it left', async () => {
    const { books, book } = await openLedger({ tax: 'legacy' }, { payables });
    const [billId = ''] = await book(entryOf(sampleItem({ type: 'invoice', accountingEntryId: 'bill' })));
    const settles: SettledInvoice[] = [
      { accountingEntryId: 'bill', documentKey: 'bill/booking', externalId: billId, amount: money('EUR', 12_000, 2) },
    ];
    const payment = entryOf(sampleItem({ type: 'invoice_payment', lines: [], accountingEntryId: 'payment' }));
    const [paymentId = ''] = await book({ ...payment, settles });
    expect(changes(books.transactions)).toEqual(['3620 100.00 EUR', '66100 20.00 EUR', '55010 -120.00 EUR']);
    expect(openItems(books)).toEqual([]);
    expect(books.links(paymentId)).toEqual(payables === 'journal' ? [] : [billId]);
  });

  test('a credit note is owed by the vendor until somebody applies it', async () => {
    const { books, book } = await openLedger({ tax: 'suitetax' }, { payables });
    const entry = entryOf(sampleItem({ type: 'invoice', accountingEntryId: 'credit-note' }));
    await book({ ...entry, direction: 'in' });
    expect(books.transactions.map(({ recordType }) => recordType)).toEqual([
      payables === 'journal' ? 'journalEntry' : 'vendorCredit',
    ]);
    expect(changes(books.transactions).toSorted()).toEqual([
      '3620 -100.00 EUR',
      '63000 120.00 EUR',
      '66100 -20.00 EUR',
    ]);
    expect(openItems(books)).toEqual(payables === 'journal' ? [] : ['credit-note_booking 12000']);
  });
});

describe('refunds: vendor-credit', () => {
  test.each(['refund, payable', 'chargeback, payable'] as const)(
    "a %s is the vendor's credit, and a journal of the money that came back, to be applied to one another",
    async (wanted) => {
      const { books, book } = await openLedger(
        { tax: 'legacy' },
        { payables: 'vendor-bill', refunds: 'vendor-credit' },
      );
      const { entry } = ENTRIES.find(({ kind }) => kind === wanted) ?? {};
      if (!entry) throw new Error(`there is no ${wanted}`);
      await book(entry);
      const acme = books.vendors.find(({ entityId }) => entityId === 'V-ACME')?.id;

      expect(books.transactions.map(({ recordType }) => recordType)).toEqual(['vendorCredit', 'journalEntry']);
      expect(changes(books.transactions).toSorted()).toEqual(CHANGES[wanted].toSorted());
      expect(namesOn('63000', books.transactions)).toEqual([acme]);
      expect(openItems(books)).toEqual([`${entry.accountingEntryId}_booking 12000`]);
    },
  );

  test('a refund that Pleo does not lead through accounts payable stays a journal', async () => {
    const { books, book } = await openLedger({ tax: 'legacy' }, { payables: 'vendor-bill', refunds: 'vendor-credit' });
    const { entry } = ENTRIES.find(({ kind }) => kind === 'refund') ?? {};
    if (!entry) throw new Error('there is no refund');
    await book(entry);
    expect(books.transactions.map(({ recordType }) => recordType)).toEqual(['journalEntry']);
  });

  test('is refused where bills are journals', () => {
    const settings = { accountId: '1234567', auth: TOKEN, refunds: 'vendor-credit' };
    expect(netsuiteConnectionSchema.safeParse(settings).error?.issues).toMatchObject([
      { path: ['refunds'], message: 'can be vendor-credit only where payables is vendor-bill' },
    ]);
  });
});
