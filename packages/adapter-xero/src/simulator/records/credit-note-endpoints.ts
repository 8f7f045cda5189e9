import type { HeldCreditNote } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import type { Problems } from '../api/problems.js';
import { readElements } from '../api/read-elements.js';
import { unitPlacesOf } from '../api/unit-places.js';
import { refuseSummarizeErrors, writeElements, type Wire } from '../api/write-elements.js';
import { creditNoteElement, type CreditNoteElement } from './invoice-element.js';
import { creditNoteFields } from './invoice-fields.js';
import { creditNoteWire } from './invoice-wire.js';
import { storeCreditNote } from './store-invoice.js';

const LIST = ['where', 'order', 'page', 'pageSize', 'unitdp'];
const BATCH = ['summarizeErrors', 'unitdp'];
const scope = 'accounting.invoices';

/** Source: Xero Accounting API, Credit Notes. */
export const creditNoteEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'CreditNotes', scope, query: LIST, handle: list },
  { method: 'GET', pattern: 'CreditNotes/{id}', scope, query: ['unitdp'], handle: getOne },
  { method: 'PUT', pattern: 'CreditNotes', scope, query: BATCH, handle: (call) => write(call, () => null) },
  { method: 'POST', pattern: 'CreditNotes', scope, query: BATCH, handle: (call) => write(call, upsertTarget(call)) },
  { method: 'POST', pattern: 'CreditNotes/{id}', scope, query: ['unitdp'], handle: update },
];

function list(call: ApiCall): Answer {
  const { books } = call;
  const { records, isPaged, pagination } = listRecords(call, books.creditNotes.listed(), creditNoteFields(books));
  return envelope(call, {
    ...pagination,
    CreditNotes: records.map((record) => creditNoteWire(books, record, isPaged)),
  });
}

function getOne(call: ApiCall): Answer {
  const held = call.books.creditNotes.get(call.parameters['id'] ?? '');
  return held ? envelope(call, { CreditNotes: [creditNoteWire(call.books, held)] }) : notFound();
}

function update(call: ApiCall): Answer {
  const held = call.books.creditNotes.get(call.parameters['id'] ?? '');
  if (!held) return notFound();
  refuseSummarizeErrors(call);
  return write(call, () => held);
}

function upsertTarget({ books }: ApiCall): (sent: CreditNoteElement) => HeldCreditNote | null {
  return ({ CreditNoteID }) => (CreditNoteID === undefined ? null : books.creditNotes.get(CreditNoteID));
}

function write(call: ApiCall, targetOf: (sent: CreditNoteElement) => HeldCreditNote | null): Answer {
  const { books } = call;
  const unitPlaces = unitPlacesOf(call);
  const writeOne = (sent: CreditNoteElement, problems: Problems): Wire | null => {
    const existing = targetOf(sent);
    if (sent.CreditNoteID !== undefined && !existing)
      problems.error('An existing Credit Note with the specified CreditNoteID could not be found');
    const held = storeCreditNote(books, sent, { existing, unitPlaces, problems });
    return held && creditNoteWire(books, held);
  };
  const elements = readElements(call, 'CreditNotes', creditNoteElement);
  return writeElements(call, elements, { name: 'CreditNotes', idField: 'CreditNoteID', write: writeOne });
}
