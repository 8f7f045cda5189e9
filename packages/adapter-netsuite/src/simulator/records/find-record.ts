import { transactionOf, type Books } from '../books/books.js';
import type { HeldEntity, HeldRecord, HeldTransaction } from '../books/held-records.js';
import type { Table } from '../books/table.js';
import { nonexistent, userError } from '../http/problems.js';
import type { WritableType } from './record-types.js';

const EXTERNAL = /^eid:(.+)$/i;

/** The external id that a URL names; null where it names an internal one. */
export function externalIdIn(segment: string): string | null {
  return EXTERNAL.exec(segment)?.[1] ?? null;
}

/** The record that a URL names, by its internal id or as `eid:`. */
export function namedIn<T extends HeldRecord>(table: Table<T>, segment: string): T | null {
  const externalId = externalIdIn(segment);
  return externalId === null ? table.get(segment) : table.byExternalId(externalId);
}

/** @throws {Refusal} 404 where there is none; 400 where the id is that of a transaction of another type. */
export function findTransaction(type: keyof Books['transactions'], segment: string, books: Books): HeldTransaction {
  const found = namedIn(books.transactions[type], segment);
  if (found) return found;
  if (!transactionOf(books, segment)) throw nonexistent();
  throw userError('Transaction type specified is incorrect.', 'Der angegebene Transaktionstyp ist falsch.');
}

/** @throws {Refusal} 404 where there is none. */
export function findEntity(
  type: Extract<WritableType, 'vendor' | 'employee'>,
  segment: string,
  books: Books,
): HeldEntity {
  const found = namedIn(type === 'vendor' ? books.vendors : books.employees, segment);
  if (!found) throw nonexistent();
  return found;
}
