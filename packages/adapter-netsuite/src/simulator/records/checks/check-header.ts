import type { Books } from '../../books/books.js';
import { baseCurrencyId } from '../../books/seed-records.js';
import { alreadyExists, invalidContent, invalidValue, missingValue } from '../../http/problems.js';
import { Refusal } from '../../http/refusal.js';
import { compareDecimals, readDecimal } from '../../money/decimal.js';
import type { TransactionHeader } from '../transaction-header.js';
import { checkDimensions } from './check-dimensions.js';

/** @throws {Refusal} for what is wrong with a transaction apart from its lines. `ownId` is its own where it is there already. */
export function checkHeader(header: TransactionHeader, ownId: string | null, books: Books): void {
  checkExternalId(header, ownId, books);
  if (books.account.subsidiaries.length > 0) checkSubsidiary(header, books);
  if (header.recordType !== 'journalEntry' && header.entityId === null) throw missingValue('Vendor');
  const currency = books.currencies.get(header.currencyId);
  if (!currency || currency.isInactive) throw refused(header.currencyId, 'currency');
  checkExchangeRate(header, books);
  checkDimensions(header, header.subsidiaryId, '', books);
}

/** Unique per record type, whatever its case. Source: Oracle, Using External IDs. */
function checkExternalId(
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
