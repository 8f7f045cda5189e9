import { amountsCanBeKept, type Validator } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import { currencyBySymbol } from '../plan/currency-of.js';
import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';

const CODES = {
  nothing: 'NETSUITE_TOTAL_ZERO',
  negative: 'NETSUITE_AMOUNT_NEGATIVE',
  'too-precise': 'NETSUITE_AMOUNT_TOO_PRECISE',
} as const;

/** Source: Oracle, Currency: Precision. */
export function amountsFit(facts: NetsuiteFacts): Validator {
  return amountsCanBeKept({
    system: 'NetSuite',
    decimalsOf: (currency) => currencyBySymbol(currency, facts)?.precision ?? undefined,
    problem: (misfit, found) => netsuiteProblem(CODES[misfit], found),
  });
}
