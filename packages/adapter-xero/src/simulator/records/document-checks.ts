import type { Books } from '../books/books.js';
import type { HeldAccount } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { toScaled } from '../money/scaled.js';
import { findAccount } from '../lines/account-of-line.js';

/** `YYYY-MM-DD` of today where the organisation is. */
export function today({ seed, now }: Books): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: seed.ianaTimeZone, dateStyle: 'short' }).format(now());
}

/** A day on or before a lock date is closed. Source: Xero help, Lock dates. */
export function checkLockDates({ lockDates }: Books, date: string, problems: Problems): void {
  if (lockDates.endOfYear !== null && date <= lockDates.endOfYear)
    problems.error(
      `The document date cannot be before the end of year lock date, currently set at ${lockDates.endOfYear}.`,
    );
  else if (lockDates.period !== null && date <= lockDates.period)
    problems.error('The document date cannot be before the period lock date.');
}

/** An absolute link that does not lead to Xero. Source: Xero Accounting API, Bank Transactions: Url. */
export function checkUrl(url: string | undefined, problems: Problems): void {
  if (url === undefined) return;
  if (!/^https?:\/\/[^\s/]+/.test(url)) problems.error('The Url must be an absolute link.');
  if (/xero/i.test(url)) problems.error('The Url must not contain "xero".');
}

export function checkLength(name: string, value: string | undefined, longest: number, problems: Problems): void {
  if ((value?.length ?? 0) > longest) problems.error(`The ${name} must not be more than ${longest} characters long.`);
}

/** The active bank account that a document names; null where there are problems. */
export function bankAccountOf(
  books: Books,
  sent: { readonly AccountID?: string | undefined; readonly Code?: string | undefined } | undefined,
  field: string,
  problems: Problems,
): HeldAccount | null {
  if (sent?.AccountID === undefined && sent?.Code === undefined) {
    problems.error(`The ${field} must be specified by AccountID or Code.`);
    return null;
  }
  const account = findAccount(books, { code: sent.Code, id: sent.AccountID });
  if (account?.type !== 'BANK') problems.error(`The ${field} must be a valid bank account.`);
  else if (account.status === 'ARCHIVED') problems.error(`The ${field} has been archived, or has been deleted.`);
  else return account;
  return null;
}

/** The rate of an enabled currency; null, and a problem, where it is not enabled. */
export function rateOfCurrency({ seed }: Books, code: string, problems: Problems): string | null {
  const currency = seed.currencies.find((candidate) => candidate.code === code);
  if (!currency) problems.error(`Organisation is not subscribed to currency ${code}.`);
  return currency?.rate ?? null;
}

/** A rate has up to six decimals. Source: Xero Accounting API, Invoices: CurrencyRate. */
export function checkRate(rate: string | undefined, problems: Problems): void {
  if (rate !== undefined && (toScaled(rate, 6) ?? 0) <= 0)
    problems.error('The CurrencyRate must be positive, of at most 6 decimals.');
}
