import { Refusal } from '../http/refusal.js';
import type { SimulatedPleo } from '../simulated-pleo.js';

/** Pleo: multi-currency configuration. The message names the currencies; clients must go by the type. */
export function refuseMissingContraAccounts(pleo: SimulatedPleo, currencies: readonly string[]): void {
  const missing = currencies.filter((currency) => pleo.missingContraAccounts.has(currency));
  if (missing.length === 0) return;
  throw new Refusal({
    status: 400,
    type: 'MISSING_CONTRA_ACCOUNTS',
    message: `Map the contra accounts of ${missing.join(', ')} in the accounting settings.`,
  });
}
