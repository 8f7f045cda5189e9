import type { AccountingEntryKind } from '../model/accounting-entry.js';
import type { ExportItem, ExportItemType } from '../model/export-item.js';
import type { AccountPurpose } from './configured-account.js';
import { entryLabel } from './entry-description.js';
import { problem } from './problems.js';
import { refused, resolved, type Resolution } from './resolution.js';

/** Where the accounts of an item's lines come from: their category, with or without a fallback, or one balance account. */
type LineAccounts =
  | { readonly from: 'category'; readonly otherwise: AccountPurpose | null }
  | { readonly from: 'balance'; readonly account: AccountPurpose };

/** How items of one type and subtype are booked. */
export interface AccountsMapping {
  readonly kind: AccountingEntryKind;
  /** `out`: lines are debited, the settlement credited; `in`: the other way round. */
  readonly direction: 'in' | 'out';
  readonly lines: LineAccounts;
  readonly settlement: AccountPurpose;
  /** Whether the method `accounts_payable` books it as an invoice and a payment. */
  readonly throughPayable: boolean;
}

/** The mapping of a type without subtype, and of each subtype it knows. */
export interface TypeMapping {
  readonly standard: AccountsMapping;
  readonly subTypes: Readonly<Record<string, AccountsMapping>>;
}

const CATEGORY: LineAccounts = { from: 'category', otherwise: null };

const cardSpend = mapping('money-out', 'out', CATEGORY, 'wallet');
const ownSpend = mapping('money-out', 'out', CATEGORY, 'outOfPocket');
const moneyBack = mapping('money-in', 'in', CATEGORY, 'wallet');
const withdrawal = mapping('money-out', 'out', { from: 'category', otherwise: 'employeeReceivable' }, 'wallet');
const personal = mapping('money-out', 'out', { from: 'category', otherwise: 'outOfPocket' }, 'wallet');
const bill = mapping('bill', 'out', CATEGORY, 'payable');
const paymentSent = mapping('payment', 'out', balance('payable'), 'wallet');
const paymentReturned = mapping('payment', 'in', balance('payable'), 'wallet');
const reimbursedFromWallet = mapping('adjustment', 'out', balance('outOfPocket'), 'wallet');
const returnedToWallet = mapping('adjustment', 'in', balance('outOfPocket'), 'wallet');
const reimbursedOutside = mapping('adjustment', 'out', balance('outOfPocket'), 'reimbursementContra');
const returnedOutside = mapping('adjustment', 'in', balance('outOfPocket'), 'reimbursementContra');
const topUp = mapping('transfer', 'in', balance('contra'), 'wallet');
const unload = mapping('transfer', 'out', balance('contra'), 'wallet');

/**
 * The accounts mapping of every item type. Pleo publishes no complete table: the rows follow its definitions of the types and need
 * an accountant's eye.
 *
 * Source: Pleo, Accounts mapping; Bookkeeping method resolution; Multi-currency configuration.
 */
export const ACCOUNTS_MAPPING: Readonly<Record<ExportItemType, TypeMapping>> = {
  card_purchase: { standard: throughPayable(cardSpend), subTypes: {} },
  card_invoice: { standard: throughPayable(cardSpend), subTypes: {} },
  out_of_pocket: { standard: throughPayable(ownSpend), subTypes: {} },
  mileage: { standard: ownSpend, subTypes: {} },
  per_diem: { standard: ownSpend, subTypes: {} },
  external_reimbursement: {
    standard: reimbursedOutside,
    subTypes: {
      reimbursement_to_employee: reimbursedOutside,
      reimbursement_to_employee_refund: returnedOutside,
      reimbursement_to_company: returnedOutside,
    },
  },
  direct_reimbursement: {
    standard: reimbursedFromWallet,
    subTypes: {
      reimbursement_to_employee: reimbursedFromWallet,
      reimbursement_to_employee_refund: returnedToWallet,
      reimbursement_to_company: returnedToWallet,
    },
  },
  invoice: { standard: bill, subTypes: {} },
  invoice_payment: {
    standard: paymentSent,
    subTypes: { invoice_payment_sent: paymentSent, invoice_payment_returned: paymentReturned },
  },
  chargeback: { standard: throughPayable(moneyBack), subTypes: {} },
  refund: { standard: throughPayable(moneyBack), subTypes: {} },
  cashback: { standard: moneyBack, subTypes: {} },
  atm_withdrawal: { standard: withdrawal, subTypes: {} },
  wallet_topup: { standard: topUp, subTypes: {} },
  wallet_unload: { standard: unload, subTypes: {} },
  personal_spend: { standard: personal, subTypes: {} },
  fee: { standard: cardSpend, subTypes: { interest: cardSpend } },
};

/** The mapping of an item's type and subtype; a type or subtype that the table lacks is refused. */
export function accountsMappingOf(item: ExportItem): Resolution<AccountsMapping> {
  if (!isMappedType(item.type)) return refused(problem('UNKNOWN_ITEM_TYPE', unknownType(item)));
  const { standard, subTypes } = ACCOUNTS_MAPPING[item.type];
  if (item.subType === null) return resolved(standard);
  const known = Object.hasOwn(subTypes, item.subType) ? subTypes[item.subType] : undefined;
  return known ? resolved(known) : refused(problem('UNKNOWN_ITEM_SUBTYPE', unknownSubType(item)));
}

function mapping(
  kind: AccountingEntryKind,
  direction: 'in' | 'out',
  lines: LineAccounts,
  settlement: AccountPurpose,
): AccountsMapping {
  return { kind, direction, lines, settlement, throughPayable: false };
}

function balance(account: AccountPurpose): LineAccounts {
  return { from: 'balance', account };
}

function throughPayable(journal: AccountsMapping): AccountsMapping {
  return { ...journal, throughPayable: true };
}

function isMappedType(type: string): type is ExportItemType {
  return Object.hasOwn(ACCOUNTS_MAPPING, type);
}

function unknownType(item: ExportItem): string {
  return `Pleo calls ${entryLabel(item)} a "${item.type}", which Ledgerferry cannot book yet: book it by hand and tell whoever runs Ledgerferry for you.`;
}

function unknownSubType(item: ExportItem): string {
  return `Pleo calls ${entryLabel(item)} a "${item.type}" of the kind "${item.subType}", which Ledgerferry cannot book yet: book it by hand and tell whoever runs Ledgerferry for you.`;
}
