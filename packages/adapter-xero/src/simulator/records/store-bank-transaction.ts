import type { Books } from '../books/books.js';
import type { HeldAccount, HeldBankTransaction, HeldLine, LineAmountTypes } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { readLines } from '../lines/read-lines.js';
import { compareTotals, totalsOf } from '../lines/totals.js';
import type { BankTransactionElement } from './bank-transaction-element.js';
import { contactOfDocument } from './contact-of-document.js';
import { bankAccountOf, checkLength, checkLockDates, checkUrl, rateOfCurrency, today } from './document-checks.js';
import { readOverpaymentLines } from './overpayment-lines.js';

/** Checks and stores a bank transaction, new or changed; null where there are problems. Source: Xero Accounting API, Bank Transactions. */
export function storeBankTransaction(
  books: Books,
  sent: BankTransactionElement,
  { existing, unitPlaces, problems }: { existing: HeldBankTransaction | null; unitPlaces: 2 | 4; problems: Problems },
): HeldBankTransaction | null {
  const type = sent.Type ?? existing?.type;
  if (type === undefined) problems.error('The Type of a bank transaction must be specified.');
  if (existing === null && sent.Status !== undefined && sent.Status !== 'AUTHORISED')
    problems.error('The bank transaction is not of valid status for creation.');
  const date = sent.Date ?? existing?.date ?? today(books);
  checkLockDates(books, date, problems);
  checkUrl(sent.Url, problems);
  checkLength('Reference', sent.Reference, 255, problems);
  const contact = contactOfDocument(books, sent.Contact ?? referenceTo(existing), problems);
  const account = bankAccountOf(books, sent.BankAccount ?? accountOf(existing), 'BankAccount', problems);
  const currency = account && currencyOf(books, sent, account, problems);
  const lineAmountTypes = sent.LineAmountTypes ?? existing?.lineAmountTypes ?? 'Inclusive';
  const lines = linesOf(books, sent, { existing, unitPlaces, problems, lineAmountTypes });
  const totals = totalsOf(lines, lineAmountTypes);
  compareTotals(sent, totals, problems);
  if (totals.total <= 0 && problems.isEmpty) problems.error('The total of a bank transaction must be positive.');
  if (!problems.isEmpty || type === undefined || !contact || !account || !currency) return null;
  return books.bankTransactions.put({
    id: existing?.id ?? books.newId(),
    updatedAt: books.now(),
    type,
    status: 'AUTHORISED',
    contactId: contact.id,
    bankAccountId: account.id,
    date,
    reference: sent.Reference ?? existing?.reference ?? null,
    url: sent.Url ?? existing?.url ?? null,
    isReconciled: sent.IsReconciled ?? existing?.isReconciled ?? false,
    ...currency,
    lineAmountTypes,
    lines,
    ...totals,
    overpaymentId: existing?.overpaymentId ?? (type.endsWith('OVERPAYMENT') ? books.newId() : null),
  });
}

/** Spent and received money has the currency of its bank account, whatever is sent. */
function currencyOf(
  books: Books,
  { CurrencyCode }: BankTransactionElement,
  account: HeldAccount,
  problems: Problems,
): { readonly currency: string; readonly currencyRate: string } | null {
  const currency = account.currency ?? books.seed.baseCurrency;
  if (CurrencyCode !== undefined && CurrencyCode !== currency)
    problems.error(`The currency ${CurrencyCode} is not that of the bank account, ${currency}.`);
  const currencyRate = rateOfCurrency(books, currency, problems);
  return currencyRate === null ? null : { currency, currencyRate };
}

interface LinesPlan {
  readonly existing: HeldBankTransaction | null;
  readonly unitPlaces: 2 | 4;
  readonly problems: Problems;
  readonly lineAmountTypes: LineAmountTypes;
}

function linesOf(books: Books, sent: BankTransactionElement, plan: LinesPlan): readonly HeldLine[] {
  const { existing, unitPlaces, problems, lineAmountTypes } = plan;
  const type = sent.Type ?? existing?.type;
  if (sent.LineItems === undefined && existing) return existing.lines;
  const lines = sent.LineItems ?? [];
  if (lines.length === 0) problems.error('At least one line item must be specified.');
  if (type?.endsWith('OVERPAYMENT')) return readOverpaymentLines(books, lines, { type, unitPlaces, problems });
  return readLines(books, lines, { lineAmountTypes, isDraft: false, mayOverrideTax: false, unitPlaces }, problems);
}

function referenceTo(existing: HeldBankTransaction | null) {
  return existing ? { ContactID: existing.contactId } : undefined;
}

function accountOf(existing: HeldBankTransaction | null) {
  return existing ? { AccountID: existing.bankAccountId } : undefined;
}
