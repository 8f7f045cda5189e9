import type { Books } from '../books/books.js';
import type { HeldRecord } from '../books/held-records.js';
import type { Table } from '../books/table.js';
import { JsonNumber } from '@ledgerferry/http';
import type { ReferenceTarget } from './fields.js';

/** How a record is named: by its internal or its external id. */
export interface RecordName {
  readonly id: string | null;
  readonly externalId: string | null;
}

/** Reads `{"id":"7"}`, `{"id":7}`, `{"externalId":"x"}` and the bare id; null for anything else. */
export function readRecordName(value: unknown): RecordName | null {
  const bare = plainId(value);
  if (bare !== null) return { id: bare, externalId: null };
  if (typeof value !== 'object' || value === null) return null;
  const id = 'id' in value ? plainId(value.id) : null;
  if (id !== null) return { id, externalId: null };
  const externalId = 'externalId' in value && typeof value.externalId === 'string' ? value.externalId : null;
  return externalId === null ? null : { id: null, externalId };
}

/** What a reference shows as, in an error. */
export function showRecordName({ id, externalId }: RecordName): string {
  return id ?? externalId ?? '';
}

/** The internal id of what is named; null where there is no such record. */
export function resolveReference({ id, externalId }: RecordName, target: ReferenceTarget, books: Books): string | null {
  if (target === 'any') return id;
  for (const table of tablesOf(target, books)) {
    const found = id === null ? table.byExternalId(externalId ?? '') : table.get(id);
    if (found) return found.id;
  }
  return null;
}

function tablesOf(target: Exclude<ReferenceTarget, 'any'>, books: Books): readonly Table<HeldRecord>[] {
  switch (target) {
    case 'account':
      return [books.accounts];
    case 'accountingPeriod':
      return [books.periods];
    case 'classification':
      return [books.classes];
    case 'currency':
      return [books.currencies];
    case 'department':
      return [books.departments];
    case 'entity':
      return [books.vendors, books.employees];
    case 'location':
      return [books.locations];
    case 'salesTaxItem':
      return [books.taxCodes];
    case 'subsidiary':
      return [books.subsidiaries];
    case 'vendor':
      return [books.vendors];
    case 'vendorBill':
      return [books.transactions.vendorBill];
    default: {
      const segment = books.segments.get(target);
      return segment ? [segment] : [];
    }
  }
}

function plainId(value: unknown): string | null {
  if (value instanceof JsonNumber) return value.text;
  return typeof value === 'string' && value !== '' ? value : null;
}
