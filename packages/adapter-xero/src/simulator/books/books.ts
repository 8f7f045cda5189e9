import type { OrganisationSeed } from '../organisation/organisation-seed.js';
import type { Changes } from './changes.js';
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
  HeldTrackingCategory,
} from './held-records.js';
import type { Table } from './table.js';

/** What a simulated organisation holds, and what it needs to hold more. */
export interface Books {
  readonly seed: OrganisationSeed;
  /** What Xero calls the organisation by; not its tenant id. */
  readonly organisationId: string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly changes: Changes;
  /** `YYYY-MM-DD`, null for none. */
  readonly lockDates: { period: string | null; endOfYear: string | null };
  readonly accounts: Table<HeldAccount>;
  readonly trackingCategories: Table<HeldTrackingCategory>;
  readonly contacts: Table<HeldContact>;
  readonly bankTransactions: Table<HeldBankTransaction>;
  readonly invoices: Table<HeldInvoice>;
  readonly creditNotes: Table<HeldCreditNote>;
  readonly payments: Table<HeldPayment>;
  /** Ids of payments, deleted ones too, by the id of what they pay. */
  readonly paymentIds: Map<string, readonly string[]>;
  readonly bankTransfers: Table<HeldBankTransfer>;
  readonly manualJournals: Table<HeldManualJournal>;
  /** By the id of the document that they hang on. */
  readonly attachments: Map<string, readonly HeldAttachment[]>;
}
