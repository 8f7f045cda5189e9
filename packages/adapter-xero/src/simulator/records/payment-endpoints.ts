import type { Books } from '../books/books.js';
import type { HeldPayment } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import { validationException } from '../http/refusal.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import { messagesOf, Problems } from '../api/problems.js';
import { readElement, readElements } from '../api/read-elements.js';
import { refuseSummarizeErrors, writeElements, type Wire } from '../api/write-elements.js';
import type { QueryFields } from '../where/query-fields.js';
import { checkLockDates } from './document-checks.js';
import { deletion, paymentElement, type PaymentElement } from './payment-element.js';
import { paymentType, paymentWire } from './payment-wire.js';
import { deletePayment, storePayment } from './store-payment.js';

const LIST = ['where', 'order', 'page', 'pageSize'];
const scope = 'accounting.payments';

/** Source: Xero Accounting API, Payments. */
export const paymentEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'Payments', scope, query: LIST, handle: list },
  { method: 'GET', pattern: 'Payments/{id}', scope, query: [], handle: getOne },
  { method: 'PUT', pattern: 'Payments', scope, query: ['summarizeErrors'], handle: create },
  { method: 'POST', pattern: 'Payments', scope, query: [], handle: createOne },
  { method: 'POST', pattern: 'Payments/{id}', scope, query: [], handle: remove },
];

function fieldsOf(books: Books): QueryFields<HeldPayment> {
  return {
    PaymentID: { kind: 'guid', read: ({ id }) => id },
    PaymentType: { kind: 'text', read: (held) => paymentType(books, held) },
    Status: { kind: 'text', read: ({ status }) => status },
    Date: { kind: 'day', read: ({ date }) => date },
    'Invoice.InvoiceID': { kind: 'guid', read: ({ invoiceId }) => invoiceId },
    Reference: { kind: 'text', read: ({ reference }) => reference },
  };
}

function list(call: ApiCall): Answer {
  const { books } = call;
  const { records, pagination } = listRecords(call, books.payments.listed(), fieldsOf(books));
  return envelope(call, { ...pagination, Payments: records.map((record) => paymentWire(books, record)) });
}

function getOne(call: ApiCall): Answer {
  const held = call.books.payments.get(call.parameters['id'] ?? '');
  return held ? envelope(call, { Payments: [paymentWire(call.books, held)] }) : notFound();
}

function create(call: ApiCall): Answer {
  const elements = readElements(call, 'Payments', paymentElement);
  return writeElements(call, elements, { name: 'Payments', idField: 'PaymentID', write: writer(call) });
}

/** A POST makes one payment. */
function createOne(call: ApiCall): Answer {
  refuseSummarizeErrors(call);
  const element = readElement(call, 'Payments', paymentElement);
  return writeElements(call, [element], { name: 'Payments', idField: 'PaymentID', write: writer(call) });
}

function writer({ books }: ApiCall): (sent: PaymentElement, problems: Problems) => Wire | null {
  return (sent, problems) => {
    const held = storePayment(books, sent, problems);
    return held && paymentWire(books, held);
  };
}

/** A payment can only be deleted. */
function remove(call: ApiCall): Answer {
  const { books } = call;
  const held = books.payments.get(call.parameters['id'] ?? '');
  if (!held) return notFound();
  readElement(call, 'Payments', deletion);
  const problems = new Problems();
  checkLockDates(books, held.date, problems);
  if (held.status === 'DELETED') problems.error('The payment is not of valid status for modification.');
  if (!problems.isEmpty)
    throw validationException([{ PaymentID: held.id, ValidationErrors: messagesOf(problems.errors) }]);
  return envelope(call, { Payments: [paymentWire(books, deletePayment(books, held))] });
}
