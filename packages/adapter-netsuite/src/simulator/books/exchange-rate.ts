import { divideRounded, inPlaces, readDecimal, trimDecimal, type Decimal } from '../money/decimal.js';
import { present, type Books } from './books.js';
import { baseCurrencyId } from './seed-records.js';

/** Decimal places of NetSuite's own rates. */
const PLACES = 8;

/** What NetSuite's own table says: units of the subsidiary's currency for one of the transaction's. */
export function exchangeRateOf(
  { currencyId, subsidiaryId }: { readonly currencyId: string; readonly subsidiaryId: string | null },
  books: Books,
): string {
  const [from, to] = [worthOf(currencyId, books), worthOf(baseCurrencyId(subsidiaryId, books), books)];
  const places = Math.max(from.places, to.places);
  const [above, below] = [inPlaces(from, places) ?? 0n, inPlaces(to, places) ?? 1n];
  return trimDecimal({ units: divideRounded(above * 10n ** BigInt(PLACES), below), places: PLACES });
}

/** Minor units of the subsidiary's currency, half away from zero. */
export function inBaseCurrency(
  amount: number,
  { exchangeRate, currencyId, subsidiaryId }: { exchangeRate: string; currencyId: string; subsidiaryId: string | null },
  books: Books,
): bigint {
  const rate = present(readDecimal(exchangeRate), `exchange rate ${exchangeRate}`);
  const precisionOf = (id: string) => present(books.currencies.get(id), `currency ${id}`).precision;
  const [from, to] = [precisionOf(currencyId), precisionOf(baseCurrencyId(subsidiaryId, books))];
  const dividend = BigInt(amount) * rate.units * 10n ** BigInt(to);
  return divideRounded(dividend, 10n ** BigInt(from + rate.places));
}

function worthOf(currencyId: string, { currencies }: Books): Decimal {
  const { worth } = present(currencies.get(currencyId), `currency ${currencyId}`);
  return present(readDecimal(worth), `worth ${worth}`);
}
