import type { Books } from '../books/books.js';
import type { HeldTransaction } from '../books/held-records.js';
import type { TransactionType } from '../books/netsuite-books.js';
import type { SentFields } from './sent-fields.js';
import type { TransactionHeader } from './transaction-header.js';

/** What a transaction consists of besides its header. */
type TransactionContent = Pick<
  HeldTransaction,
  'accountId' | 'payablesId' | 'lines' | 'taxes' | 'overridesTax' | 'applications'
>;

/** One write of a transaction. */
export interface TransactionWrite {
  readonly recordType: TransactionType;
  readonly sent: SentFields;
  /** What is there already, or what a transform begins with; null for a new one. */
  readonly before: HeldTransaction | null;
  /** Whether it is new in any case. */
  readonly isNew: boolean;
  /** Sublists whose old lines go where they are not named. */
  readonly replaced: ReadonlySet<string>;
  /** Refuses what was found while reading. */
  readonly refuseFindings: () => void;
  readonly books: Books;
}

/** What a record type reads and checks: first everything is read, then it is checked. */
export type ReadContent = (
  header: TransactionHeader,
  places: number,
  write: TransactionWrite,
) => { readonly check: () => TransactionContent };
