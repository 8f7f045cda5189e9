import {
  bookExportItem,
  EXPORT_ITEM_TYPES,
  money,
  type AccountingEntry,
  type BookkeepingSettings,
  type ExportItem,
  type ExportItemLine,
  type SettledInvoice,
} from '@ledgerferry/core';
import fc from 'fast-check';
import { buildAmounts, buildExportItem } from '../build-export-item.js';

/** What differs from one accounting system to another in the entries that are drawn. */
export interface EntryChoices {
  /** Lines in euro, with the system's accounts, tax codes and tags. */
  readonly line: fc.Arbitrary<ExportItemLine>;
  /** Names of suppliers; null for none. */
  readonly supplier: fc.Arbitrary<string | null>;
  readonly settings: fc.Arbitrary<BookkeepingSettings>;
}

/** Now and then what hardly fits. */
export function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

/** Minor units of a line: up to 50,000.00 euro, now and then nothing. */
export const anyLineAmount: fc.Arbitrary<number> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) },
);

/** What Pleo sends of every type, as core books it. Payments and reimbursements settle up to three bills, whose amounts are not always known. */
export function anyEntry({ line, supplier, settings }: EntryChoices): fc.Arbitrary<AccountingEntry> {
  return fc
    .record({ ...COMMON, lines: fc.array(line, { minLength: 1, maxLength: 4 }), supplier, settings })
    .map(({ settings: bookkeeping, settledShares, ...drawn }) => {
      const booked = bookExportItem(itemOf(drawn), bookkeeping, { today: '2026-03-20', closedThrough: null });
      if (!('entry' in booked)) return null;
      const { entry } = booked;
      const settlesBills = entry.kind === 'payment' || entry.kind === 'adjustment';
      return { ...entry, settles: settlesBills ? settledBy(entry, settledShares) : [] };
    })
    .filter((entry) => entry !== null);
}

const COMMON = {
  kind: fc.oneof(
    fc.constantFrom(...EXPORT_ITEM_TYPES).map((type) => ({ type, subType: null })),
    fc.constantFrom(
      { type: 'direct_reimbursement', subType: 'reimbursement_to_company' },
      { type: 'external_reimbursement', subType: 'reimbursement_to_employee_refund' },
      { type: 'invoice_payment', subType: 'invoice_payment_returned' },
    ),
    fc.constantFrom('card_purchase', 'invoice', 'invoice_payment', 'refund').map((type) => ({ type, subType: null })),
  ),
  bookkeepingMethod: fc.constantFrom('accounts_payable', 'accounts_payable', 'journal', null),
  user: fc.constantFrom('Mia Holm', 'Ove Dahl', null),
  settledShares: fc.array(fc.option(fc.integer({ min: 30, max: 100 })), { maxLength: 3 }),
};

interface DrawnItem {
  readonly kind: { readonly type: string; readonly subType: string | null };
  readonly lines: readonly ExportItemLine[];
  readonly bookkeepingMethod: string | null;
  readonly supplier: string | null;
  readonly user: string | null;
}

function itemOf({ kind, lines, bookkeepingMethod, supplier, user }: DrawnItem): ExportItem {
  const total = lines.reduce((sum, { lineAmount }) => sum + lineAmount.inWalletCurrency.minorUnits, 0);
  const like = buildExportItem(0);
  return buildExportItem(0, {
    ...kind,
    accountingEntryId: 'entry-1',
    amount: buildAmounts(total, 'EUR'),
    lines,
    bookkeepingMethod,
    supplier: like.supplier && supplier !== null ? { ...like.supplier, name: supplier } : null,
    user: like.user && user !== null ? { ...like.user, name: user } : null,
  });
}

/** Bills of which each gets a share of the payment, in per cent; one whose amount is not known the rest. */
function settledBy({ amount }: AccountingEntry, shares: readonly (number | null)[]): readonly SettledInvoice[] {
  return shares.map((share, place) => ({
    accountingEntryId: `bill-${place}`,
    documentKey: `bill-${place}/booking`,
    externalId: place % 2 === 0 ? `${9_000 + place}` : null,
    amount: share === null ? null : money('EUR', shareOf(amount.minorUnits, share), 2),
  }));
}

/** So many per cent, rounded up; in integers alone. */
function shareOf(minorUnits: number, share: number): number {
  const hundredfold = minorUnits * share + 99;
  return (hundredfold - (hundredfold % 100)) / 100;
}
