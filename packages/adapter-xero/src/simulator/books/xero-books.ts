import type {
  HeldAccount,
  HeldAttachment,
  HeldBankTransaction,
  HeldBankTransfer,
  HeldContact,
  HeldCreditNote,
  HeldInvoice,
  HeldManualJournal,
  HeldPayment,
  Hundredths,
} from './held-records.js';

/** Kinds of documents, in the words of this adapter; an `invoice` is one to a customer. */
export type HeldKind =
  | 'bank-transaction'
  | 'bill'
  | 'invoice'
  | 'credit-note'
  | 'payment'
  | 'bank-transfer'
  | 'manual-journal';

/** A document of whatever kind, as a judge looks at it. */
export interface HeldDocument {
  readonly kind: HeldKind;
  readonly id: string;
  readonly state: 'live' | 'draft' | 'voided';
  /** Xero's own word: `AUTHORISED`, `POSTED`, `PAID`, … */
  readonly status: string;
  /** What stands where a reference can: `Reference`, `InvoiceNumber`, `CreditNoteNumber` or `Narration`. */
  readonly reference: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly currency: string;
  readonly total: Hundredths;
  /** Codes of the accounts that it debits and credits; ids where they have none. */
  readonly accounts: readonly string[];
}

/** One side of what a document books, in the document's currency. */
export interface HeldPosting {
  /** Its code; its id where it has none. */
  readonly account: string;
  /** Positive is debit. */
  readonly amount: Hundredths;
}

/**
 * The back door of one organisation: reads what is held without the API, at once, and does what people do in Xero. What a person
 * does counts as no request and is seen by lists as late as a write.
 */
export interface XeroBooks {
  readonly tenantId: string;
  readonly bankTransactions: readonly HeldBankTransaction[];
  readonly invoices: readonly HeldInvoice[];
  readonly creditNotes: readonly HeldCreditNote[];
  readonly payments: readonly HeldPayment[];
  readonly bankTransfers: readonly HeldBankTransfer[];
  readonly manualJournals: readonly HeldManualJournal[];
  readonly contacts: readonly HeldContact[];
  readonly attachments: readonly HeldAttachment[];
  readonly accounts: readonly HeldAccount[];
  /** Every document of every kind, deleted and voided ones too. */
  documents(): readonly HeldDocument[];
  /** What a document debits and credits, also as a draft; nothing once it is deleted or voided. */
  postings(documentId: string): readonly HeldPosting[];
  /** Ids of the documents that a document names: the invoice or credit note of a payment. */
  links(documentId: string): readonly string[];
  /** Deletes or voids it, as its kind and status allow; it stays readable. */
  voidDocument(documentId: string): void;
  /** Changes the first line so that the document comes to this total; a payment or transfer gets this amount. */
  changeTotal(documentId: string, total: Hundredths): void;
  /** Moves it to another day, `YYYY-MM-DD`. */
  moveToDay(documentId: string, date: string): void;
  /** Puts another text where its reference, number or narration was. */
  overwriteReference(documentId: string, text: string): void;
  /** Approves a draft bill or credit note, or posts a draft journal. */
  approve(documentId: string): void;
  archiveAccount(code: string): void;
  addContact(name: string, contactNumber?: string): HeldContact;
  archiveContact(contactId: string): void;
  /** Archives the first, which then names the second. */
  mergeContacts(contactId: string, intoContactId: string): void;
  /** `YYYY-MM-DD`, null for none; what is left out stays. */
  setLockDates(dates: { readonly period?: string | null; readonly endOfYear?: string | null }): void;
}
