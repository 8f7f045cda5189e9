import { formatMoney, refused, resolved, toDecimal, type EntryLine, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteFacts, NetsuiteTaxCode } from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { isWritable } from './writable-properties.js';

/** Bills and credits: their lines may be taxed. */
export type TaxedRecord = 'vendorBill' | 'vendorCredit';

/**
 * How the tax of a bill is booked: in `details` of its own (SuiteTax), on its `lines`, or by `postings` on tax accounts where the account
 * shows no property for it.
 * Source: Oracle, SuiteTalk REST Web Services: Tax (REST writes no legacy tax).
 */
export type BillTax = 'details' | 'lines' | 'postings';

/** What the tax of one line adds to a bill. */
export interface LineTax {
  readonly line: NetsuiteRecord;
  readonly details: readonly NetsuiteRecord[];
}

/** Decided by the account's catalog, unless the settings want postings. A tax code without a tax amount beside it would let NetSuite work out another amount. */
export function billTax(record: TaxedRecord, { facts, connection }: NetsuiteBooks): BillTax {
  const hasOnLine = (property: string) => isWritable(facts, record, 'line', property);
  const hasInBody = (property: string) => isWritable(facts, record, 'body', property);
  if (connection.tax === 'postings' || facts.taxCodes.length === 0) return 'postings';
  if (hasOnLine('taxDetailsReference') && hasInBody('taxDetails') && hasInBody('taxDetailsOverride')) return 'details';
  return hasOnLine('taxCode') && hasOnLine('tax1Amt') ? 'lines' : 'postings';
}

/** True where a line contains tax that such a bill holds beside its net amount. Reverse charge is no part of the price. */
export function isTaxedOnBill({ tax }: EntryLine, how: BillTax): boolean {
  return how !== 'postings' && tax !== null && tax.treatment !== 'reverse' && tax.amount.minorUnits !== 0;
}

/** The tax of a line for which {@link isTaxedOnBill} holds. `reference` names the line in the details. */
export function lineTax(
  { tax, net }: EntryLine,
  { how, reference, facts }: { readonly how: BillTax; readonly reference: string; readonly facts: NetsuiteFacts },
): Resolution<LineTax> {
  if (tax === null) return resolved({ line: {}, details: [] });
  const code = taxCode(tax.code, formatMoney(tax.amount), facts);
  if ('problems' in code) return code;
  const { id, rate } = code.value;
  const taxAmount = toDecimal(tax.amount);
  if (how === 'lines') return resolved({ line: { taxCode: { id }, tax1Amt: taxAmount }, details: [] });
  const detail = {
    taxDetailsReference: reference,
    taxCode: { id },
    taxBasis: toDecimal(net),
    ...taxRate(rate),
    taxAmount,
    netAmount: toDecimal(net),
  };
  return resolved({ line: { taxDetailsReference: reference }, details: [detail] });
}

/** As a decimal text, whether NetSuite says `25`, `25.0%` or `25,0 %`; left out in any other form, so that the tax code's own rate counts. */
function taxRate(rate: string | null): NetsuiteRecord {
  const [, digits] = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(rate?.trim() ?? '') ?? [];
  return digits === undefined ? {} : { taxRate: digits.replace(',', '.') };
}

/** By name, else by internal id. */
function taxCode(code: string | null, amount: string, { taxCodes }: NetsuiteFacts): Resolution<NetsuiteTaxCode> {
  const wanted = code?.trim() ?? '';
  if (wanted === '') {
    const found = `A line contains ${amount} of tax, and Pleo names no tax code.`;
    return refused(netsuiteProblem('NETSUITE_TAX_CODE_MISSING', found));
  }
  const active = taxCodes.filter(({ isInactive }) => !isInactive);
  const known = active.find(({ name }) => name === wanted) ?? active.find(({ id }) => id === wanted);
  if (known) return resolved(known);
  return refused(netsuiteProblem('NETSUITE_TAX_CODE_UNKNOWN', `NetSuite has no active tax code ${wanted}.`));
}
