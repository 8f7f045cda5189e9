import type { HeldBankTransaction } from '../books/held-records.js';
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
import type { QueryFields } from '../where/query-fields.js';
import { bankTransactionElement, type BankTransactionElement } from './bank-transaction-element.js';
import { bankTransactionWire } from './bank-transaction-wire.js';
import { fieldsWithLines } from './fields-with-lines.js';
import { storeBankTransaction } from './store-bank-transaction.js';
import { checkLockDates } from './document-checks.js';

const FIELDS: QueryFields<HeldBankTransaction> = {
  BankTransactionID: { kind: 'guid', read: ({ id }) => id },
  Type: { kind: 'text', read: ({ type }) => type },
  Status: { kind: 'text', read: ({ status }) => status },
  'BankAccount.AccountID': { kind: 'guid', read: ({ bankAccountId }) => bankAccountId },
  Url: { kind: 'text', read: ({ url }) => url },
  ...fieldsWithLines<HeldBankTransaction>(),
};

const LIST = ['where', 'order', 'page', 'pageSize', 'unitdp', 'References'];
const BATCH = ['summarizeErrors', 'unitdp'];
const scope = 'accounting.banktransactions';

/** Source: Xero Accounting API, Bank Transactions. */
export const bankTransactionEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'BankTransactions', scope, query: LIST, handle: list },
  { method: 'GET', pattern: 'BankTransactions/{id}', scope, query: ['unitdp'], handle: getOne },
  { method: 'PUT', pattern: 'BankTransactions', scope, query: BATCH, handle: (call) => write(call, 'create') },
  { method: 'POST', pattern: 'BankTransactions', scope, query: BATCH, handle: (call) => write(call, 'upsert') },
  { method: 'POST', pattern: 'BankTransactions/{id}', scope, query: ['unitdp'], handle: update },
];

function list(call: ApiCall): Answer {
  const { books } = call;
  const references = listFilter(call, 'References');
  const held = books.bankTransactions
    .listed()
    .filter(({ reference }) => references === null || references.has(reference?.toLowerCase() ?? ''));
  const { records, isPaged, pagination } = listRecords(call, held, FIELDS);
  return envelope(call, {
    ...pagination,
    BankTransactions: records.map((record) => bankTransactionWire(books, record, isPaged)),
  });
}

function getOne(call: ApiCall): Answer {
  const held = call.books.bankTransactions.get(call.parameters['id'] ?? '');
  return held ? envelope(call, { BankTransactions: [bankTransactionWire(call.books, held)] }) : notFound();
}

function update(call: ApiCall): Answer {
  const held = call.books.bankTransactions.get(call.parameters['id'] ?? '');
  if (!held) return notFound();
  refuseSummarizeErrors(call);
  return write(call, held);
}

function write(call: ApiCall, target: 'create' | 'upsert' | HeldBankTransaction): Answer {
  const { books } = call;
  const writeOne = (sent: BankTransactionElement, problems: Problems): Wire | null => {
    const named = sent.BankTransactionID === undefined ? null : books.bankTransactions.get(sent.BankTransactionID);
    const existing = typeof target === 'object' ? target : target === 'upsert' ? named : null;
    if (sent.BankTransactionID !== undefined && !existing)
      problems.error('An existing bank transaction with the specified BankTransactionID could not be found');
    const held =
      existing && refusesChange(existing, problems) ? null : storeOrDelete(call, sent, { existing, problems });
    return held && bankTransactionWire(books, held);
  };
  const elements = readElements(call, 'BankTransactions', bankTransactionElement);
  return writeElements(call, elements, { name: 'BankTransactions', idField: 'BankTransactionID', write: writeOne });
}

function refusesChange({ status }: HeldBankTransaction, problems: Problems): boolean {
  if (status === 'AUTHORISED') return false;
  problems.error('The bank transaction is not of valid status for modification.');
  return true;
}

function storeOrDelete(
  call: ApiCall,
  sent: BankTransactionElement,
  { existing, problems }: { existing: HeldBankTransaction | null; problems: Problems },
): HeldBankTransaction | null {
  const { books } = call;
  if (existing) checkLockDates(books, existing.date, problems);
  if (!existing || sent.Status === undefined || sent.Status === 'AUTHORISED')
    return storeBankTransaction(books, sent, { existing, unitPlaces: unitPlacesOf(call), problems });
  return books.bankTransactions.put({ ...existing, status: sent.Status, updatedAt: books.now() });
}
