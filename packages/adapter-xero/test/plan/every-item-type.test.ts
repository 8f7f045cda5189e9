import { money, type ExportItem, type SettledInvoice } from '@ledgerferry/core';
import { itemsOfEveryKind, type KindOfItem } from '@ledgerferry/testkit';
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
const REIMBURSED = {
  bills: ['booking: SPEND-OVERPAYMENT 090 with new mia holm, 120.00'],
  transactions: ['booking: TRANSFER 090 to 095, 120.00'],
};
const REIMBURSED_OUTSIDE = {
  bills: ['booking: JOURNAL POSTED, 860 120.00 NONE + 870 -120.00 NONE'],
  draftBills: ['booking: JOURNAL DRAFT, 860 120.00 NONE + 870 -120.00 NONE'],
  transactions: ['booking: TRANSFER 092 to 095, 120.00'],
};

const ROWS: Readonly<Record<KindOfItem, Row>> = {
  card_purchase: { bills: SPENT },
  'card_purchase, payable': { bills: PAID_BILL },
  card_invoice: { bills: SPENT },
  'card_invoice, payable': { bills: PAID_BILL },
  refund: { bills: GOT_BACK },
  'refund, payable': { bills: REFUNDED_NOTE },
  chargeback: { bills: GOT_BACK },
  'chargeback, payable': { bills: REFUNDED_NOTE },
  fee: {
    bills: ['booking: SPEND 090 with new pleo, 404 120.00 NONE'],
  },
  'fee, interest': {
    bills: ['booking: SPEND 090 with new pleo, 404 120.00 NONE'],
  },
  cashback: {
    bills: ['booking: RECEIVE 090 with new pleo, 404 120.00 NONE'],
  },
  atm_withdrawal: { bills: ['booking: SPEND 090 with new mia holm, 404 120.00 INPUT2'] },
  'atm_withdrawal without category': {
    bills: ['booking: SPEND 090 with new mia holm, 610 120.00 NONE'],
  },
  personal_spend: { bills: [`booking: SPEND 090 with ${ACME}, 404 120.00 NONE`] },
  'personal_spend without category': {
    bills: [`booking: SPEND 090 with ${ACME}, 860 120.00 NONE`],
    transactions: ['booking: TRANSFER 090 to 095, 120.00'],
  },
  out_of_pocket: { ...OUT_OF_POCKET },
  'out_of_pocket, payable': {
    ...OUT_OF_POCKET,
    transactions: [
      `booking: ACCPAY AUTHORISED with ${ACME}, 404 120.00 INPUT2`,
      'payment: PAYMENT 095 of bill booking, 120.00',
    ],
  },
  mileage: { ...OUT_OF_POCKET },
  per_diem: { ...OUT_OF_POCKET },
  direct_reimbursement: REIMBURSED,
  'direct_reimbursement, reimbursement_to_employee': REIMBURSED,
  'direct_reimbursement, reimbursement_to_employee_refund': {
    bills: ['booking: RECEIVE-OVERPAYMENT 090 with new mia holm, 120.00'],
    transactions: ['booking: TRANSFER 095 to 090, 120.00'],
  },
  'direct_reimbursement, reimbursement_to_company': {
    bills: ['booking: RECEIVE-OVERPAYMENT 090 with new mia holm, 120.00'],
    transactions: ['booking: TRANSFER 095 to 090, 120.00'],
  },
  external_reimbursement: REIMBURSED_OUTSIDE,
  'external_reimbursement, reimbursement_to_employee': REIMBURSED_OUTSIDE,
  'external_reimbursement, reimbursement_to_employee_refund': {
    bills: ['booking: JOURNAL POSTED, 860 -120.00 NONE + 870 120.00 NONE'],
    draftBills: ['booking: JOURNAL DRAFT, 860 -120.00 NONE + 870 120.00 NONE'],
    transactions: ['booking: TRANSFER 095 to 092, 120.00'],
  },
  'external_reimbursement, reimbursement_to_company': {
    bills: ['booking: JOURNAL POSTED, 860 -120.00 NONE + 870 120.00 NONE'],
    draftBills: ['booking: JOURNAL DRAFT, 860 -120.00 NONE + 870 120.00 NONE'],
    transactions: ['booking: TRANSFER 095 to 092, 120.00'],
  },
  invoice: {
    bills: [`booking: ACCPAY AUTHORISED with ${ACME}, 404 120.00 INPUT2`],
    draftBills: [`booking: ACCPAY DRAFT with ${ACME}, 404 120.00 INPUT2`],
  },
  invoice_payment: {
    bills: [`booking: SPEND-OVERPAYMENT 090 with ${ACME}, 120.00`],
  },
  'invoice_payment, invoice_payment_sent': {
    settles: [BILL],
    bills: ['booking: PAYMENT 090 of bill id-of-bill, 120.00'],
  },
  'invoice_payment, invoice_payment_returned': {
    settles: [BILL],
    bills: [`booking: RECEIVE-OVERPAYMENT 090 with ${ACME}, 120.00`],
  },
  wallet_topup: {
    bills: ['booking: TRANSFER 092 to 090, 120.00'],
  },
  wallet_unload: {
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

function plannedFor(item: Partial<ExportItem>, settles: readonly SettledInvoice[], books: keyof typeof BOOKS) {
  const entry = { ...entryOf(sampleItem(item), BOOKS[books]), settles };
  const problems = xeroRules(FACTS, connection()).flatMap((rule) => rule.validate(entry));
  expect(problems).toEqual([]);
  return planXeroEntry(entry, FACTS, connection()).documents.map(inShort);
}

describe('every type of item has its record', () => {
  for (const books of [
    'bills, final',
    'bills, draft',
    'bank transactions, final',
    'bank transactions, draft',
  ] as const) {
    test.each(itemsOfEveryKind(costLine(12_000)))(`$kind (${books})`, ({ kind, item }) => {
      const row: Row = ROWS[kind];
      expect(plannedFor(item, row.settles ?? [], books)).toEqual(expected(row, books));
    });
  }
});

test.each([
  ['bills, final', 'booking: PAYMENT 090 of bill id-of-bill, 120.00'],
  ['bank transactions, final', 'booking: TRANSFER 090 to 095, 120.00'],
] as const)('the reimbursement of an expense in the books has its record (%s)', (books, record) => {
  expect(plannedFor({ type: 'direct_reimbursement', lines: [] }, [BILL], books)).toEqual([record]);
});
