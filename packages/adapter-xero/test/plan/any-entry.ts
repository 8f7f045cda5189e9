import {
  bookExportItem,
  EXPORT_ITEM_TYPES,
  money,
  type AccountingEntry,
  type ExportItem,
  type ExportItemLine,
  type SettledInvoice,
} from '@ledgerferry/core';
import fc from 'fast-check';
import type { XeroConnection } from '../../src/xero-connection.js';
import { connection, settings } from './sample-books.js';
import { costLine, includedTax, inEuro, sampleItem } from './sample-item.js';

/** An entry, and the settings it is booked under. */
export interface AnyCase {
  readonly entry: AccountingEntry;
  readonly connection: XeroConnection;
}

const kind = fc.oneof(
  fc.constantFrom(...EXPORT_ITEM_TYPES).map((type) => ({ type, subType: null })),
  fc.constantFrom(
    { type: 'direct_reimbursement', subType: 'reimbursement_to_company' },
    { type: 'external_reimbursement', subType: 'reimbursement_to_employee_refund' },
    { type: 'invoice_payment', subType: 'invoice_payment_returned' },
  ),
);

/** Now and then what hardly fits. */
function mostly(usual: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const ordinaryTax = fc.record({
  type: fc.constantFrom('inclusive', 'exclusive'),
  code: mostly('INPUT2', 'RRINPUT', 'REVERSECHARGES', 'NONE'),
  slip: fc.constantFrom(0, 0, 0, -1, 1, 2, -500),
});
const reverseTax = fc.constant({ type: 'reverse', code: 'REVERSECHARGES', slip: 0 });
const tax = fc.oneof({ weight: 4, arbitrary: ordinaryTax }, { weight: 1, arbitrary: reverseTax });

const line = fc
  .record({
    gross: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) },
    ),
    tax: fc.option(tax),
    code: fc.oneof(fc.constantFrom('404', '445', '610'), mostly('404', '096', '499')),
    tagged: fc.boolean(),
  })
  .map(costLineOf);

const blueprint = fc.record({
  kind,
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  bookkeepingMethod: fc.constantFrom('accounts_payable', 'journal', null),
  supplier: fc.constantFrom('ACME Cloud', 'Nordic Paper', null),
  user: fc.constantFrom('Mia Holm', 'Ove Dahl', null),
  outOfPocket: fc.constantFrom('860', '095'),
  contra: fc.constantFrom('092', '850'),
  reimbursementContra: fc.constantFrom('870', '880', '092'),
  posting: fc.constantFrom('draft' as const, 'final' as const),
  taxDifference: fc.constantFrom('split-line' as const, 'bill' as const),
  settledShares: fc.array(fc.option(fc.integer({ min: 1, max: 100 })), { maxLength: 3 }),
});

/** Whatever Pleo sends that core can book, under any settings. Most of it passes the rules. */
export const anyCase: fc.Arbitrary<AnyCase> = blueprint
  .map((drawn) => {
    const { outOfPocket, contra, reimbursementContra, posting } = drawn;
    const bookkeeping = settings({ outOfPocket, contra, reimbursementContra }, posting);
    const booked = bookExportItem(itemOf(drawn), bookkeeping, { today: '2026-03-20', closedThrough: null });
    if (!('entry' in booked)) return null;
    const { entry } = booked;
    const settles =
      entry.kind === 'payment' || entry.kind === 'adjustment' ? settledBy(entry, drawn.settledShares) : [];
    return { entry: { ...entry, settles }, connection: connection({ taxDifference: drawn.taxDifference }) };
  })
  .filter((made) => made !== null);

type Blueprint = typeof blueprint extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function itemOf({ kind: { type, subType }, lines, bookkeepingMethod, supplier, user }: Blueprint): ExportItem {
  const total = lines.reduce((sum, { lineAmount }) => sum + lineAmount.inWalletCurrency.minorUnits, 0);
  const { supplier: like, user: person } = sampleItem();
  return sampleItem({
    type,
    subType,
    amount: inEuro(total),
    lines,
    bookkeepingMethod,
    supplier: like && supplier !== null ? { ...like, name: supplier } : null,
    user: person && user !== null ? { ...person, name: user } : null,
  });
}

interface DrawnLine {
  readonly gross: number;
  readonly tax: { readonly type: string; readonly code: string; readonly slip: number } | null;
  readonly code: string;
  readonly tagged: boolean;
}

/** The tax is a sixth of the price, give or take. */
function costLineOf({ gross, tax: drawn, code, tagged }: DrawnLine): ExportItemLine {
  const amount = Math.min(gross, Math.max(0, Math.floor(gross / 6) + (drawn?.slip ?? 0)));
  return costLine(gross, {
    account: {
      id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01',
      name: 'A category',
      code,
      identifier: code === '096' ? 'id-096' : null,
    },
    netAmount: inEuro(drawn?.type === 'exclusive' ? gross - amount : gross),
    tax: drawn && { ...includedTax(amount, drawn.code), type: drawn.type },
    tags: tagged ? [{ id: '5a1c', groupCode: 'Department', code: 'Sales' }] : [],
  });
}

/** Bills of which each gets a share of the payment, in per cent; the last one the rest. */
function settledBy({ amount }: AccountingEntry, shares: Blueprint['settledShares']): readonly SettledInvoice[] {
  return shares.map((share, place) => ({
    accountingEntryId: `bill-${place}`,
    documentKey: `bill-${place}/booking`,
    externalId: place % 2 === 0 ? `id-of-bill-${place}` : null,
    amount: share === null ? null : money('EUR', Math.ceil((amount.minorUnits * share) / 100), 2),
  }));
}
