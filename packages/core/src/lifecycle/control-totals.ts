import { CORE_ERRORS } from '../errors/core-errors.js';
import { errorsOf } from '../errors/error-catalogue.js';
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

/** A document that the ledger answered with, or shows with, another total than planned. */
interface Deviation {
  readonly key: string;
  readonly planned: Money;
  readonly booked: Money;
}

/** Every document of the entries that are reported successful and that came to another total. */
export function deviations(
  outcomes: readonly ItemOutcome[],
  { entries, book }: { readonly entries: readonly PreparedEntry[]; readonly book: DocumentBook },
): readonly Deviation[] {
  const exported = new Set(
    outcomes.filter(({ status }) => status === 'exported').map((each) => each.accountingEntryId),
  );
  return entries
    .filter(({ accountingEntryId }) => exported.has(accountingEntryId))
    .flatMap(({ documents }) => documents)
    .flatMap((prepared) => {
      const state = book.get(prepared);
      const planned = prepared.document.summary?.total;
      if (state.status !== 'posted' || !state.booked || !planned || isSameMoney(state.booked, planned)) return [];
      return { key: prepared.document.key, planned, booked: state.booked };
    });
}

/** What the ledger says of the same entries: Pleo's totals, plus what deviates from them. */
function ledgerTotals(pleo: Totals, deviating: readonly Deviation[]): Totals {
  const totals = new Map(pleo);
  for (const { planned, booked } of deviating) {
    add(totals, booked.currency === planned.currency ? subtractMoney(booked, planned) : booked);
  }
  return totals;
}

/** @throws code `CONTROL_TOTALS_DISAGREE`, naming what differs, where the ledger's totals are not Pleo's. The job then stays open. */
export function demandAgreement(jobId: string, pleo: Totals, deviating: readonly Deviation[]): void {
  const ledger = ledgerTotals(pleo, deviating);
  const currencies = [...new Set([...pleo.keys(), ...ledger.keys()])];
  const differing = currencies.filter((currency) => !isEqual(pleo.get(currency), ledger.get(currency)));
  if (differing.length === 0) return;
  const counts = differing.map(
    (currency) => `Pleo counts ${inWords(pleo, currency)}, the ledger ${inWords(ledger, currency)}`,
  );
  throw errorsOf(CORE_ERRORS).error(
    'CONTROL_TOTALS_DISAGREE',
    `Export Job ${jobId} stays open: ${counts.join('; ')}. ${describeDeviations(deviating)} Correct that in the ledger and run again.`,
  );
}

function isEqual(left: Money | undefined, right: Money | undefined): boolean {
  return left !== undefined && right !== undefined && isSameMoney(left, right);
}

function inWords(totals: Totals, currency: string): string {
  const total = totals.get(currency);
  return total ? formatMoney(total) : `no ${currency}`;
}

const MOST_NAMED = 3;

function describeDeviations(deviating: readonly Deviation[]): string {
  const named = deviating
    .slice(0, MOST_NAMED)
    .map(
      ({ key, planned, booked }) =>
        `${key} should come to ${formatMoney(planned)}, and the ledger has ${formatMoney(booked)}.`,
    );
  const left = deviating.length - MOST_NAMED;
  return [...named, ...(left > 0 ? [`${left} more differ: \`reconcile\` names all.`] : [])].join(' ');
}

function add(totals: Map<string, Money>, amount: Money): void {
  const sum = totals.get(amount.currency) ?? money(amount.currency, 0, amount.exponent);
  totals.set(amount.currency, addMoney(sum, amount));
}
