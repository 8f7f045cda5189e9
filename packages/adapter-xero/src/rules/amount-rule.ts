import { amountsCanBeKept } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';

const CODES = {
  nothing: 'XERO_TOTAL_ZERO',
  negative: 'XERO_AMOUNT_NEGATIVE',
  'too-precise': 'XERO_AMOUNT_TOO_PRECISE',
} as const;

/** Source: Xero Accounting API, BankTransactions: total; Xero, Rounding (totals and tax have two decimals). */
export const amountsFit = amountsCanBeKept({
  system: 'Xero',
  decimalsOf: () => 2,
  problem: (misfit, found) => xeroProblem(CODES[misfit], found),
});
