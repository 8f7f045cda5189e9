import { formatMoney, type AccountingEntry, type Money, type Problem, type Validator } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import { isWholeHundredths } from '../plan/hundredths.js';

/** Amounts are positive and have two decimals at most. Source: Xero Accounting API, BankTransactions: total; Xero, Rounding. */
export const amountsCanBeKept: Validator = {
  name: 'Xero can keep the amounts',
  validate: (entry) => [...totalProblems(entry), ...amountsOf(entry).flatMap(amountProblems)],
};

function totalProblems({ amount, lines }: AccountingEntry): readonly Problem[] {
  if (amount.minorUnits !== 0 && lines.some(({ gross }) => gross.minorUnits !== 0)) return [];
  return [xeroProblem('XERO_TOTAL_ZERO', `The entry comes to ${formatMoney({ ...amount, minorUnits: 0 })}.`)];
}

function amountsOf({ amount, lines }: AccountingEntry): readonly Money[] {
  return [amount, ...lines.flatMap(({ gross, tax }) => (tax ? [gross, tax.amount] : [gross]))];
}

function amountProblems(amount: Money): readonly Problem[] {
  if (amount.minorUnits < 0)
    return [xeroProblem('XERO_AMOUNT_NEGATIVE', `The entry contains the amount ${formatMoney(amount)}.`)];
  if (isWholeHundredths(amount)) return [];
  const found = `The entry contains the amount ${formatMoney(amount)}, and Xero keeps two decimals.`;
  return [xeroProblem('XERO_AMOUNT_TOO_PRECISE', found)];
}
