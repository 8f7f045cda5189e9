import { money, type SettledInvoice } from '@ledgerferry/core';
import { itemsOfEveryKind, type KindOfItem } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { inShort } from './in-short.js';
import { connection, entryOf, FACTS, settings } from './sample-books.js';
import { costLine, sampleItem } from './sample-item.js';

interface Row {
  readonly settles?: readonly SettledInvoice[];
  /** With `payables: journal`. */
  readonly journals: readonly string[];
  /** With `payables: vendor-bill`, where that differs. */
  readonly bills?: readonly string[];
}

const BILL: SettledInvoice = {
  accountingEntryId: 'bill',
  documentKey: 'bill/booking',
  externalId: '9001',
  amount: money('EUR', 12_000, 2),
};

// 201 is the vendor ACME Cloud, 301 the employee Mia Holm
const COST = 'debit 3620 100.00 of 201, debit 66100 20.00 of 201';
const COST_BACK = 'credit 3620 100.00 of 201, credit 66100 20.00 of 201';
const SPENT = [`booking: JOURNAL, ${COST}, credit 55010 120.00 of 201`];
const CHARGED = ['booking: JOURNAL, debit 3620 120.00, credit 55010 120.00'];
const GOT_BACK = [`booking: JOURNAL, ${COST_BACK}, debit 55010 120.00 of 201`];
const SPENT_BY_MIA = [`booking: JOURNAL, ${COST}, credit 63040 120.00 of 301`];
const OWED = `booking: JOURNAL, ${COST}, credit 63000 120.00 of 201`;
const BILLED = 'booking: BILL of 201 on 63000, 3620 100.00, 66100 20.00';
// NetSuite takes payments of approved bills alone
const BILLED_AND_PAID = [
  'booking: BILL approved of 201 on 63000, 3620 100.00, 66100 20.00',
  'payment: PAYMENT of 201 from 55010 on 63000, entry-1/booking 120.00',
];
const PAID_ON_ACCOUNT = ['booking: JOURNAL, debit 63000 120.00 of 201, credit 55010 120.00 of 201'];
const PAID_BACK = ['booking: JOURNAL, credit 63000 120.00 of 201, debit 55010 120.00 of 201'];
const REIMBURSED = ['booking: JOURNAL, debit 63040 120.00 of 301, credit 55010 120.00 of 201'];
const RETURNED = ['booking: JOURNAL, credit 63040 120.00 of 301, debit 55010 120.00 of 201'];
const REIMBURSED_OUTSIDE = ['booking: JOURNAL, debit 63040 120.00 of 301, credit 63060 120.00 of 201'];
const RETURNED_OUTSIDE = ['booking: JOURNAL, credit 63040 120.00 of 301, debit 63060 120.00 of 201'];

const ROWS: Readonly<Record<KindOfItem, Row>> = {
  card_purchase: { journals: SPENT },
  'card_purchase, payable': { journals: SPENT, bills: BILLED_AND_PAID },
  card_invoice: { journals: SPENT },
  'card_invoice, payable': { journals: SPENT, bills: BILLED_AND_PAID },
  refund: { journals: GOT_BACK },
  'refund, payable': { journals: GOT_BACK },
  chargeback: { journals: GOT_BACK },
  'chargeback, payable': { journals: GOT_BACK },
  cashback: { journals: ['booking: JOURNAL, credit 3620 120.00, debit 55010 120.00'] },
  fee: { journals: CHARGED },
  'fee, interest': { journals: CHARGED },
  atm_withdrawal: { journals: SPENT.map((record) => record.replaceAll('201', '301')) },
  'atm_withdrawal without category': {
    journals: ['booking: JOURNAL, debit 63050 120.00 of 301, credit 55010 120.00 of 301'],
  },
  personal_spend: {
    journals: ['booking: JOURNAL, debit 3620 120.00 of 201, credit 55010 120.00 of 201'],
  },
  'personal_spend without category': { journals: REIMBURSED },
  out_of_pocket: { journals: SPENT_BY_MIA },
  'out_of_pocket, payable': { journals: SPENT_BY_MIA },
  mileage: { journals: SPENT_BY_MIA },
  per_diem: { journals: SPENT_BY_MIA },
  direct_reimbursement: { journals: REIMBURSED },
  'direct_reimbursement, reimbursement_to_employee': { journals: REIMBURSED },
  'direct_reimbursement, reimbursement_to_employee_refund': { journals: RETURNED },
  'direct_reimbursement, reimbursement_to_company': { journals: RETURNED },
  external_reimbursement: { journals: REIMBURSED_OUTSIDE },
  'external_reimbursement, reimbursement_to_employee': { journals: REIMBURSED_OUTSIDE },
  'external_reimbursement, reimbursement_to_employee_refund': { journals: RETURNED_OUTSIDE },
  'external_reimbursement, reimbursement_to_company': { journals: RETURNED_OUTSIDE },
  invoice: { journals: [OWED], bills: [BILLED] },
  invoice_payment: { journals: PAID_ON_ACCOUNT },
  'invoice_payment, invoice_payment_sent': {
    settles: [BILL],
    journals: PAID_ON_ACCOUNT,
    bills: ['booking: PAYMENT of 201 from 55010 on 63000, 9001 120.00'],
  },
  'invoice_payment, invoice_payment_returned': {
    settles: [BILL],
    journals: PAID_BACK,
  },
  wallet_topup: {
    journals: ['booking: JOURNAL, credit 55990 120.00 of 201, debit 55010 120.00 of 201'],
  },
  wallet_unload: {
    journals: ['booking: JOURNAL, debit 55990 120.00 of 201, credit 55010 120.00 of 201'],
  },
};

function expected({ journals, bills = journals }: Row, payables: string, posting: string) {
  const documents = payables === 'journal' ? journals : bills;
  return posting === 'final' ? documents : documents.map(asDraft);
}

/** A bill that is paid at once is approved all the same. */
function asDraft(document: string): string {
  return document.replace(/(JOURNAL|BILL)(?! approved)/, '$1 pending');
}

const ITEMS = itemsOfEveryKind(costLine(12_000));

describe('every type of item has its record', () => {
  for (const payables of ['journal', 'vendor-bill'] as const) {
    for (const posting of ['final', 'draft'] as const) {
      test.each(ITEMS)(`$kind (payables: ${payables}, posting: ${posting})`, ({ kind, item }) => {
        const row = ROWS[kind];
        const entry = { ...entryOf(sampleItem(item), settings({}, posting)), settles: row.settles ?? [] };

        const problems = netsuiteRules(FACTS, connection({ payables })).flatMap((rule) => rule.validate(entry));
        expect(problems).toEqual([]);
        const { documents } = planNetsuiteEntry(entry, FACTS, connection({ payables }));
        expect(documents.map(inShort)).toEqual(expected(row, payables, posting));
      });
    }
  }
});
