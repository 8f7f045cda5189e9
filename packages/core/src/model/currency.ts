// currency-codes: the ISO 4217 list with minor units, kept up to date as data; the runtime's own Intl uses CLDR's cash digits instead
import { data as currencies } from 'currency-codes';

/** Exponents that differ from ISO 4217 for this customer, such as `{ ISK: 2 }`. */
export type CurrencyExponents = Readonly<Record<string, number>>;

/** Codes without a minor unit of their own: testing, no currency, metals and units of account. */
const NOT_MONEY = new Set(['XTS', 'XXX', 'XAU', 'XAG', 'XPD', 'XPT', 'XBA', 'XBB', 'XBC', 'XBD', 'XDR', 'XSU', 'XUA']);

const DIGITS = new Map(currencies.filter(({ code }) => !NOT_MONEY.has(code)).map(({ code, digits }) => [code, digits]));

/**
 * Number of decimal places of a currency, or `undefined` for a code that names no money.
 *
 * Source: ISO 4217, minor units; Pleo's pages disagree for currencies without two decimals, so `exponents` can override them.
 */
export function currencyExponent(currency: string, exponents: CurrencyExponents = {}): number | undefined {
  return exponents[currency] ?? DIGITS.get(currency);
}
