import type { LedgerKind } from '../sweep-case.ts';
import { intoBooksOfAbacus, openAbacusLedger } from './abacus-ledger.ts';
import type { IntoItsBooks, LedgerUnderTest } from './ledger-under-test.ts';
import { openXeroLedger } from './xero-ledger.ts';

/** Starts a ledger with empty books. */
export function openLedger(kind: LedgerKind): Promise<LedgerUnderTest> {
  return kind === 'xero' ? openXeroLedger() : openAbacusLedger({ unique: kind === 'unique' });
}

/** How an item of the simulated Pleo comes to fit a ledger. */
export function intoBooksOf(kind: LedgerKind): IntoItsBooks {
  return kind === 'xero' ? (item) => item : intoBooksOfAbacus;
}
