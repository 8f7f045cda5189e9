import type { ExportItem, ExportItemLine } from '@ledgerferry/core';

const KINDS = [
  'card_purchase',
  'card_purchase, payable',
  'card_invoice',
  'card_invoice, payable',
  'out_of_pocket',
  'out_of_pocket, payable',
  'mileage',
  'per_diem',
  'external_reimbursement',
  'external_reimbursement, reimbursement_to_employee',
  'external_reimbursement, reimbursement_to_employee_refund',
  'external_reimbursement, reimbursement_to_company',
  'direct_reimbursement',
  'direct_reimbursement, reimbursement_to_employee',
  'direct_reimbursement, reimbursement_to_employee_refund',
  'direct_reimbursement, reimbursement_to_company',
  'invoice',
  'invoice_payment',
  'invoice_payment, invoice_payment_sent',
  'invoice_payment, invoice_payment_returned',
  'chargeback',
  'chargeback, payable',
  'refund',
  'refund, payable',
  'cashback',
  'atm_withdrawal',
  'atm_withdrawal without category',
  'wallet_topup',
  'wallet_unload',
  'personal_spend',
  'personal_spend without category',
  'fee',
  'fee, interest',
] as const;

/** An item's type; then what it goes through, its subtype, or what it lacks. */
export type KindOfItem = (typeof KINDS)[number];

/** Items of these types have no lines in Pleo. */
const WITHOUT_LINES = /reimbursement|invoice_payment|wallet/;
/** Items of these types come from Pleo itself: nobody spent anything. */
const OF_PLEO_ITSELF = /^(fee|cashback)/;

/** What an item of a kind differs in from one that is built. */
export interface ItemOfKind {
  readonly kind: KindOfItem;
  readonly item: Partial<ExportItem>;
}

/**
 * An item of every kind: every type and subtype of core's accounts mapping, with and without accounts payable. `untaxed` is a line that
 * stands for all of it. With a table of what an adapter makes of each, `Record<KindOfItem, …>`, none can be forgotten.
 */
export function itemsOfEveryKind(untaxed: ExportItemLine): readonly ItemOfKind[] {
  return KINDS.map((kind) => ({ kind, item: itemOf(kind, untaxed) }));
}

function itemOf(kind: KindOfItem, untaxed: ExportItemLine): Partial<ExportItem> {
  const [, type = '', rest = ''] = /^(\w+)(?:, (\w+))?/.exec(kind) ?? [];
  return {
    type,
    ...(rest === 'payable' ? { bookkeepingMethod: 'accounts_payable' } : {}),
    ...(rest !== '' && rest !== 'payable' ? { subType: rest } : {}),
    ...(OF_PLEO_ITSELF.test(type) ? { supplier: null, user: null, lines: [untaxed] } : {}),
    ...(type === 'atm_withdrawal' ? { supplier: null } : {}),
    ...(type === 'personal_spend' ? { lines: [untaxed] } : {}),
    ...(kind.endsWith('without category') ? { lines: [{ ...untaxed, account: null }] } : {}),
    ...(WITHOUT_LINES.test(type) ? { lines: [] } : {}),
  };
}
