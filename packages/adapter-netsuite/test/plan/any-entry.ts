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
import type { NetsuiteConnection } from '../../src/netsuite-connection.js';
import type { NetsuiteFacts, NetsuiteRecordName } from '../../src/reference-data/netsuite-facts.js';
import { connection, FACTS, settings, showing, SUITE_TAX } from './sample-books.js';
import { costLine, includedTax, inEuro, sampleItem } from './sample-item.js';

/** An entry, and what it is booked under. */
export interface AnyCase {
  readonly entry: AccountingEntry;
  readonly facts: NetsuiteFacts;
  readonly connection: NetsuiteConnection;
}

const kind = fc.oneof(
  fc.constantFrom(...EXPORT_ITEM_TYPES).map((type) => ({ type, subType: null })),
  fc.constantFrom(
    { type: 'direct_reimbursement', subType: 'reimbursement_to_company' },
    { type: 'external_reimbursement', subType: 'reimbursement_to_employee_refund' },
    { type: 'invoice_payment', subType: 'invoice_payment_returned' },
  ),
  fc.constantFrom('card_purchase', 'invoice', 'invoice_payment', 'refund').map((type) => ({ type, subType: null })),
);

/** Now and then what hardly fits. */
function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const tax = fc.record({
  type: fc.constantFrom('inclusive', 'inclusive', 'exclusive', 'reverse'),
  code: mostly<string | null>('I20', null, 'OLD'),
  sixths: fc.constantFrom(0, 1, 1, 1, 6),
  ingoingTaxAccount: fc.constantFrom('66100', null),
  outgoingTaxAccount: fc.constantFrom('66200', null),
});

const line = fc
  .record({
    gross: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 5_000_000 }) },
    ),
    tax: fc.option(tax),
    code: fc.oneof(fc.constantFrom('3620', '2770'), mostly('3620', '2999', '3999')),
    tag: fc.option(
      fc.constantFrom(
        { groupCode: 'Department', code: 'Sales' },
        { groupCode: 'cseg_project', code: 'Apollo' },
        { groupCode: 'Location', code: '42' },
      ),
    ),
  })
  .map(costLineOf);

const HIDEABLE = ['memo', 'postingPeriod', 'department', 'entity', 'class', 'approved', 'approvalStatus', 'amount'];

const blueprint = fc.record({
  kind,
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  bookkeepingMethod: fc.constantFrom('accounts_payable', 'accounts_payable', 'journal', null),
  supplier: fc.oneof(mostly<string | null>('ACME Cloud', 'Twin', null), fc.constant('ACME Cloud Inc.')),
  user: fc.constantFrom('Mia Holm', 'Ove Dahl', null),
  wallet: mostly('55010', '55990', '55020'),
  posting: fc.constantFrom('draft' as const, 'final' as const),
  payables: fc.constantFrom('journal' as const, 'vendor-bill' as const, 'vendor-bill' as const),
  taxAccount: fc.constantFrom('66200', undefined),
  linkField: fc.constantFrom('custbody_pleo_link', 'custbody_unknown', undefined),
  settledShares: fc.array(fc.option(fc.integer({ min: 30, max: 100 })), { maxLength: 3 }),
  facts: fc.constantFrom(FACTS, SUITE_TAX),
  hidden: mostly<readonly string[]>([], ...HIDEABLE.map((name) => [name])),
});

type Blueprint = typeof blueprint extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Whatever Pleo sends that core can book, under any settings, in accounts that show more or less. Most of it passes the rules. */
export const anyCase: fc.Arbitrary<AnyCase> = blueprint
  .map((drawn) => {
    const { wallet, posting, payables, taxAccount, linkField } = drawn;
    const days = { today: '2026-03-20', closedThrough: null };
    const booked = bookExportItem(itemOf(drawn), settings({ wallet }, posting), days);
    if (!('entry' in booked)) return null;
    const { entry } = booked;
    const settles = entry.kind === 'payment' ? settledBy(entry, drawn.settledShares) : [];
    return {
      entry: { ...entry, settles },
      facts: hiding(drawn.facts, drawn.hidden),
      connection: connection({ payables, taxAccount, linkField }),
    };
  })
  .filter((made) => made !== null);

function hiding(facts: NetsuiteFacts, less: readonly string[]): NetsuiteFacts {
  const records: readonly NetsuiteRecordName[] = ['journalEntry', 'vendorBill', 'vendorCredit', 'vendorPayment'];
  return records.reduce((shown, record) => showing(record, { less }, shown), facts);
}

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
  readonly tax: (typeof tax extends fc.Arbitrary<infer Drawn> ? Drawn : never) | null;
  readonly code: string;
  readonly tag: { readonly groupCode: string; readonly code: string } | null;
}

/** The tax is so many sixths of the price, rounded down. */
function costLineOf({ gross, tax: drawn, code, tag }: DrawnLine): ExportItemLine {
  const { sixths = 0, ...ofTax } = drawn ?? {};
  const amount = Math.floor((gross * sixths) / 6);
  return costLine(gross, {
    account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'A category', code, identifier: null },
    netAmount: inEuro(drawn?.type === 'exclusive' ? gross - amount : gross),
    tax: drawn && includedTax(amount, ofTax),
    tags: tag ? [{ id: '5a1c', ...tag }] : [],
  });
}

/** Bills of which each gets a share of the payment, in per cent; the last one the rest. */
function settledBy({ amount }: AccountingEntry, shares: Blueprint['settledShares']): readonly SettledInvoice[] {
  return shares.map((share, place) => ({
    accountingEntryId: `bill-${place}`,
    documentKey: `bill-${place}/booking`,
    externalId: place % 2 === 0 ? `${9_000 + place}` : null,
    amount: share === null ? null : money('EUR', Math.ceil((amount.minorUnits * share) / 100), 2),
  }));
}
