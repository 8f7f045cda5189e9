import type { JournalAccount } from './journal-body.js';
import type { LedgerContents } from './ledger-contents.js';

/** A name and a text of any content: each form makes it safe for itself. */
export type Tag = readonly [name: string, value: string];

/** One transaction, ready to be given a form. */
export interface LedgerEntry {
  readonly date: string;
  readonly draft: boolean;
  readonly externalId: string;
  readonly payee: string | null;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly postings: readonly {
    /** Full account name. */
    readonly account: string;
    /** Decimal with `.`. */
    readonly quantity: string;
    readonly currency: string;
    readonly tags: readonly Tag[];
  }[];
}

/** How a plain-text ledger is written and read. */
export interface LedgerForm {
  /** First lines of a new file. */
  readonly header: string;
  /** Full name of an account that the file does not know yet. */
  accountName(account: JournalAccount): string;
  declareAccount(name: string, account: JournalAccount): string;
  declareCurrency(currency: string, exponent: number): string;
  write(entry: LedgerEntry): string;
  /** Reads a piece of a file that begins with `firstLine`; tolerant of whatever else people keep there. */
  read(text: string, firstLine: number): LedgerContents;
}
