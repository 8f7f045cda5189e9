import type { AccountReference, EntryTax, TaxTreatment } from '../model/accounting-entry.js';
import type { ExportItemLine, PleoTax } from '../model/export-item.js';
import { subtractMoney, type Money } from '../model/money.js';

/**
 * Whether a tax type is one that can be booked: `inclusive` (part of the price), `exclusive` (on top of the net amount) or
 * `reverse` (accounted for by the buyer, not part of the price).
 */
export function isTaxTreatment(type: string): type is TaxTreatment {
  return type === 'inclusive' || type === 'exclusive' || type === 'reverse';
}

/**
 * What a line costs without the tax in its price. Amounts are taken as given and never derived from the rate, which users may
 * overrule.
 *
 * Source: Pleo Export Items v3, `tax.type` (the meaning of net is inverted there); Create tax codes in Pleo.
 */
export function costOf(line: ExportItemLine, treatment: TaxTreatment | null): Money {
  const gross = line.lineAmount.inWalletCurrency;
  if (treatment === 'exclusive') return line.netAmount.inWalletCurrency;
  if (treatment === 'inclusive' && line.tax) return subtractMoney(gross, line.tax.amount.inWalletCurrency);
  return gross;
}

/** A line's tax as an entry carries it. */
export function entryTax(tax: PleoTax, treatment: TaxTreatment): EntryTax {
  return {
    treatment,
    code: tax.code,
    rate: tax.rate,
    amount: tax.amount.inWalletCurrency,
    ingoingAccount: taxAccount(tax.ingoingTaxAccount),
    outgoingAccount: taxAccount(tax.outgoingTaxAccount),
  };
}

function taxAccount(code: string | null): AccountReference | null {
  return code?.trim() ? { role: 'tax', code: code.trim(), identifier: null, name: null } : null;
}
