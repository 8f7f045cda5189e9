import { addMoney, isSameMoney, money, type Money } from '../model/money.js';
import type { StoredDocument } from '../ports/state-store.js';
import { isHeld, type LedgerSight } from './look-at-ledger.js';

/** The control total of one currency. */
export interface ComparedTotal {
  readonly currency: string;
  /** What the job's documents should come to. */
  readonly expected: Money;
  /** What those of them come to that the ledger holds now. */
  readonly ledger: Money;
  readonly agrees: boolean;
}

/** Adds up, by currency, what documents should come to and what the ledger holds of them. A document without a known total counts in neither. */
export function compareTotals(
  documents: readonly StoredDocument[],
  { findings }: LedgerSight,
  expected: (document: StoredDocument) => Money | null,
): readonly ComparedTotal[] {
  const sums = new Map<string, Pick<ComparedTotal, 'expected' | 'ledger'>>();
  const add = (side: 'expected' | 'ledger', amount: Money): void => {
    const nothing = money(amount.currency, 0, amount.exponent);
    const before = sums.get(amount.currency) ?? { expected: nothing, ledger: nothing };
    sums.set(amount.currency, { ...before, [side]: addMoney(before[side], amount) });
  };
  for (const document of documents) {
    const should = expected(document);
    const finding = findings.get(document.key);
    if (!should || !finding || finding.status === 'unknown') continue;
    add('expected', should);
    if (isHeld(finding)) add('ledger', finding.summary?.total ?? should);
  }
  return [...sums]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, sum]) => ({ currency, ...sum, agrees: isSameMoney(sum.expected, sum.ledger) }));
}
