import type { BookkeepingSettings } from '../bookkeeping/bookkeeping-settings.js';
import type { WantedInvoices } from '../bookkeeping/invoice-look-up.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ReferenceData } from '../ports/accounting-adapter.js';
import type { BookedInvoice, StoredDocument } from '../ports/state-store.js';
import type { PreparedDocument, PreparedEntry } from './document-book.js';
import type { LedgerReader } from './guard-adapter.js';
import type { CarriedElsewhere } from './others-may-have-posted.js';

/** What entries are prepared from. Nothing here is asked of anybody: the outcome depends on these facts alone. */
export interface PreparationFacts {
  readonly settings: BookkeepingSettings;
  readonly reader: Pick<LedgerReader, 'capabilities' | 'plan'>;
  readonly referenceData: ReferenceData;
  /** What earlier jobs and runs knew of these entries' documents. */
  readonly stored: readonly StoredDocument[];
  readonly carriedElsewhere: CarriedElsewhere;
  /** Finds the booked invoices that the payments among the entries may settle. */
  readonly findInvoices: (wanted: WantedInvoices) => Promise<readonly BookedInvoice[]>;
}

/** A job's entries, ready to be recorded. */
export interface Preparation {
  /** By booking date, then id. */
  readonly entries: readonly PreparedEntry[];
  /** What the entries share, each once. */
  readonly prerequisites: readonly PreparedDocument[];
  /** Outcomes known without asking the accounting system: entries that cannot be booked, or were booked under another plan. */
  readonly settled: readonly ItemOutcome[];
}
