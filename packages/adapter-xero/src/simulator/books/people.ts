import type { Books } from './books.js';
import { contactOf } from './seeded-records.js';
import type {
  HeldContact,
  HeldJournalLine,
  HeldLine,
  HeldRecord,
  HeldWithLines,
  Hundredths,
  InvoiceStatus,
} from './held-records.js';
import type { Table } from './table.js';
import type { XeroBooks } from './xero-books.js';

type HeldDated = HeldRecord & { readonly date: string };

type WhatPeopleDo = Pick<
  XeroBooks,
  | 'voidDocument'
  | 'changeTotal'
  | 'moveToDay'
  | 'overwriteReference'
  | 'approve'
  | 'archiveAccount'
  | 'addContact'
  | 'archiveContact'
  | 'mergeContacts'
  | 'setLockDates'
>;

/** What people do in an organisation, without the API and its rules. */
export function peopleOf(books: Books): WhatPeopleDo {
  return {
    voidDocument: (id) => voidDocument(books, id),
    changeTotal: (id, total) => changeTotal(books, id, total),
    moveToDay: (id, date) => moveToDay(books, id, date),
    overwriteReference: (id, text) => overwriteReference(books, id, text),
    approve: (id) => approve(books, id),
    archiveAccount: (code) => archiveAccount(books, code),
    addContact: (name, contactNumber) =>
      books.contacts.put(contactOf(contactNumber === undefined ? { name } : { name, contactNumber }, books)),
    archiveContact: (id) => changeContact(books, id, { status: 'ARCHIVED' }),
    mergeContacts: (id, mergedInto) => changeContact(books, id, { status: 'ARCHIVED', mergedInto }),
    setLockDates: (dates) => void Object.assign(books.lockDates, dates),
  };
}

function voidDocument(books: Books, id: string): void {
  const updatedAt = books.now();
  const { bankTransactions, invoices, creditNotes, payments, bankTransfers, manualJournals } = books;
  const transaction = bankTransactions.get(id);
  if (transaction) return void bankTransactions.put({ ...transaction, status: 'DELETED', updatedAt });
  const payment = payments.get(id);
  if (payment) return void payments.put({ ...payment, status: 'DELETED', updatedAt });
  const transfer = bankTransfers.get(id);
  if (transfer) return void bankTransfers.put({ ...transfer, status: 'DELETED', updatedAt });
  const invoice = invoices.get(id);
  if (invoice) return void invoices.put({ ...invoice, status: goneFrom(invoice.status), updatedAt });
  const creditNote = creditNotes.get(id);
  if (creditNote) return void creditNotes.put({ ...creditNote, status: goneFrom(creditNote.status), updatedAt });
  const journal = manualJournals.get(id);
  if (!journal) throw nothing(id);
  manualJournals.put({ ...journal, status: journal.status === 'DRAFT' ? 'DELETED' : 'VOIDED', updatedAt });
}

/** Drafts are deleted, what was approved is voided. */
function goneFrom(status: InvoiceStatus): InvoiceStatus {
  return status === 'DRAFT' || status === 'SUBMITTED' ? 'DELETED' : 'VOIDED';
}

function changeTotal(books: Books, id: string, total: Hundredths): void {
  const updatedAt = books.now();
  const { bankTransactions, invoices, creditNotes, payments, bankTransfers, manualJournals } = books;
  const transaction = bankTransactions.get(id);
  if (transaction) return void bankTransactions.put({ ...transaction, ...withTotal(transaction, total), updatedAt });
  const invoice = invoices.get(id);
  if (invoice) return void invoices.put({ ...invoice, ...withTotal(invoice, total), updatedAt });
  const creditNote = creditNotes.get(id);
  if (creditNote) return void creditNotes.put({ ...creditNote, ...withTotal(creditNote, total), updatedAt });
  const payment = payments.get(id);
  if (payment) return void payments.put({ ...payment, amount: total, bankAmount: total, updatedAt });
  const transfer = bankTransfers.get(id);
  if (transfer) return void bankTransfers.put({ ...transfer, amount: total, updatedAt });
  const journal = manualJournals.get(id);
  if (!journal) throw nothing(id);
  manualJournals.put({ ...journal, lines: journalWithTotal(journal.lines, total), updatedAt });
}

/** The first line takes the difference; taxes stay. */
function withTotal(held: HeldWithLines, total: Hundredths): Pick<HeldWithLines, 'lines' | 'subTotal' | 'total'> {
  const difference = total - held.total;
  const lines = held.lines.map((line, index): HeldLine => {
    if (index > 0) return line;
    const lineAmount = line.lineAmount + difference;
    return { ...line, quantity: 10_000, unitAmount: lineAmount * 100, lineAmount };
  });
  return { lines, subTotal: held.subTotal + difference, total };
}

/** The first debit and the first credit take the difference. */
function journalWithTotal(lines: readonly HeldJournalLine[], total: Hundredths): readonly HeldJournalLine[] {
  const difference = total - lines.reduce((sum, { lineAmount }) => sum + Math.max(lineAmount, 0), 0);
  const debit = lines.find(({ lineAmount }) => lineAmount > 0);
  const credit = lines.find(({ lineAmount }) => lineAmount < 0);
  return lines.map((line) => {
    const change = line === debit ? difference : line === credit ? -difference : 0;
    return { ...line, lineAmount: line.lineAmount + change };
  });
}

/** Each kind keeps it in a field of its own. */
function overwriteReference(books: Books, id: string, text: string): void {
  const updatedAt = books.now();
  const { bankTransactions, invoices, creditNotes, payments, bankTransfers, manualJournals } = books;
  const transaction = bankTransactions.get(id);
  if (transaction) return void bankTransactions.put({ ...transaction, reference: text, updatedAt });
  const payment = payments.get(id);
  if (payment) return void payments.put({ ...payment, reference: text, updatedAt });
  const transfer = bankTransfers.get(id);
  if (transfer) return void bankTransfers.put({ ...transfer, reference: text, updatedAt });
  const invoice = invoices.get(id);
  if (invoice) return void invoices.put({ ...invoice, number: text, updatedAt });
  const creditNote = creditNotes.get(id);
  if (creditNote) return void creditNotes.put({ ...creditNote, number: text, updatedAt });
  const journal = manualJournals.get(id);
  if (!journal) throw nothing(id);
  manualJournals.put({ ...journal, narration: text, updatedAt });
}

function moveToDay(books: Books, id: string, date: string): void {
  const updatedAt = books.now();
  const move = <Held extends HeldDated>(table: Table<Held>): boolean => {
    const held = table.get(id);
    if (held) table.put({ ...held, date, updatedAt });
    return held !== null;
  };
  const { bankTransactions, invoices, creditNotes, payments, bankTransfers, manualJournals } = books;
  const isMoved =
    move(bankTransactions) ||
    move(invoices) ||
    move(creditNotes) ||
    move(payments) ||
    move(bankTransfers) ||
    move(manualJournals);
  if (!isMoved) throw nothing(id);
}

function approve(books: Books, id: string): void {
  const updatedAt = books.now();
  const { invoices, creditNotes, manualJournals } = books;
  const invoice = invoices.get(id);
  if (invoice) return void invoices.put({ ...invoice, status: 'AUTHORISED', updatedAt });
  const creditNote = creditNotes.get(id);
  if (creditNote) return void creditNotes.put({ ...creditNote, status: 'AUTHORISED', updatedAt });
  const journal = manualJournals.get(id);
  if (!journal) throw nothing(id);
  manualJournals.put({ ...journal, status: 'POSTED', updatedAt });
}

function archiveAccount({ accounts, now }: Books, code: string): void {
  const account = accounts.all().find((candidate) => candidate.code === code);
  if (!account) throw new Error(`The organisation has no account ${code}.`);
  accounts.put({ ...account, status: 'ARCHIVED', updatedAt: now() });
}

function changeContact({ contacts, now }: Books, id: string, change: Partial<HeldContact>): void {
  const contact = contacts.get(id);
  if (!contact) throw new Error(`The organisation has no contact ${id}.`);
  contacts.put({ ...contact, ...change, updatedAt: now() });
}

function nothing(id: string): Error {
  return new Error(`The organisation holds no document ${id}.`);
}
