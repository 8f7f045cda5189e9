import type { Books } from '../books/books.js';
import type { HeldBankTransfer } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { dayFields, envelope, instant } from '../api/envelope.js';
import { listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import type { Problems } from '../api/problems.js';
import { readElement, readElements } from '../api/read-elements.js';
import { refuseSummarizeErrors, writeElements, type Wire } from '../api/write-elements.js';
import { jsonNumber } from '@ledgerferry/http';
import { trackingWire } from '../lines/line-wire.js';
import { amountOf, fromScaled } from '../money/scaled.js';
import type { QueryFields } from '../where/query-fields.js';
import { bankTransferDeletion, bankTransferElement, type BankTransferElement } from './bank-transfer-element.js';
import { checkLockDates } from './document-checks.js';
import { deletion } from './payment-element.js';
import { accountReferenceWire, hasAttachments } from './reference-wires.js';
import { storeBankTransfer } from './store-bank-transfer.js';

const FIELDS: QueryFields<HeldBankTransfer> = {
  BankTransferID: { kind: 'guid', read: ({ id }) => id },
  Date: { kind: 'day', read: ({ date }) => date },
  Amount: { kind: 'number', read: ({ amount }) => fromScaled(amount, 2) },
  Reference: { kind: 'text', read: ({ reference }) => reference },
  Status: { kind: 'text', read: ({ status }) => status },
  'FromBankAccount.AccountID': { kind: 'guid', read: ({ fromAccountId }) => fromAccountId },
  'ToBankAccount.AccountID': { kind: 'guid', read: ({ toAccountId }) => toAccountId },
};

const scope = 'accounting.banktransactions';

/** Lists have no pages; creation knows no summarizeErrors. Source: Xero Accounting API, Bank Transfers. */
export const bankTransferEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'BankTransfers', scope, query: ['where', 'order', 'includeDeleted'], handle: list },
  { method: 'GET', pattern: 'BankTransfers/{id}', scope, query: [], handle: getOne },
  { method: 'PUT', pattern: 'BankTransfers', scope, query: [], handle: create },
  { method: 'POST', pattern: 'BankTransfers', scope, query: ['summarizeErrors'], handle: removeMany },
  { method: 'POST', pattern: 'BankTransfers/{id}', scope, query: [], handle: removeOne },
];

function list(call: ApiCall): Answer {
  const { books, query } = call;
  const isShown = ({ status }: HeldBankTransfer) => status !== 'DELETED' || query.get('includeDeleted') === 'true';
  const { records } = listRecords(call, books.bankTransfers.listed().filter(isShown), FIELDS);
  return envelope(call, { BankTransfers: records.map((record) => transferWire(books, record)) });
}

function getOne(call: ApiCall): Answer {
  const held = call.books.bankTransfers.get(call.parameters['id'] ?? '');
  return held ? envelope(call, { BankTransfers: [transferWire(call.books, held)] }) : notFound();
}

function create(call: ApiCall): Answer {
  refuseSummarizeErrors(call);
  const write = (sent: BankTransferElement, problems: Problems): Wire | null => {
    const held = storeBankTransfer(call.books, sent, problems);
    return held && transferWire(call.books, held);
  };
  const elements = readElements(call, 'BankTransfers', bankTransferElement);
  return writeElements(call, elements, { name: 'BankTransfers', idField: 'BankTransferID', write });
}

function removeMany(call: ApiCall): Answer {
  const elements = readElements(call, 'BankTransfers', bankTransferDeletion);
  return writeElements(call, elements, {
    name: 'BankTransfers',
    idField: 'BankTransferID',
    write: ({ BankTransferID = '' }, problems) => remove(call.books, BankTransferID, problems),
  });
}

function removeOne(call: ApiCall): Answer {
  refuseSummarizeErrors(call);
  const id = call.parameters['id'] ?? '';
  if (!call.books.bankTransfers.get(id)) return notFound();
  return writeElements(call, [readElement(call, 'BankTransfers', deletion)], {
    name: 'BankTransfers',
    idField: 'BankTransferID',
    write: (_element, problems) => remove(call.books, id, problems),
  });
}

function remove(books: Books, id: string, problems: Problems): Wire | null {
  const held = books.bankTransfers.get(id);
  if (held?.status !== 'AUTHORISED') {
    problems.error('The bank transfer could not be found or is not of valid status for modification.');
    return null;
  }
  checkLockDates(books, held.date, problems);
  return transferWire(books, books.bankTransfers.put({ ...held, status: 'DELETED', updatedAt: books.now() }));
}

function transferWire(books: Books, held: HeldBankTransfer): Wire {
  return {
    BankTransferID: held.id,
    CreatedDateUTC: instant(held.createdAt),
    CreatedDateUTCString: new Date(held.createdAt).toISOString().slice(0, 19),
    ...dayFields('Date', held.date),
    FromBankAccount: accountReferenceWire(books, held.fromAccountId),
    ToBankAccount: accountReferenceWire(books, held.toAccountId),
    Amount: amountOf(held.amount),
    CurrencyRate: jsonNumber('1.0000000000'),
    FromBankTransactionID: held.fromTransactionId,
    ToBankTransactionID: held.toTransactionId,
    FromIsReconciled: held.fromIsReconciled,
    ToIsReconciled: held.toIsReconciled,
    ...(held.reference === null ? {} : { Reference: held.reference }),
    Status: held.status,
    FromTracking: trackingWire(books, held.fromTracking),
    ToTracking: trackingWire(books, held.toTracking),
    HasAttachments: hasAttachments(books, held.id),
  };
}
