import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';
import { formatMoney, type Money } from '../model/money.js';
import type { Validator } from '../ports/validator.js';

/** What an accounting system has no place for. */
export type AmountMisfit = 'nothing' | 'negative' | 'too-precise';

/** How an accounting system keeps amounts. */
export interface AmountKeeping {
  /** Its name, for sentences. */
  readonly system: string;
  /** How many decimals it keeps of a currency; undefined where it keeps all that the currency has. */
  readonly decimalsOf: (currency: string) => number | undefined;
  /** Makes the adapter's own problem: `found` says what is wrong, and with which amount. */
  readonly problem: (misfit: AmountMisfit, found: string) => Problem;
}

/** The rule that an entry comes to something, in amounts that are positive and have no more decimals than the system keeps. */
export function amountsCanBeKept({ system, decimalsOf, problem }: AmountKeeping): Validator {
  function problemsOf(amount: Money): readonly Problem[] {
    const contained = `The entry contains the amount ${formatMoney(amount)}`;
    if (amount.minorUnits < 0) return [problem('negative', `${contained}.`)];
    const decimals = decimalsOf(amount.currency) ?? amount.exponent;
    if (amount.minorUnits % 10 ** Math.max(0, amount.exponent - decimals) === 0) return [];
    return [problem('too-precise', `${contained}, and ${system} keeps ${decimals} decimals of ${amount.currency}.`)];
  }
  return {
    name: `${system} can keep the amounts`,
    validate: (entry) => [
      ...(comesToNothing(entry) ? [problem('nothing', `The entry comes to ${nothingLike(entry.amount)}.`)] : []),
      ...amountsOf(entry).flatMap(problemsOf),
    ],
  };
}

function comesToNothing({ amount, lines }: AccountingEntry): boolean {
  return amount.minorUnits === 0 || lines.every(({ gross }) => gross.minorUnits === 0);
}

function nothingLike(amount: Money): string {
  return formatMoney({ ...amount, minorUnits: 0 });
}

function amountsOf({ amount, lines }: AccountingEntry): readonly Money[] {
  return [amount, ...lines.flatMap(({ gross, net, tax }) => [gross, net, ...(tax ? [tax.amount] : [])])];
}
