import type { Books } from '../books/books.js';
import type { HeldAttachment } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import { validationException, type Refusal } from '../http/refusal.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { notFound } from '../api/not-found.js';
import type { Wire } from '../api/write-elements.js';

const MOST_FILES = 10;
const LARGEST_FILE = 10 * 1024 * 1024;
/** Characters that a name must not have. */
const FORBIDDEN = /[<>:"/\\|?*+\0]/;

const scope = 'accounting.attachments';

/** PUT and POST are the same; a file of the same name is replaced. Source: Xero Accounting API, Attachments. */
export const attachmentEndpoints: readonly Endpoint[] = [
  'BankTransactions',
  'BankTransfers',
  'CreditNotes',
  'Invoices',
  'ManualJournals',
].flatMap((name): Endpoint[] => [
  { method: 'GET', pattern: `${name}/{id}/Attachments`, scope, query: [], handle: (call) => list(call, name) },
  {
    method: 'PUT',
    pattern: `${name}/{id}/Attachments/{fileName}`,
    scope,
    query: [],
    handle: (call) => store(call, name),
  },
  {
    method: 'POST',
    pattern: `${name}/{id}/Attachments/{fileName}`,
    scope,
    query: [],
    handle: (call) => store(call, name),
  },
]);

function list(call: ApiCall, name: string): Answer {
  const id = documentIdOf(call, name);
  if (id === null) return notFound();
  const held = call.books.attachments.get(id) ?? [];
  return envelope(call, { Attachments: held.map((attachment) => wire(call, name, attachment)) });
}

function store(call: ApiCall, name: string): Answer {
  const documentId = documentIdOf(call, name);
  if (documentId === null) return notFound();
  const { books, body, contentType } = call;
  const fileName = call.parameters['fileName'] ?? '';
  const before = books.attachments.get(documentId) ?? [];
  const others = before.filter((attachment) => attachment.fileName !== fileName);
  if (fileName === '' || FORBIDDEN.test(fileName))
    throw refused('The file name is empty or has characters that are not allowed.');
  if (contentType === undefined) throw refused('The Content-Type of the file must be specified.');
  if (body.byteLength === 0) throw refused('The file is empty.');
  if (body.byteLength > LARGEST_FILE) throw refused('The file is larger than 10 MB.');
  if (others.length >= MOST_FILES) throw refused(`A document can have at most ${MOST_FILES} attachments.`);
  const same = before.find((attachment) => attachment.fileName === fileName);
  const stored = {
    id: same?.id ?? books.newId(),
    updatedAt: books.now(),
    documentId,
    fileName,
    contentType,
    byteLength: body.byteLength,
  };
  books.attachments.set(documentId, [...others, stored]);
  return envelope(call, { Attachments: [wire(call, name, stored)] });
}

/** The document's id where there is one of that kind. */
function documentIdOf({ books, parameters }: ApiCall, name: string): string | null {
  return tableOf(books, name).get(parameters['id'] ?? '')?.id ?? null;
}

function tableOf(books: Books, name: string): { get(id: string): { readonly id: string } | null } {
  switch (name) {
    case 'BankTransactions':
      return books.bankTransactions;
    case 'BankTransfers':
      return books.bankTransfers;
    case 'CreditNotes':
      return books.creditNotes;
    case 'Invoices':
      return books.invoices;
    default:
      return books.manualJournals;
  }
}

function wire({ baseUrl }: ApiCall, name: string, held: HeldAttachment): Wire {
  return {
    AttachmentID: held.id,
    FileName: held.fileName,
    Url: `${baseUrl}/${name}/${held.documentId}/Attachments/${encodeURIComponent(held.fileName)}`,
    MimeType: held.contentType,
    ContentLength: held.byteLength,
  };
}

function refused(message: string): Refusal {
  return validationException([], message);
}
