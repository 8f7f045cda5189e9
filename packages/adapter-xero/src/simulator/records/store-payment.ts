import type { Books } from '../books/books.js';
import type { HeldAccount, HeldPayment, Hundredths } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { findAccount } from '../lines/account-of-line.js';
import { exchange } from '../money/exchange.js';
import { toScaled } from '../money/scaled.js';
import { checkLength, checkLockDates, checkRate, today } from './document-checks.js';
import { amountLeft } from './invoice-amounts.js';
import { paidDocument, type PaidDocument } from './paid-document.js';
import type { PaymentElement } from './payment-element.js';

/** Checks and stores a payment; null where there are problems. Source: Xero Accounting API, Payments. */
export function storePayment(books: Books, sent: PaymentElement, problems: Problems): HeldPayment | null {
  const date = sent.Date ?? today(books);
  checkLockDates(books, date, problems);
  checkLength('Reference', sent.Reference, 255, problems);
  checkRate(sent.CurrencyRate, problems);
  const paid = paidDocument(books, sent, problems);
  const account = payingAccount(books, sent, problems);
  const amount = toScaled(sent.Amount ?? '', 2) ?? 0;
  if (amount <= 0) problems.error('The payment amount must be greater than zero, of at most 2 decimals.');
  if (paid && amount > amountLeft(books, paid.held))
    problems.error('Payment amount exceeds the amount outstanding on this document');
  if (!problems.isEmpty || !paid || !account) return null;
  const bankAmount = bankAmountOf(books, { sent, paid, account, amount }, problems);
  if (bankAmount === null) return null;
  const payment = books.payments.put({
    id: books.newId(),
    updatedAt: books.now(),
    status: 'AUTHORISED',
    invoiceId: paid.kind === 'invoice' ? paid.held.id : null,
    creditNoteId: paid.kind === 'credit-note' ? paid.held.id : null,
    accountId: account.id,
    date,
    amount,
    bankAmount,
    reference: sent.Reference ?? null,
    isReconciled: sent.IsReconciled ?? false,
  });
  const { paymentIds } = books;
  paymentIds.set(paid.held.id, [...(paymentIds.get(paid.held.id) ?? []), payment.id]);
  refreshPaidStatus(books, paid.held.id);
  return payment;
}

/** Takes a payment back: what it paid is due again. */
export function deletePayment(books: Books, held: HeldPayment): HeldPayment {
  const deleted = books.payments.put({ ...held, status: 'DELETED', updatedAt: books.now() });
  refreshPaidStatus(books, held.invoiceId ?? held.creditNoteId ?? '');
  return deleted;
}

/** Xero itself says whether a document is paid. */
function refreshPaidStatus(books: Books, id: string): void {
  const updatedAt = books.now();
  const invoice = books.invoices.get(id);
  if (invoice)
    books.invoices.put({ ...invoice, status: amountLeft(books, invoice) === 0 ? 'PAID' : 'AUTHORISED', updatedAt });
  const creditNote = books.creditNotes.get(id);
  if (creditNote)
    books.creditNotes.put({
      ...creditNote,
      status: amountLeft(books, creditNote) === 0 ? 'PAID' : 'AUTHORISED',
      updatedAt,
    });
}

/** A bank account, or one that payments may be made from. */
function payingAccount(books: Books, { Account }: PaymentElement, problems: Problems): HeldAccount | null {
  const account = findAccount(books, { code: Account?.Code, id: Account?.AccountID });
  const takesPayments = account !== null && (account.type === 'BANK' || account.takesPayments);
  if (!takesPayments) problems.error('The Account of a payment must be a bank account or one with payments enabled.');
  else if (account.status === 'ARCHIVED')
    problems.error('The Account of a payment has been archived, or has been deleted.');
  return account;
}

/** The amount in the account's currency: as sent, else by the day's rate. */
function bankAmountOf(
  { seed }: Books,
  {
    sent,
    paid,
    account,
    amount,
  }: { sent: PaymentElement; paid: PaidDocument; account: HeldAccount; amount: Hundredths },
  problems: Problems,
): Hundredths | null {
  const currency = account.currency ?? seed.baseCurrency;
  const given = sent.BankAmount === undefined ? undefined : toScaled(sent.BankAmount, 2);
  const isSame = currency === paid.held.currency;
  if (given === null || (given !== undefined && (given <= 0 || (isSame && given !== amount)))) {
    problems.error('The BankAmount of a payment must be positive, and its Amount where the currency is the same.');
    return null;
  }
  if (given !== undefined || isSame) return given ?? amount;
  const rateOf = (code: string) => seed.currencies.find((candidate) => candidate.code === code)?.rate ?? '1';
  return exchange(amount, sent.CurrencyRate ?? rateOf(paid.held.currency), rateOf(currency));
}
