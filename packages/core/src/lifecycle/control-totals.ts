import { IntegrationError } from '../errors/integration-error.js';
import { addMoney, formatMoney, isSameMoney, money, subtractMoney, type Money } from '../model/money.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { DocumentBook, PreparedEntry } from './document-book.js';

/** An amount per currency, by ISO 4217 code. */
export type Totals = ReadonlyMap<string, Money>;

/** What Pleo's wallets say of the entries that are reported successful. */
export function walletTotals(amounts: ReadonlyMap<string, Money>, outcomes: readonly ItemOutcome[]): Totals {
  const totals = new Map<string, Money>();
  for (const outcome of outcomes) {
    const amount = outcome.status === 'exported' ? amounts.get(outcome.accountingEntryId) : undefined;
    if (amount) add(totals, amount);
  }
  return totals;
}

/**
 * What the ledger says of the same entries: Pleo's totals, plus what their documents were answered or read back with beyond what was
 * planned.
 */
export function ledgerTotals(
  pleo: Totals,
  outcomes: readonly ItemOutcome[],
  { entries, book }: { readonly entries: ReadonlyMap<string, PreparedEntry>; readonly book: DocumentBook },
): Totals {
  const totals = new Map(pleo);
  for (const outcome of outcomes) {
    const entry = outcome.status === 'exported' ? entries.get(outcome.accountingEntryId) : undefined;
    for (const difference of entry ? differencesOf(entry, book) : []) add(totals, difference);
  }
  return totals;
}

function differencesOf({ documents }: PreparedEntry, book: DocumentBook): readonly Money[] {
  return documents.flatMap((prepared) => {
    const state = book.get(prepared);
    const planned = prepared.document.summary?.total;
    if (state.status !== 'posted' || !state.booked || !planned) return [];
    return state.booked.currency === planned.currency ? [subtractMoney(state.booked, planned)] : [state.booked];
  });
}

/** @throws code `CONTROL_TOTALS_DISAGREE` where the ledger's totals are not Pleo's. The job then stays open. */
export function demandAgreement(jobId: string, pleo: Totals, ledger: Totals): void {
  for (const currency of new Set([...pleo.keys(), ...ledger.keys()])) {
    const [left, right] = [pleo.get(currency), ledger.get(currency)];
    if (left && right && isSameMoney(left, right)) continue;
    throw new IntegrationError(
      'transient',
      'CONTROL_TOTALS_DISAGREE',
      `Export Job ${jobId} stays open: Pleo counts ${left ? formatMoney(left) : `no ${currency}`}, the ledger ${right ? formatMoney(right) : `no ${currency}`}. Run \`reconcile ${jobId}\` to see which entry differs.`,
    );
  }
}

function add(totals: Map<string, Money>, amount: Money): void {
  const sum = totals.get(amount.currency) ?? money(amount.currency, 0, amount.exponent);
  totals.set(amount.currency, addMoney(sum, amount));
}
