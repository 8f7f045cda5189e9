import type { HeldInvoice } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { listFilter, listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import type { Problems } from '../api/problems.js';
import { readElements } from '../api/read-elements.js';
import { unitPlacesOf } from '../api/unit-places.js';
import { refuseSummarizeErrors, writeElements, type Wire } from '../api/write-elements.js';
import { invoiceElement, type InvoiceElement } from './invoice-element.js';
import { invoiceFields } from './invoice-fields.js';
import { isGone } from './invoice-status.js';
import { invoiceWire } from './invoice-wire.js';
import { storeInvoice } from './store-invoice.js';

const FILTERS = ['IDs', 'InvoiceNumbers', 'ContactIDs', 'Statuses', 'searchTerm', 'SearchTerm'];
const LIST = ['where', 'order', 'page', 'pageSize', 'unitdp', 'includeArchived', 'summaryOnly', ...FILTERS];
const BATCH = ['summarizeErrors', 'unitdp'];
const scope = 'accounting.invoices';

/** Source: Xero Accounting API, Invoices. */
export const invoiceEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'Invoices', scope, query: LIST, handle: list },
  { method: 'GET', pattern: 'Invoices/{id}', scope, query: ['unitdp'], handle: getOne },
  { method: 'PUT', pattern: 'Invoices', scope, query: BATCH, handle: (call) => write(call, () => null) },
  { method: 'POST', pattern: 'Invoices', scope, query: BATCH, handle: (call) => write(call, upsertTarget(call)) },
  { method: 'POST', pattern: 'Invoices/{id}', scope, query: ['unitdp'], handle: update },
];

function list(call: ApiCall): Answer {
  const { books, query } = call;
  const held = books.invoices.listed().filter(isAskedFor(call));
  const { records, isPaged, pagination } = listRecords(call, held, invoiceFields(books));
  const hasLines = isPaged && query.get('summaryOnly') !== 'true';
  return envelope(call, { ...pagination, Invoices: records.map((record) => invoiceWire(books, record, hasLines)) });
}

function isAskedFor(call: ApiCall): (held: HeldInvoice) => boolean {
  const ids = listFilter(call, 'IDs');
  const numbers = listFilter(call, 'InvoiceNumbers');
  const contacts = listFilter(call, 'ContactIDs');
  const statuses = listFilter(call, 'Statuses');
  const term = (call.query.get('searchTerm') ?? call.query.get('SearchTerm'))?.toLowerCase() ?? '';
  return ({ id, number, contactId, status, reference }) =>
    (ids?.has(id) ?? true) &&
    (numbers?.has(number?.toLowerCase() ?? '') ?? true) &&
    (contacts?.has(contactId) ?? true) &&
    (statuses?.has(status.toLowerCase()) ?? true) &&
    [number, reference].some((text) => (text ?? '').toLowerCase().includes(term));
}

function getOne(call: ApiCall): Answer {
  const held = call.books.invoices.get(call.parameters['id'] ?? '');
  return held ? envelope(call, { Invoices: [invoiceWire(call.books, held)] }) : notFound();
}

function update(call: ApiCall): Answer {
  const held = call.books.invoices.get(call.parameters['id'] ?? '');
  if (!held) return notFound();
  refuseSummarizeErrors(call);
  return write(call, () => held);
}

/** Which invoice a POST changes: the one of that id, else the one to a customer of that number. A bill's number names nothing. */
function upsertTarget({ books }: ApiCall): (sent: InvoiceElement) => HeldInvoice | null {
  return ({ InvoiceID, Type, InvoiceNumber }) => {
    if (InvoiceID !== undefined) return books.invoices.get(InvoiceID);
    if (Type !== 'ACCREC' || InvoiceNumber === undefined) return null;
    const isMeant = (held: HeldInvoice) =>
      held.type === 'ACCREC' && held.number === InvoiceNumber && !isGone(held.status);
    return books.invoices.all().find(isMeant) ?? null;
  };
}

function write(call: ApiCall, targetOf: (sent: InvoiceElement) => HeldInvoice | null): Answer {
  const { books } = call;
  const unitPlaces = unitPlacesOf(call);
  const writeOne = (sent: InvoiceElement, problems: Problems): Wire | null => {
    const existing = targetOf(sent);
    if (sent.InvoiceID !== undefined && !existing)
      problems.error('An existing Invoice with the specified InvoiceID could not be found');
    const held = storeInvoice(books, sent, { existing, unitPlaces, problems });
    return held && invoiceWire(books, held);
  };
  const elements = readElements(call, 'Invoices', invoiceElement);
  return writeElements(call, elements, { name: 'Invoices', idField: 'InvoiceID', write: writeOne });
}
