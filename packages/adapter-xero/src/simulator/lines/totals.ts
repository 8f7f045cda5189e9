import type { HeldLine, Hundredths, LineAmountTypes } from '../books/held-records.js';
import { toScaled } from '../money/scaled.js';
import type { Problems } from '../api/problems.js';

export interface Totals {
  readonly subTotal: Hundredths;
  readonly totalTax: Hundredths;
  readonly total: Hundredths;
}

/** What lines come to. */
export function totalsOf(lines: readonly Pick<HeldLine, 'lineAmount' | 'tax'>[], types: LineAmountTypes): Totals {
  const totalTax = lines.reduce((sum, { tax }) => sum + tax, 0);
  const lineTotal = lines.reduce((sum, { lineAmount }) => sum + lineAmount, 0);
  const total = types === 'Exclusive' ? lineTotal + totalTax : lineTotal;
  return { subTotal: total - totalTax, totalTax, total };
}

/** Totals that are sent must be what the lines come to. */
export function compareTotals(
  sent: {
    readonly SubTotal?: string | undefined;
    readonly TotalTax?: string | undefined;
    readonly Total?: string | undefined;
  },
  { subTotal, totalTax, total }: Totals,
  problems: Problems,
): void {
  const compare = (name: string, given: string | undefined, own: Hundredths) => {
    if (given !== undefined && toScaled(given, 2) !== own)
      problems.error(`The document ${name} does not equal the sum of the lines.`);
  };
  compare('subtotal', sent.SubTotal, subTotal);
  compare('tax total', sent.TotalTax, totalTax);
  compare('total', sent.Total, total);
}
