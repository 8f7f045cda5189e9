import type { Books } from '../books/books.js';
import type { HeldManualJournal } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { checkLockDates, checkUrl, today } from './document-checks.js';
import { readJournalLines } from './journal-lines.js';
import type { ManualJournalElement } from './manual-journal-element.js';

type Status = HeldManualJournal['status'];

/** Source: Xero Accounting API, Manual Journals: status codes. */
const NEXT: Readonly<Record<'NEW' | Status, readonly Status[]>> = {
  NEW: ['DRAFT', 'POSTED'],
  DRAFT: ['DRAFT', 'POSTED', 'DELETED'],
  POSTED: ['POSTED', 'VOIDED'],
  DELETED: [],
  VOIDED: [],
};

/** Checks and stores a journal in the base currency; null where there are problems. */
export function storeManualJournal(
  books: Books,
  sent: ManualJournalElement,
  existing: HeldManualJournal | null,
  problems: Problems,
): HeldManualJournal | null {
  const status = sent.Status ?? existing?.status ?? 'DRAFT';
  if (!NEXT[existing?.status ?? 'NEW'].includes(status))
    problems.error(`The journal is not of valid status for ${existing ? 'modification' : 'creation'}.`);
  if (existing?.status === 'POSTED') checkLockDates(books, existing.date, problems);
  if (existing && (status === 'DELETED' || status === 'VOIDED'))
    return problems.isEmpty ? books.manualJournals.put({ ...existing, status, updatedAt: books.now() }) : null;
  const date = sent.Date ?? existing?.date ?? today(books);
  // drafts stay possible in a closed period
  if (status === 'POSTED') checkLockDates(books, date, problems);
  checkUrl(sent.Url, problems);
  const narration = sent.Narration ?? existing?.narration ?? '';
  if (narration === '') problems.error('The Narration of a manual journal must be specified.');
  const lineAmountTypes = sent.LineAmountTypes ?? existing?.lineAmountTypes ?? 'NoTax';
  const rules = { lineAmountTypes, isDraft: status === 'DRAFT', problems };
  const lines =
    sent.JournalLines === undefined && existing
      ? existing.lines
      : readJournalLines(books, sent.JournalLines ?? [], rules);
  if (!problems.isEmpty) return null;
  return books.manualJournals.put({
    id: existing?.id ?? books.newId(),
    updatedAt: books.now(),
    status,
    narration,
    date,
    lineAmountTypes,
    lines,
    url: sent.Url ?? existing?.url ?? null,
  });
}
