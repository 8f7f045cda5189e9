import { formatMoney, type AccountingEntry, type Money, type Problem, type Validator } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import { currencyBySymbol } from '../plan/currency-of.js';
import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';

/** Amounts are positive, come to something, and have no more decimals than their currency. Source: Oracle, Currency: Precision. */
export function amountsCanBeKept(facts: NetsuiteFacts): Validator {
  return {
    name: 'NetSuite can keep the amounts',
    validate: (entry) => [
      ...totalProblems(entry),
      ...amountsOf(entry).flatMap((amount) => amountProblems(amount, facts)),
    ],
  };
}

function totalProblems({ amount, lines }: AccountingEntry): readonly Problem[] {
  if (amount.minorUnits !== 0 && lines.some(({ gross }) => gross.minorUnits !== 0)) return [];
  return [netsuiteProblem('NETSUITE_TOTAL_ZERO', `The entry comes to ${formatMoney({ ...amount, minorUnits: 0 })}.`)];
}

function amountsOf({ amount, lines }: AccountingEntry): readonly Money[] {
  return [amount, ...lines.flatMap(({ gross, net, tax }) => [gross, net, ...(tax ? [tax.amount] : [])])];
}

function amountProblems(amount: Money, facts: NetsuiteFacts): readonly Problem[] {
  if (amount.minorUnits < 0)
    return [netsuiteProblem('NETSUITE_AMOUNT_NEGATIVE', `The entry contains the amount ${formatMoney(amount)}.`)];
  const places = currencyBySymbol(amount.currency, facts)?.precision ?? amount.exponent;
  const surplus = amount.exponent - places;
  if (surplus <= 0 || amount.minorUnits % 10 ** surplus === 0) return [];
  const found = `The entry contains the amount ${formatMoney(amount)}, and ${amount.currency} has ${places} decimals in NetSuite.`;
  return [netsuiteProblem('NETSUITE_AMOUNT_TOO_PRECISE', found)];
}
