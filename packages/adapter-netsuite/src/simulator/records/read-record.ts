import type { Books } from '../books/books.js';
import type { HeldRecord } from '../books/held-records.js';
import type { Table } from '../books/table.js';
import { resourceAnswer, type Answer } from '../http/answer.js';
import { invalidParameter, nonexistent } from '../http/problems.js';
import { pageOf } from '../http/page-of.js';
import type { ServiceCall } from '../http/service-call.js';
import { findEntity, findTransaction, namedIn } from './find-record.js';
import { entityWire, selfLink, transactionWire } from './record-wire.js';
import { isTransactionType, writableType } from './record-types.js';

/** GET of one record. */
export function readRecord(typeName: string, segment: string, call: ServiceCall): Answer {
  const { books, serviceUrl, query } = call;
  const type = writableType(typeName);
  if (type === null) return readSetUp(typeName, segment, call);
  if (!isTransactionType(type)) {
    const entity = findEntity(type, segment, books);
    return resourceAnswer(200, 'singular', entityWire(entity, books, `${serviceUrl}/${type}/${entity.id}`));
  }
  const transaction = findTransaction(type, segment, books);
  const url = `${serviceUrl}/${type}/${transaction.id}`;
  const expands = query.get('expandSubResources') === 'true';
  return resourceAnswer(200, 'singular', transactionWire(transaction, books, { url, expands }));
}

/** GET of a collection: ids and links alone. It filters by external id and by nothing else. */
export function listRecords(typeName: string, call: ServiceCall): Answer {
  const table = tableOf(typeName, call.books);
  if (!table) throw nonexistent();
  const ids = filtered(table, call.query.get('q')).map(({ id }) => id);
  const { page, ...paging } = pageOf(ids, call);
  const items = page.map((id) => ({ links: selfLink(`${call.serviceUrl}/${typeName}/${id}`), id }));
  return resourceAnswer(200, 'collection', { ...paging, items });
}

function filtered(table: Table<HeldRecord>, q: string | null): readonly HeldRecord[] {
  if (q === null) return table.all();
  const externalId = /^\s*externalId\s+IS\s+"?([^"]*)"?\s*$/i.exec(q)?.[1];
  if (externalId === undefined) throw invalidParameter(`Invalid query ${q}.`, `Ungültige Abfrage ${q}.`);
  const found = table.byExternalId(externalId);
  return found ? [found] : [];
}

function readSetUp(typeName: string, segment: string, { books, serviceUrl }: ServiceCall): Answer {
  const table = tableOf(typeName, books);
  const record = table && namedIn(table, segment);
  if (!record) throw nonexistent();
  const { id, name, externalId, isInactive } = record;
  const links = selfLink(`${serviceUrl}/${typeName}/${id}`);
  return resourceAnswer(200, 'singular', {
    links,
    id,
    refName: name,
    isInactive,
    ...(externalId === null ? {} : { externalId }),
  });
}

function tableOf(typeName: string, books: Books): Table<HeldRecord> | null {
  const tables: Readonly<Record<string, Table<HeldRecord>>> = {
    ...books.transactions,
    vendor: books.vendors,
    employee: books.employees,
    account: books.accounts,
    department: books.departments,
    classification: books.classes,
    location: books.locations,
    subsidiary: books.subsidiaries,
    currency: books.currencies,
    accountingPeriod: books.periods,
    salesTaxItem: books.taxCodes,
  };
  const known = Object.entries(tables).find(([name]) => name.toLowerCase() === typeName.toLowerCase());
  return known?.[1] ?? null;
}
