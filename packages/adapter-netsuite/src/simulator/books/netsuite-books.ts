import type { PeriodState } from '../account/netsuite-account.js';

/** Record types that are documents, as a URL names them. */
export type TransactionType = 'journalEntry' | 'vendorBill' | 'vendorCredit' | 'vendorPayment';

/** One line of what a transaction books, in its currency. */
export interface BookedLine {
  /** 0 for the side that the transaction itself stands for: payables of a bill, the bank of a payment. */
  readonly line: number;
  /** Its number; its internal id where it has none. */
  readonly account: string;
  /** In minor units; positive is debit. */
  readonly amount: number;
  readonly memo: string | null;
  /** Internal ids; null for none. */
  readonly entityId: string | null;
  readonly departmentId: string | null;
  readonly classId: string | null;
  readonly locationId: string | null;
  /** Custom segments and fields: internal id or text, by script id. */
  readonly custom: Readonly<Record<string, string>>;
}

/** A transaction as the ledger itself holds it. */
export interface BookedTransaction {
  /** Internal id. */
  readonly id: string;
  readonly recordType: TransactionType;
  readonly externalId: string | null;
  readonly tranId: string;
  /** `draft` waits for approval; a deleted transaction is not there at all. */
  readonly state: 'live' | 'draft' | 'voided';
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `YYYY-MM-DD`; null for none. */
  readonly dueDate: string | null;
  /** Name of the period that it is posted in. */
  readonly period: string;
  /** Name; null without OneWorld. */
  readonly subsidiary: string | null;
  /** ISO code. */
  readonly currency: string;
  /** In minor units: all debits. */
  readonly total: number;
  readonly memo: string | null;
  readonly entityId: string | null;
  /** Custom segments and fields: internal id or text, by script id. */
  readonly custom: Readonly<Record<string, string>>;
  readonly lines: readonly BookedLine[];
}

/** One side of a booking. */
export interface BookedPosting {
  /** The account's number; its internal id where it has none. */
  readonly account: string;
  /** In minor units of the transaction's currency; positive is debit. */
  readonly amount: number;
}

/** A file on a record. */
export interface AttachedFile {
  readonly fileId: string;
  readonly fileName: string;
  /** Name. */
  readonly folder: string;
  readonly transactionId: string;
  readonly byteLength: number;
}

/** A vendor or an employee as the ledger itself holds it. */
export interface BookedEntity {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly isInactive: boolean;
}

/** An account of the chart as the ledger itself holds it. */
export interface BookedAccount {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly isInactive: boolean;
}

/**
 * The back door: reads what is held without the API, and does what people do in NetSuite. What a person does counts as no request. Each
 * change @throws where what it names is not there.
 */
export interface NetsuiteBooks {
  /** In the order in which they were made; deleted ones are gone. */
  readonly transactions: readonly BookedTransaction[];
  readonly attachments: readonly AttachedFile[];
  readonly vendors: readonly BookedEntity[];
  readonly employees: readonly BookedEntity[];
  readonly accounts: readonly BookedAccount[];
  /** What a transaction debits and credits, also as a draft; nothing once it is voided or deleted. */
  postings(transactionId: string): readonly BookedPosting[];
  /** Internal ids of the bills that a payment or credit is applied to. */
  links(transactionId: string): readonly string[];
  /** What is still to be paid of a bill, in minor units. */
  open(transactionId: string): number;
  /** What a person does: deletes it without a trace. */
  deleteTransaction(transactionId: string): void;
  /** What a person does: voids it. A journal is reversed by a second one, which the first names; others come to nothing. */
  voidTransaction(transactionId: string): void;
  /** What a person does: gives a journal a day, `YYYY-MM-DD`, on which another reverses it, as accruals are. */
  reverseOn(transactionId: string, date: string): void;
  /** What a person does: overwrites the external id, or clears it. */
  changeExternalId(transactionId: string, externalId: string | null): void;
  /** What a person does: changes the first lines so that it comes to this total, in minor units. */
  changeTotal(transactionId: string, total: number): void;
  /** What a person does: moves it to another day, `YYYY-MM-DD`, and its period. */
  moveToDay(transactionId: string, date: string): void;
  /** What a person does: approves a draft. */
  approve(transactionId: string): void;
  /** What a person does: detaches a file and deletes it. */
  deleteFile(fileId: string): void;
  /** By the name of a period. */
  setPeriod(name: string, state: PeriodState): void;
  /** By number. */
  deactivateAccount(number: string): void;
  /** By `entityId`. */
  deactivateVendor(entityId: string): void;
}
