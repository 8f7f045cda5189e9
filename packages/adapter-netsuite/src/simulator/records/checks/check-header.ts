import type { Books } from '../../books/books.js';
import { baseCurrencyId } from '../../books/seed-records.js';
import { alreadyExists, invalidContent, invalidValue, missingValue } from '../../http/problems.js';
import { Refusal } from '../../http/refusal.js';
import { compareDecimals, readDecimal } from '../../money/decimal.js';
import type { TransactionHeader } from '../transaction-header.js';
import { checkDimensions, checkMandatory } from './check-dimensions.js';

/** @throws {Refusal} for what is wrong with a transaction apart from its lines. */
export function checkHeader(header: TransactionHeader, books: Books): void {
  if (books.account.subsidiaries.length > 0) checkSubsidiary(header, books);
  if (header.recordType !== 'journalEntry' && header.entityId === null) throw missingValue('Vendor');
  const currency = books.currencies.get(header.currencyId);
  if (!currency || currency.isInactive) throw refused(header.currencyId, 'currency');
  checkExchangeRate(header, books);
  checkVendorTakes(header, books);
  checkDimensions(header, header.subsidiaryId, '', books);
  // the head of a journal stands for no line
  if (header.recordType !== 'journalEntry') checkMandatory(header, books);
}

/**
 * Unique per record type, whatever its case. To be asked last: what is wrong otherwise is said first, so that a repeat may be refused for
 * another reason. Source: Oracle, Using External IDs.
 */
export function checkExternalId(
  { externalId, recordType }: TransactionHeader,
  ownId: string | null,
  { transactions }: Books,
): void {
  if (externalId === null) return;
  checkExternalIdText(externalId);
  const same = transactions[recordType].byExternalId(externalId);
  if (same && same.id !== ownId) throw alreadyExists('record');
}

/** @throws {Refusal} where an external id has a sign that it may not have. */
export function checkExternalIdText(externalId: string): void {
  if (/^[\w-]+$/.test(externalId)) return;
  const text = 'An external id consists of letters, digits, hyphens and underscores.';
  throw new Refusal(400, [invalidContent(text, 'Die externe ID enthält unzulässige Zeichen.', 'externalId')]);
}

function checkSubsidiary({ subsidiaryId }: TransactionHeader, { subsidiaries }: Books): void {
  const subsidiary = subsidiaryId === null ? null : subsidiaries.get(subsidiaryId);
  if (!subsidiary) throw missingValue('Subsidiary');
  if (subsidiary.isInactive || subsidiary.isElimination) throw refused(subsidiary.id, 'subsidiary');
}

/** A vendor is billed and paid in its own currencies alone. Source: Oracle, Multiple Currencies and Vendors. */
function checkVendorTakes({ entityId, currencyId }: TransactionHeader, { vendors }: Books): void {
  const vendor = entityId === null ? null : vendors.get(entityId);
  if (!vendor || vendor.otherCurrencyIds === null || vendor.currencyId === currencyId) return;
  if (!vendor.otherCurrencyIds.includes(currencyId)) throw refused(currencyId, 'currency');
}

function checkExchangeRate({ exchangeRate, currencyId, subsidiaryId }: TransactionHeader, books: Books): void {
  const rate = exchangeRate === null ? null : readDecimal(exchangeRate);
  if (!rate) return;
  const isBase = currencyId === baseCurrencyId(subsidiaryId, books);
  const isOne = compareDecimals(rate, { units: 1n, places: 0 }) === 0;
  if (rate.units <= 0n || (isBase && !isOne)) throw refused(exchangeRate ?? '', 'exchangeRate');
}

function refused(value: string, field: string): Refusal {
  return new Refusal(400, [invalidValue(value, field, field)]);
}
