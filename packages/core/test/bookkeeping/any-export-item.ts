import fc from 'fast-check';
import { currencyExponent } from '../../src/model/currency.js';
import {
  EXPORT_ITEM_TYPES,
  type Amounts,
  type ExportItem,
  type ExportItemLine,
  type PleoTax,
} from '../../src/model/export-item.js';
import { money } from '../../src/model/money.js';
import { sampleItem } from './sample-item.js';

/** Now and then something that must be refused. */
function mostly<Value>(sound: fc.Arbitrary<Value>, faulty: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 30, arbitrary: sound }, { weight: 1, arbitrary: faulty });
}

const currency = fc.constantFrom('DKK', 'EUR', 'JPY', 'BHD');

const kind = mostly<{ type: string; subType: string | null }>(
  fc.oneof(
    fc.constantFrom(...EXPORT_ITEM_TYPES).map((type) => ({ type, subType: null })),
    fc.constantFrom(
      { type: 'direct_reimbursement', subType: 'reimbursement_to_company' },
      { type: 'external_reimbursement', subType: 'reimbursement_to_employee_refund' },
      { type: 'invoice_payment', subType: 'invoice_payment_returned' },
      { type: 'fee', subType: 'interest' },
    ),
  ),
  fc.constantFrom({ type: 'overdraft', subType: null }, { type: 'refund', subType: 'interest' }),
);

const tax = fc.record({
  type: mostly(fc.constantFrom('inclusive', 'exclusive', 'reverse'), fc.constant('odd')),
  percent: mostly(fc.integer({ min: 0, max: 100 }), fc.constant(110)),
  ingoingTaxAccount: fc.constantFrom('66100', null),
  outgoingTaxAccount: fc.constantFrom('66200', null),
});

const line = fc.record({
  wallet: mostly(fc.integer({ min: 0, max: 10_000_000 }), fc.oneof(fc.maxSafeNat(), fc.constant(-100))),
  supplier: fc.integer({ min: 0, max: 10_000_000 }),
  account: mostly<string | null>(fc.constantFrom('3620', '3655'), fc.constant(null)),
  tax: fc.option(tax),
});

const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) });

const blueprint = fc.record({
  kind,
  bookkeepingMethod: mostly(fc.constantFrom('accounts_payable', 'journal', 'none', null), fc.constant('cash')),
  date: mostly(
    moment.map((date) => date.toISOString()),
    fc.string(),
  ),
  lines: mostly(fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(line, { maxLength: 0 })),
  slip: mostly(fc.constant(0), fc.constantFrom(1, -1)),
  walletCurrency: currency,
  supplierCurrency: currency,
  hasContraAccount: fc.boolean(),
  note: fc.option(fc.string({ unit: 'binary' })),
  hasSupplier: fc.boolean(),
});

/** Items as Pleo might send them: mostly sound, now and then with a fault of each sort. */
export const anyExportItem: fc.Arbitrary<ExportItem> = blueprint.map((drawn) => {
  const inBoth = (wallet: number, supplier: number): Amounts => ({
    inWalletCurrency: money(drawn.walletCurrency, wallet, currencyExponent(drawn.walletCurrency) ?? 2),
    inSupplierCurrency: money(drawn.supplierCurrency, supplier, currencyExponent(drawn.supplierCurrency) ?? 2),
  });
  const wallet = drawn.lines.reduce<number>((total, { wallet }) => total + wallet, drawn.slip);
  const supplier = drawn.lines.reduce((total, { supplier }) => total + supplier, 0);
  return sampleItem({
    ...drawn.kind,
    bookkeepingMethod: drawn.bookkeepingMethod,
    date: drawn.date,
    note: drawn.note,
    amount: inBoth(Number.isSafeInteger(wallet) ? wallet : Number.MAX_SAFE_INTEGER, supplier),
    lines: drawn.lines.map((line) => exportItemLine(line, inBoth)),
    contraAccount: drawn.hasContraAccount ? { id: 'wallet', name: 'Wallet', code: '55011', identifier: null } : null,
    ...(drawn.hasSupplier ? {} : { supplier: null }),
  });
});

type DrawnLine = typeof line extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function exportItemLine(drawn: DrawnLine, inBoth: (wallet: number, supplier: number) => Amounts): ExportItemLine {
  const taxAmount = drawn.tax ? share(drawn.wallet, drawn.tax.percent) : 0;
  const isExclusive = drawn.tax?.type === 'exclusive' && taxAmount <= drawn.wallet;
  return {
    id: 'line',
    lineAmount: inBoth(drawn.wallet, drawn.supplier),
    netAmount: inBoth(isExclusive ? drawn.wallet - taxAmount : drawn.wallet, drawn.supplier),
    account:
      drawn.account === null ? null : { id: drawn.account, name: 'Category', code: drawn.account, identifier: null },
    tax: drawn.tax && pleoTax(drawn.tax, inBoth(taxAmount, 0)),
    tags: [],
  };
}

function pleoTax(drawn: NonNullable<DrawnLine['tax']>, amount: Amounts): PleoTax {
  const { type, ingoingTaxAccount, outgoingTaxAccount } = drawn;
  return { id: 'tax', code: 'T', rate: '0.25', type, amount, ingoingTaxAccount, outgoingTaxAccount };
}

function share(amount: number, percent: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, Math.floor((amount / 100) * percent));
}
