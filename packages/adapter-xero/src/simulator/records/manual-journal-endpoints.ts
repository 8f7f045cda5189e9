import type { Books } from '../books/books.js';
import type { HeldManualJournal } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { dayFields, envelope, instant } from '../api/envelope.js';
import { listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import type { Problems } from '../api/problems.js';
import { readElements } from '../api/read-elements.js';
import { refuseSummarizeErrors, writeElements, type Wire } from '../api/write-elements.js';
import { trackingWire } from '../lines/line-wire.js';
import { amountOf } from '../money/scaled.js';
import type { QueryFields } from '../where/query-fields.js';
import { manualJournalElement, type ManualJournalElement } from './manual-journal-element.js';
import { accountReferenceWire, hasAttachments } from './reference-wires.js';
import { storeManualJournal } from './store-manual-journal.js';

const FIELDS: QueryFields<HeldManualJournal> = {
  ManualJournalID: { kind: 'guid', read: ({ id }) => id },
  Status: { kind: 'text', read: ({ status }) => status },
  Date: { kind: 'day', read: ({ date }) => date },
  Narration: { kind: 'text', read: ({ narration }) => narration },
};

const LIST = ['where', 'order', 'page', 'pageSize'];
const scope = 'accounting.manualjournals';

/** Source: Xero Accounting API, Manual Journals. */
export const manualJournalEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'ManualJournals', scope, query: LIST, handle: list },
  { method: 'GET', pattern: 'ManualJournals/{id}', scope, query: [], handle: getOne },
  {
    method: 'PUT',
    pattern: 'ManualJournals',
    scope,
    query: ['summarizeErrors'],
    handle: (call) => write(call, () => null),
  },
  {
    method: 'POST',
    pattern: 'ManualJournals',
    scope,
    query: ['summarizeErrors'],
    handle: (call) => write(call, named(call)),
  },
  { method: 'POST', pattern: 'ManualJournals/{id}', scope, query: [], handle: update },
];

function list(call: ApiCall): Answer {
  const { books } = call;
  const { records, isPaged, pagination } = listRecords(call, books.manualJournals.listed(), FIELDS);
  return envelope(call, {
    ...pagination,
    ManualJournals: records.map((record) => journalWire(books, record, isPaged)),
  });
}

function getOne(call: ApiCall): Answer {
  const held = call.books.manualJournals.get(call.parameters['id'] ?? '');
  return held ? envelope(call, { ManualJournals: [journalWire(call.books, held)] }) : notFound();
}

function update(call: ApiCall): Answer {
  const held = call.books.manualJournals.get(call.parameters['id'] ?? '');
  if (!held) return notFound();
  refuseSummarizeErrors(call);
  return write(call, () => held);
}

function named({ books }: ApiCall): (sent: ManualJournalElement) => HeldManualJournal | null {
  return ({ ManualJournalID }) => (ManualJournalID === undefined ? null : books.manualJournals.get(ManualJournalID));
}

function write(call: ApiCall, targetOf: (sent: ManualJournalElement) => HeldManualJournal | null): Answer {
  const writeOne = (sent: ManualJournalElement, problems: Problems): Wire | null => {
    const existing = targetOf(sent);
    if (sent.ManualJournalID !== undefined && !existing)
      problems.error('An existing Manual Journal with the specified ManualJournalID could not be found');
    const held = storeManualJournal(call.books, sent, existing, problems);
    return held && journalWire(call.books, held);
  };
  const elements = readElements(call, 'ManualJournals', manualJournalElement);
  return writeElements(call, elements, { name: 'ManualJournals', idField: 'ManualJournalID', write: writeOne });
}

function journalWire(books: Books, held: HeldManualJournal, hasLines = true): Wire {
  return {
    ManualJournalID: held.id,
    Narration: held.narration,
    ...dayFields('Date', held.date),
    Status: held.status,
    LineAmountTypes: held.lineAmountTypes,
    ...(held.url === null ? {} : { Url: held.url }),
    ShowOnCashBasisReports: true,
    HasAttachments: hasAttachments(books, held.id),
    UpdatedDateUTC: instant(held.updatedAt),
    JournalLines: hasLines ? held.lines.map((line) => journalLineWire(books, line)) : [],
  };
}

function journalLineWire(books: Books, line: HeldManualJournal['lines'][number]): Wire {
  const { AccountID, Code } = line.accountId === null ? {} : accountReferenceWire(books, line.accountId);
  return {
    ...(AccountID === undefined ? {} : { AccountID }),
    ...(Code === undefined ? {} : { AccountCode: Code }),
    Description: line.description ?? '',
    TaxType: line.taxType,
    LineAmount: amountOf(line.lineAmount),
    TaxAmount: amountOf(line.tax),
    IsBlank: false,
    Tracking: trackingWire(books, line.tracking),
  };
}
