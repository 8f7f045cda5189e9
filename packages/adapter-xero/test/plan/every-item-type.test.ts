import type { ExportItem, SettledInvoice } from '@ledgerferry/core';
import { money } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { inShort } from './in-short.js';
import { connection, entryOf, FACTS, settings } from './sample-books.js';
import { costLine, sampleItem } from './sample-item.js';

const ACME = '430fa14a-f945-44d3-9f97-5df5e28441b8';

/** What employees paid is on a liability (so: bills) or on a bank account (so: bank transactions), each as drafts and finally. */
const BOOKS = {
  'bills, final': settings({ outOfPocket: '860' }, 'final'),
  'bills, draft': settings({ outOfPocket: '860' }, 'draft'),
  'bank transactions, final': settings({ outOfPocket: '095', reimbursementContra: '092' }, 'final'),
  'bank transactions, draft': settings({ outOfPocket: '095', reimbursementContra: '092' }, 'draft'),
};

interface Row {
  readonly item: Partial<ExportItem>;
  readonly settles?: readonly SettledInvoice[];
  readonly bills: readonly string[];
  /** Where drafts differ. */
  readonly draftBills?: readonly string[];
  readonly transactions?: readonly string[];
}

const BILL: SettledInvoice = {
  accountingEntryId: 'bill',
  documentKey: 'bill/booking',
  externalId: 'id-of-bill',
  amount: money('EUR', 12_000, 2),
};
const NO_TAX = { lines: [costLine(12_000)] };
const BALANCE = { lines: [] };
const PAYABLE = { bookkeepingMethod: 'accounts_payable' };
const SPENT = [`booking: SPEND 090 with ${ACME}, 404 120.00 INPUT2`];
const GOT_BACK = [`booking: RECEIVE 090 with ${ACME}, 404 120.00 INPUT2`];
const OWED_TO_MIA = ['booking: ACCPAY AUTHORISED with new mia holm, 404 120.00 INPUT2'];
const DRAFT_OWED_TO_MIA = ['booking: ACCPAY DRAFT with new mia holm, 404 120.00 INPUT2'];
const SPENT_BY_MIA = [`booking: SPEND 095 with ${ACME}, 404 120.00 INPUT2`];
const PAID_BILL = [
  `booking: ACCPAY AUTHORISED with ${ACME}, 404 120.00 INPUT2`,
  'payment: PAYMENT 090 of bill booking, 120.00',
];
const REFUNDED_NOTE = [
  `booking: ACCPAYCREDIT AUTHORISED with ${ACME}, 404 120.00 INPUT2`,
  'payment: PAYMENT 090 of credit note booking, 120.00',
];
const OUT_OF_POCKET = { bills: OWED_TO_MIA, draftBills: DRAFT_OWED_TO_MIA, transactions: SPENT_BY_MIA };

const ROWS: Readonly<Record<string, Row>> = {
  card_purchase: { item: { type: 'card_purchase' }, bills: SPENT },
  'card_purchase, payable': { item: { type: 'card_purchase', ...PAYABLE }, bills: PAID_BILL },
  card_invoice: { item: { type: 'card_invoice' }, bills: SPENT },
  'card_invoice, payable': { item: { type: 'card_invoice', ...PAYABLE }, bills: PAID_BILL },
  refund: { item: { type: 'refund' }, bills: GOT_BACK },
  'refund, payable': { item: { type: 'refund', ...PAYABLE }, bills: REFUNDED_NOTE },
  chargeback: { item: { type: 'chargeback' }, bills: GOT_BACK },
  'chargeback, payable': { item: { type: 'chargeback', ...PAYABLE }, bills: REFUNDED_NOTE },
  fee: {
    item: { type: 'fee', supplier: null, user: null, ...NO_TAX },
    bills: ['booking: SPEND 090 with new pleo, 404 120.00 NONE'],
  },
  'fee, interest': {
    item: { type: 'fee', subType: 'interest', supplier: null, user: null, ...NO_TAX },
    bills: ['booking: SPEND 090 with new pleo, 404 120.00 NONE'],
  },
  cashback: {
    item: { type: 'cashback', supplier: null, user: null, ...NO_TAX },
    bills: ['booking: RECEIVE 090 with new pleo, 404 120.00 NONE'],
  },
  'atm_withdrawal without category': {
    item: { type: 'atm_withdrawal', supplier: null, lines: [costLine(12_000, { account: null })] },
    bills: ['booking: SPEND 090 with new mia holm, 610 120.00 NONE'],
  },
  'personal_spend without category': {
    item: { type: 'personal_spend', lines: [costLine(12_000, { account: null })] },
    bills: [`booking: SPEND 090 with ${ACME}, 860 120.00 NONE`],
    transactions: ['booking: TRANSFER 090 to 095, 120.00'],
  },
  out_of_pocket: { item: { type: 'out_of_pocket' }, ...OUT_OF_POCKET },
  'out_of_pocket, payable': {
    item: { type: 'out_of_pocket', ...PAYABLE },
    ...OUT_OF_POCKET,
    transactions: [
      `booking: ACCPAY AUTHORISED with ${ACME}, 404 120.00 INPUT2`,
      'payment: PAYMENT 095 of bill booking, 120.00',
    ],
  },
  mileage: { item: { type: 'mileage' }, ...OUT_OF_POCKET },
  per_diem: { item: { type: 'per_diem' }, ...OUT_OF_POCKET },
  direct_reimbursement: {
    item: { type: 'direct_reimbursement', ...BALANCE },
    bills: ['booking: SPEND-OVERPAYMENT 090 with new mia holm, 120.00'],
    transactions: ['booking: TRANSFER 090 to 095, 120.00'],
  },
  'direct_reimbursement of an expense in the books': {
    item: { type: 'direct_reimbursement', ...BALANCE },
    settles: [BILL],
    bills: ['booking: PAYMENT 090 of bill id-of-bill, 120.00'],
    transactions: ['booking: TRANSFER 090 to 095, 120.00'],
  },
  'direct_reimbursement, reimbursement_to_employee_refund': {
    item: { type: 'direct_reimbursement', subType: 'reimbursement_to_employee_refund', ...BALANCE },
    bills: ['booking: RECEIVE-OVERPAYMENT 090 with new mia holm, 120.00'],
    transactions: ['booking: TRANSFER 095 to 090, 120.00'],
  },
  'direct_reimbursement, reimbursement_to_company': {
    item: { type: 'direct_reimbursement', subType: 'reimbursement_to_company', ...BALANCE },
    bills: ['booking: RECEIVE-OVERPAYMENT 090 with new mia holm, 120.00'],
    transactions: ['booking: TRANSFER 095 to 090, 120.00'],
  },
  external_reimbursement: {
    item: { type: 'external_reimbursement', ...BALANCE },
    bills: ['booking: JOURNAL POSTED, 860 120.00 NONE + 870 -120.00 NONE'],
    draftBills: ['booking: JOURNAL DRAFT, 860 120.00 NONE + 870 -120.00 NONE'],
    transactions: ['booking: TRANSFER 092 to 095, 120.00'],
  },
  'external_reimbursement, reimbursement_to_employee_refund': {
    item: { type: 'external_reimbursement', subType: 'reimbursement_to_employee_refund', ...BALANCE },
    bills: ['booking: JOURNAL POSTED, 860 -120.00 NONE + 870 120.00 NONE'],
    draftBills: ['booking: JOURNAL DRAFT, 860 -120.00 NONE + 870 120.00 NONE'],
    transactions: ['booking: TRANSFER 095 to 092, 120.00'],
  },
  'external_reimbursement, reimbursement_to_company': {
    item: { type: 'external_reimbursement', subType: 'reimbursement_to_company', ...BALANCE },
    bills: ['booking: JOURNAL POSTED, 860 -120.00 NONE + 870 120.00 NONE'],
    draftBills: ['booking: JOURNAL DRAFT, 860 -120.00 NONE + 870 120.00 NONE'],
    transactions: ['booking: TRANSFER 095 to 092, 120.00'],
  },
  invoice: {
    item: { type: 'invoice' },
    bills: [`booking: ACCPAY AUTHORISED with ${ACME}, 404 120.00 INPUT2`],
    draftBills: [`booking: ACCPAY DRAFT with ${ACME}, 404 120.00 INPUT2`],
  },
  'invoice_payment on account': {
    item: { type: 'invoice_payment', ...BALANCE },
    bills: [`booking: SPEND-OVERPAYMENT 090 with ${ACME}, 120.00`],
  },
  'invoice_payment, invoice_payment_sent': {
    item: { type: 'invoice_payment', subType: 'invoice_payment_sent', ...BALANCE },
    settles: [BILL],
    bills: ['booking: PAYMENT 090 of bill id-of-bill, 120.00'],
  },
  'invoice_payment, invoice_payment_returned': {
    item: { type: 'invoice_payment', subType: 'invoice_payment_returned', ...BALANCE },
    settles: [BILL],
    bills: [`booking: RECEIVE-OVERPAYMENT 090 with ${ACME}, 120.00`],
  },
  wallet_topup: {
    item: { type: 'wallet_topup', ...BALANCE },
    bills: ['booking: TRANSFER 092 to 090, 120.00'],
  },
  wallet_unload: {
    item: { type: 'wallet_unload', ...BALANCE },
    bills: ['booking: TRANSFER 090 to 092, 120.00'],
  },
};

function expected(
  { bills, draftBills = bills, transactions = bills }: Row,
  books: keyof typeof BOOKS,
): readonly string[] {
  if (books === 'bills, final') return bills;
  if (books === 'bills, draft') return draftBills;
  if (books === 'bank transactions, final') return transactions;
  return transactions === bills ? draftBills : transactions;
}

describe('every type of item has its record', () => {
  for (const books of [
    'bills, final',
    'bills, draft',
    'bank transactions, final',
    'bank transactions, draft',
  ] as const) {
    test.each(Object.keys(ROWS))(`%s (${books})`, (name) => {
      const row = ROWS[name];
      if (!row) throw new Error(`there is no row ${name}`);
      const entry = { ...entryOf(sampleItem(row.item), BOOKS[books]), settles: row.settles ?? [] };

      const problems = xeroRules(FACTS, connection()).flatMap((rule) => rule.validate(entry));
      expect(problems).toEqual([]);
      expect(planXeroEntry(entry, FACTS, connection()).documents.map(inShort)).toEqual(expected(row, books));
    });
  }
});
