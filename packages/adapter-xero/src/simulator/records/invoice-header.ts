import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice, HeldLine, HeldWithLines, InvoiceStatus } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { readLines } from '../lines/read-lines.js';
import { compareTotals, totalsOf } from '../lines/totals.js';
import { contactOfDocument } from './contact-of-document.js';
import { checkLength, checkLockDates, checkRate, rateOfCurrency, today } from './document-checks.js';
import type { CreditNoteElement, InvoiceElement } from './invoice-element.js';

type Held = HeldInvoice | HeldCreditNote;

/** How an invoice or credit note is written. */
export interface InvoiceWriting {
  readonly existing: Held | null;
  readonly status: InvoiceStatus;
  readonly unitPlaces: 2 | 4;
  readonly problems: Problems;
}

/** What invoices and credit notes share, checked; null where there are problems. Source: Xero Accounting API, Invoices and Credit Notes. */
export function readInvoice(
  books: Books,
  sent: InvoiceElement | CreditNoteElement,
  writing: InvoiceWriting,
): (HeldWithLines & { readonly dueDate: string | null }) | null {
  const { existing, status, problems } = writing;
  const date = sent.Date ?? existing?.date ?? today(books);
  // drafts, also submitted ones, stay possible in a closed period
  if (status === 'AUTHORISED') checkLockDates(books, date, problems);
  checkLength('Reference', sent.Reference, 255, problems);
  const contact = contactOfDocument(books, sent.Contact ?? namedBy(existing), problems);
  const currency = sent.CurrencyCode ?? existing?.currency ?? books.seed.baseCurrency;
  const currencyRate = rateOfCurrency(books, currency, problems);
  checkRate(sent.CurrencyRate, problems);
  const lineAmountTypes = sent.LineAmountTypes ?? existing?.lineAmountTypes ?? 'Exclusive';
  const lines = linesOf(books, sent, { ...writing, lineAmountTypes });
  const totals = totalsOf(lines, lineAmountTypes);
  compareTotals(sent, totals, problems);
  if (totals.total < 0) problems.error('The total of the document must not be negative.');
  if (!problems.isEmpty || !contact || currencyRate === null) return null;
  return {
    id: existing?.id ?? books.newId(),
    updatedAt: books.now(),
    contactId: contact.id,
    date,
    dueDate: sent.DueDate ?? existing?.dueDate ?? null,
    reference: sent.Reference ?? existing?.reference ?? null,
    currency,
    currencyRate: sent.CurrencyRate ?? currencyRate,
    lineAmountTypes,
    lines,
    ...totals,
  };
}

function linesOf(
  books: Books,
  sent: InvoiceElement | CreditNoteElement,
  plan: InvoiceWriting & { readonly lineAmountTypes: HeldWithLines['lineAmountTypes'] },
): readonly HeldLine[] {
  const { existing, status, unitPlaces, problems, lineAmountTypes } = plan;
  if (sent.LineItems === undefined && existing && sent.LineAmountTypes === undefined) return existing.lines;
  if ((sent.LineItems ?? []).length === 0) problems.error('At least one line item must be specified.');
  const isDraft = status === 'DRAFT';
  return readLines(
    books,
    sent.LineItems ?? [],
    { lineAmountTypes, isDraft, mayOverrideTax: true, unitPlaces },
    problems,
  );
}

function namedBy(existing: Held | null) {
  return existing ? { ContactID: existing.contactId } : undefined;
}
