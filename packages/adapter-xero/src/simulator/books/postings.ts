import type { Books } from './books.js';
import type { HeldJournalLine, HeldLine, HeldWithLines, Hundredths, LineAmountTypes } from './held-records.js';
import type { HeldPosting } from './xero-books.js';

/** What a document debits and credits, in its own currency; debits equal credits. Nothing where it is deleted, voided or unknown. */
export function postingsOf(books: Books, id: string): readonly HeldPosting[] {
  const found = ofBankTransaction(books, id) ?? ofInvoice(books, id) ?? ofCreditNote(books, id);
  const postings = found ?? ofPayment(books, id) ?? ofBankTransfer(books, id) ?? ofManualJournal(books, id) ?? [];
  return postings.filter(({ amount }) => amount !== 0);
}

/** A code by which people know the account; its id where it has none. */
function accountName({ accounts }: Books, id: string | null): string {
  return id === null ? 'none' : (accounts.get(id)?.code ?? id);
}

/** The account that Xero itself posts to. */
function systemAccount({ accounts }: Books, name: string): string {
  return accounts.all().find((account) => account.systemAccount === name)?.code ?? name;
}

function ofBankTransaction(books: Books, id: string): readonly HeldPosting[] | null {
  const held = books.bankTransactions.get(id);
  if (held?.status !== 'AUTHORISED') return null;
  return against(books, held, accountName(books, held.bankAccountId), held.type.startsWith('SPEND') ? 1 : -1);
}

function ofInvoice(books: Books, id: string): readonly HeldPosting[] | null {
  const held = books.invoices.get(id);
  if (!held || isGone(held.status)) return null;
  return held.type === 'ACCPAY'
    ? against(books, held, systemAccount(books, 'CREDITORS'), 1)
    : against(books, held, systemAccount(books, 'DEBTORS'), -1);
}

function ofCreditNote(books: Books, id: string): readonly HeldPosting[] | null {
  const held = books.creditNotes.get(id);
  if (!held || isGone(held.status)) return null;
  return held.type === 'ACCPAYCREDIT'
    ? against(books, held, systemAccount(books, 'CREDITORS'), -1)
    : against(books, held, systemAccount(books, 'DEBTORS'), 1);
}

function ofPayment(books: Books, id: string): readonly HeldPosting[] | null {
  const held = books.payments.get(id);
  if (held?.status !== 'AUTHORISED') return null;
  const type = books.invoices.get(held.invoiceId ?? '')?.type ?? books.creditNotes.get(held.creditNoteId ?? '')?.type;
  const owed = systemAccount(books, type?.startsWith('ACCPAY') ? 'CREDITORS' : 'DEBTORS');
  const account = accountName(books, held.accountId);
  return type === 'ACCPAY' || type === 'ACCRECCREDIT'
    ? transfer(account, owed, held.amount)
    : transfer(owed, account, held.amount);
}

function ofBankTransfer(books: Books, id: string): readonly HeldPosting[] | null {
  const held = books.bankTransfers.get(id);
  if (held?.status !== 'AUTHORISED') return null;
  return transfer(accountName(books, held.fromAccountId), accountName(books, held.toAccountId), held.amount);
}

function ofManualJournal(books: Books, id: string): readonly HeldPosting[] | null {
  const held = books.manualJournals.get(id);
  return held && !isGone(held.status) ? debits(books, held.lines, held.lineAmountTypes, 1) : null;
}

function transfer(from: string, to: string, amount: Hundredths): readonly HeldPosting[] {
  return [
    { account: to, amount },
    { account: from, amount: -amount },
  ];
}

/** Lines on one side, their total on an account on the other. */
function against(books: Books, held: HeldWithLines, account: string, sign: 1 | -1): readonly HeldPosting[] {
  return [...debits(books, held.lines, held.lineAmountTypes, sign), { account, amount: -sign * held.total }];
}

/** Net on the line's account, tax on the tax account. */
function debits(
  books: Books,
  lines: readonly (HeldLine | HeldJournalLine)[],
  types: LineAmountTypes,
  sign: 1 | -1,
): HeldPosting[] {
  return lines.flatMap(({ accountId, lineAmount, tax }) => [
    { account: accountName(books, accountId), amount: sign * (types === 'Inclusive' ? lineAmount - tax : lineAmount) },
    { account: systemAccount(books, 'GST'), amount: sign * tax },
  ]);
}

function isGone(status: string): boolean {
  return status === 'DELETED' || status === 'VOIDED';
}
