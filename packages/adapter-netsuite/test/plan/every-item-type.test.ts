import { EXPORT_ITEM_TYPES, money, type ExportItem, type SettledInvoice } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { inShort } from './in-short.js';
import { connection, entryOf, FACTS, settings } from './sample-books.js';
import { costLine, sampleItem } from './sample-item.js';

interface Row {
  readonly item: Partial<ExportItem>;
  readonly settles?: readonly SettledInvoice[];
  /** With `payables: journal`. */
  readonly journals: readonly string[];
  /** With `payables: vendor-bill`, where that differs. */
  readonly bills?: readonly string[];
  /** What a bill that is paid at once becomes as a draft: approved all the same. */
  readonly draftBills?: readonly string[];
}

const BILL: SettledInvoice = {
  accountingEntryId: 'bill',
  documentKey: 'bill/booking',
  externalId: '9001',
  amount: money('EUR', 12_000, 2),
};
const NO_TAX = { lines: [costLine(12_000)] };
const BALANCE = { lines: [] };
const PAYABLE = { bookkeepingMethod: 'accounts_payable' };

// 201 is the vendor ACME Cloud, 301 the employee Mia Holm
const COST = 'debit 3620 100.00 of 201, debit 66100 20.00 of 201';
const COST_BACK = 'credit 3620 100.00 of 201, credit 66100 20.00 of 201';
const SPENT = [`booking: JOURNAL approved, ${COST}, credit 55010 120.00 of 201`];
const GOT_BACK = [`booking: JOURNAL approved, ${COST_BACK}, debit 55010 120.00 of 201`];
const SPENT_BY_MIA = [`booking: JOURNAL approved, ${COST}, credit 63040 120.00 of 301`];
const OWED = `booking: JOURNAL approved, ${COST}, credit 63000 120.00 of 201`;
const OWED_AND_PAID = [OWED, 'payment: JOURNAL approved, debit 63000 120.00 of 201, credit 55010 120.00 of 201'];
const CREDITED_AND_PAID = [
  `booking: JOURNAL approved, ${COST_BACK}, debit 63000 120.00 of 201`,
  'payment: JOURNAL approved, credit 63000 120.00 of 201, debit 55010 120.00 of 201',
];
const BILLED = 'booking: BILL approved of 201 on 63000, 3620 100.00, 66100 20.00';
const BILLED_AND_PAID = [BILLED, 'payment: PAYMENT of 201 from 55010 on 63000, entry-1/booking 120.00'];
const CREDIT_AND_REFUND = [
  'booking: CREDIT of 201 on 63000, 3620 100.00, 66100 20.00',
  'payment: JOURNAL approved, credit 63000 120.00 of 201, debit 55010 120.00 of 201',
];
const PAID_ON_ACCOUNT = ['booking: JOURNAL approved, debit 63000 120.00 of 201, credit 55010 120.00 of 201'];
const PAID_BACK = ['booking: JOURNAL approved, credit 63000 120.00 of 201, debit 55010 120.00 of 201'];
const REIMBURSED = ['booking: JOURNAL approved, debit 63040 120.00 of 301, credit 55010 120.00 of 201'];
const RETURNED = ['booking: JOURNAL approved, credit 63040 120.00 of 301, debit 55010 120.00 of 201'];
const REIMBURSED_OUTSIDE = ['booking: JOURNAL approved, debit 63040 120.00 of 301, credit 63060 120.00 of 201'];
const RETURNED_OUTSIDE = ['booking: JOURNAL approved, credit 63040 120.00 of 301, debit 63060 120.00 of 201'];

const ROWS: Readonly<Record<string, Row>> = {
  card_purchase: { item: { type: 'card_purchase' }, journals: SPENT },
  'card_purchase, payable': {
    item: { type: 'card_purchase', ...PAYABLE },
    journals: OWED_AND_PAID,
    bills: BILLED_AND_PAID,
    draftBills: BILLED_AND_PAID,
  },
  card_invoice: { item: { type: 'card_invoice' }, journals: SPENT },
  'card_invoice, payable': {
    item: { type: 'card_invoice', ...PAYABLE },
    journals: OWED_AND_PAID,
    bills: BILLED_AND_PAID,
    draftBills: BILLED_AND_PAID,
  },
  refund: { item: { type: 'refund' }, journals: GOT_BACK },
  'refund, payable': {
    item: { type: 'refund', ...PAYABLE },
    journals: CREDITED_AND_PAID,
    bills: CREDIT_AND_REFUND,
  },
  chargeback: { item: { type: 'chargeback' }, journals: GOT_BACK },
  'chargeback, payable': {
    item: { type: 'chargeback', ...PAYABLE },
    journals: CREDITED_AND_PAID,
    bills: CREDIT_AND_REFUND,
  },
  cashback: { item: { type: 'cashback' }, journals: GOT_BACK },
  fee: { item: { type: 'fee' }, journals: SPENT },
  'fee, interest': { item: { type: 'fee', subType: 'interest' }, journals: SPENT },
  atm_withdrawal: { item: { type: 'atm_withdrawal' }, journals: SPENT },
  'atm_withdrawal without a category': {
    item: { type: 'atm_withdrawal', lines: [costLine(12_000, { account: null })] },
    journals: ['booking: JOURNAL approved, debit 63050 120.00 of 301, credit 55010 120.00 of 201'],
  },
  personal_spend: {
    item: { type: 'personal_spend', ...NO_TAX },
    journals: ['booking: JOURNAL approved, debit 3620 120.00 of 201, credit 55010 120.00 of 201'],
  },
  'personal_spend without a category': {
    item: { type: 'personal_spend', lines: [costLine(12_000, { account: null })] },
    journals: REIMBURSED,
  },
  out_of_pocket: { item: { type: 'out_of_pocket' }, journals: SPENT_BY_MIA },
  'out_of_pocket, payable': {
    item: { type: 'out_of_pocket', ...PAYABLE },
    journals: [OWED, 'payment: JOURNAL approved, debit 63000 120.00 of 201, credit 63040 120.00 of 301'],
    bills: [BILLED, 'payment: JOURNAL approved, debit 63000 120.00 of 201, credit 63040 120.00 of 301'],
  },
  mileage: { item: { type: 'mileage' }, journals: SPENT_BY_MIA },
  per_diem: { item: { type: 'per_diem' }, journals: SPENT_BY_MIA },
  direct_reimbursement: { item: { type: 'direct_reimbursement', ...BALANCE }, journals: REIMBURSED },
  'direct_reimbursement, reimbursement_to_employee': {
    item: { type: 'direct_reimbursement', subType: 'reimbursement_to_employee', ...BALANCE },
    journals: REIMBURSED,
  },
  'direct_reimbursement, reimbursement_to_employee_refund': {
    item: { type: 'direct_reimbursement', subType: 'reimbursement_to_employee_refund', ...BALANCE },
    journals: RETURNED,
  },
  'direct_reimbursement, reimbursement_to_company': {
    item: { type: 'direct_reimbursement', subType: 'reimbursement_to_company', ...BALANCE },
    journals: RETURNED,
  },
  external_reimbursement: { item: { type: 'external_reimbursement', ...BALANCE }, journals: REIMBURSED_OUTSIDE },
  'external_reimbursement, reimbursement_to_employee': {
    item: { type: 'external_reimbursement', subType: 'reimbursement_to_employee', ...BALANCE },
    journals: REIMBURSED_OUTSIDE,
  },
  'external_reimbursement, reimbursement_to_employee_refund': {
    item: { type: 'external_reimbursement', subType: 'reimbursement_to_employee_refund', ...BALANCE },
    journals: RETURNED_OUTSIDE,
  },
  'external_reimbursement, reimbursement_to_company': {
    item: { type: 'external_reimbursement', subType: 'reimbursement_to_company', ...BALANCE },
    journals: RETURNED_OUTSIDE,
  },
  invoice: { item: { type: 'invoice' }, journals: [OWED], bills: [BILLED] },
  'invoice_payment on account': {
    item: { type: 'invoice_payment', ...BALANCE },
    journals: PAID_ON_ACCOUNT,
  },
  'invoice_payment, invoice_payment_sent': {
    item: { type: 'invoice_payment', subType: 'invoice_payment_sent', ...BALANCE },
    settles: [BILL],
    journals: PAID_ON_ACCOUNT,
    bills: ['booking: PAYMENT of 201 from 55010 on 63000, 9001 120.00'],
  },
  'invoice_payment, invoice_payment_returned': {
    item: { type: 'invoice_payment', subType: 'invoice_payment_returned', ...BALANCE },
    settles: [BILL],
    journals: PAID_BACK,
  },
  wallet_topup: {
    item: { type: 'wallet_topup', ...BALANCE },
    journals: ['booking: JOURNAL approved, credit 55990 120.00 of 201, debit 55010 120.00 of 201'],
  },
  wallet_unload: {
    item: { type: 'wallet_unload', ...BALANCE },
    journals: ['booking: JOURNAL approved, debit 55990 120.00 of 201, credit 55010 120.00 of 201'],
  },
};

function expected({ journals, bills = journals, draftBills }: Row, payables: string, posting: string) {
  const documents = payables === 'journal' ? journals : bills;
  if (posting === 'final') return documents;
  if (payables === 'vendor-bill' && draftBills) return draftBills;
  return documents.map((document) => document.replace(' approved', ' pending'));
}

test('the table has a row of every type', () => {
  expect(new Set(Object.values(ROWS).map(({ item }) => item.type))).toEqual(new Set(EXPORT_ITEM_TYPES));
});

describe('every type of item has its record', () => {
  for (const payables of ['journal', 'vendor-bill'] as const) {
    for (const posting of ['final', 'draft'] as const) {
      test.each(Object.keys(ROWS))(`%s (payables: ${payables}, posting: ${posting})`, (name) => {
        const row = ROWS[name];
        if (!row) throw new Error(`there is no row ${name}`);
        const entry = { ...entryOf(sampleItem(row.item), settings({}, posting)), settles: row.settles ?? [] };

        const problems = netsuiteRules(FACTS, connection({ payables })).flatMap((rule) => rule.validate(entry));
        expect(problems).toEqual([]);
        const { documents } = planNetsuiteEntry(entry, FACTS, connection({ payables }));
        expect(documents.map(inShort)).toEqual(expected(row, payables, posting));
      });
    }
  }
});
