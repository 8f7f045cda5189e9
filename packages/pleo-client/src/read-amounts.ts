import {
  currencyExponent,
  money,
  type Amounts,
  type CurrencyExponents,
  type Logger,
  type Money,
} from '@ledgerferry/core';
import { pleoErrors } from './pleo-error-codes.js';
import { UnreadableItem } from './unreadable-item.js';

/** An amount as Pleo sends it. Source: Pleo Export Items v3, `MoneyModel`. */
interface PleoMoney {
  readonly currency: string;
  readonly value: number;
}

interface PleoAmounts {
  readonly inSupplierCurrency: PleoMoney;
  readonly inWalletCurrency: PleoMoney;
}

/** Reads amounts exactly. Throws {@link UnreadableItem} for a fraction of a minor unit or a currency that is none. */
export type ReadAmounts = (amounts: PleoAmounts) => Amounts;

/**
 * Makes a reader of amounts. `value` counts minor units by ISO 4217 unless `exponents` says otherwise; the first currency
 * without two decimals is logged, because Pleo's pages disagree about those.
 */
export function createAmountsReader(exponents: CurrencyExponents, logger: Logger): ReadAmounts {
  let hasWarned = false;

  function readMoney({ currency, value }: PleoMoney): Money {
    const exponent = currencyExponent(currency, exponents);
    if (exponent === undefined) throw unknownCurrency(currency);
    if (!Number.isSafeInteger(value)) throw fractionalAmount(currency);
    if (exponent !== 2 && !hasWarned && exponents[currency] === undefined) {
      hasWarned = true;
      logger.warn(
        { currency, exponent },
        'a currency without two decimals: check its amounts, or set currencyExponents',
      );
    }
    return money(currency, value, exponent);
  }

  return ({ inSupplierCurrency, inWalletCurrency }) => ({
    inSupplierCurrency: readMoney(inSupplierCurrency),
    inWalletCurrency: readMoney(inWalletCurrency),
  });
}

function unknownCurrency(currency: string): UnreadableItem {
  const message = `The currency "${currency.slice(0, 20)}" of this entry is not known. Correct it in Pleo, or have its decimal places set under "currencyExponents".`;
  return new UnreadableItem(pleoErrors.problem('PLEO_UNKNOWN_CURRENCY', message));
}

function fractionalAmount(currency: string): UnreadableItem {
  const message = `An amount of this entry is not a whole number of the smallest unit of ${currency}, so it was not booked. Book it by hand, and tell support.`;
  return new UnreadableItem(pleoErrors.problem('PLEO_FRACTIONAL_AMOUNT', message));
}
