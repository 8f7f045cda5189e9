import type { InjectionToken } from 'tsyringe';
import type { ExportJobStatus } from '../model/export-job.js';
import type { Money } from '../model/money.js';
import type { ItemOutcome } from '../model/item-outcome.js';

/** The right to work for one company. Its token goes into every write, so a holder that was paused too long writes nothing. */
export interface Lease {
  readonly companyId: string;
  /** Grows with every new holder. */
  readonly token: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Which process asks for a lease, so that the lease of a process that is gone is free at once. */
export interface LeaseHolder {
  readonly host: string;
  readonly bootId: string;
  readonly pid: number;
  /** When the process began, as the operating system states it. */
  readonly startedAt: string;
}

export type LeaseAnswer =
  | { readonly granted: true; readonly lease: Lease }
  | { readonly granted: false; readonly holder: LeaseHolder; readonly expiresAt: number };

/** A job as this store knows it. */
export interface StoredJob {
  readonly jobId: string;
  readonly companyId: string;
  /** The organisation it is posted to. */
  readonly tenant: string;
  /** What Pleo said when this store first saw the job. */
  readonly takenUpAs: 'pending' | 'in_progress';
  /** True where it was the first job this store saw of its company. */
  readonly firstOfCompany: boolean;
  /** Milliseconds since the epoch. */
  readonly takenUpAt: number;
  /** The final status told to Pleo; null while unfinished. */
  readonly finalStatus: ExportJobStatus | null;
  readonly finishedAt: number | null;
}

/** A job that was carried without this store, wholly or in part: by another state file, or by one that was lost since. */
export interface JobCarriedElsewhere {
  readonly jobId: string;
  /** Entries that may be in the ledger because of it; none, where it is certain that nothing was posted. */
  readonly entries: readonly EntryCarriedElsewhere[];
}

/** An entry that may be in the ledger because of a job that was carried elsewhere. */
export interface EntryCarriedElsewhere {
  readonly accountingEntryId: string;
  /** Its id in the ledger, as Pleo was told it then: that of the entry's first document. Null where Pleo was told none. */
  readonly externalId: string | null;
}

/** An item as this store knows it: `enlisted`, then `settled` with its outcome, then `reported` to Pleo. */
export interface StoredItem {
  readonly jobId: string;
  readonly accountingEntryId: string;
  readonly state: 'enlisted' | 'settled' | 'reported';
  readonly outcome: ItemOutcome | null;
}

/**
 * A document or receipt as this store knows it. `planned` ones belong to an entry of which another document was intended:
 * the entry keeps that plan. `intended` without a result is doubtful. `parked` is uncertain and waits for a look-up or a person.
 */
export interface StoredDocument extends DocumentIdentity {
  readonly companyId: string;
  /** The organisation it was sent to: another one knows nothing of it. */
  readonly tenant: string;
  /** The job that last touched it. */
  readonly jobId: string;
  readonly state: 'planned' | 'intended' | 'posted' | 'refused' | 'parked';
  /** `sentBefore` of its last intent; when it was found, where there never was one. Milliseconds since the epoch. */
  readonly intendedAt: number;
  readonly externalId: string | null;
  readonly externalUrl: string | null;
  readonly booked: Money | null;
  readonly reason: string | null;
}

/** What a document is, whatever became of it. */
export interface DocumentIdentity {
  readonly key: string;
  /** Null for a prerequisite. */
  readonly accountingEntryId: string | null;
  /** `journal`, `invoice`, `payment`, …; `receipt` for a receipt. */
  readonly role: string;
  readonly recordType: string;
  readonly reference: string;
  /** The day it is booked on; null for prerequisites and receipts. */
  readonly date: string | null;
  readonly fingerprint: string;
  /** Raised only after a look-up answered `absent`, or a refusal. */
  readonly generation: number;
  /** What a later payment finds this invoice by; only on documents that are invoices. */
  readonly invoice: InvoiceIdentity | null;
}

/** One call about to be made: written down before it is sent. */
export interface Intent {
  readonly callId: string;
  readonly jobId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The latest moment at which the call is sent. Milliseconds since the epoch. */
  readonly sentBefore: number;
  /**
   * The call's documents as `intended`; further documents of their entries, which later calls will write, as `planned`, so that
   * an entry keeps its plan. A `planned` one never lowers a state.
   */
  readonly documents: readonly (DocumentIdentity & { readonly state: 'planned' | 'intended' })[];
}

/** By what a payment finds the invoice it settles. */
export interface InvoiceIdentity {
  readonly reconciliationId: string;
  /** Pleo's vendor id, else the name in lower case. */
  readonly vendor: string | null;
  readonly invoiceNumber: string | null;
}

/** What became of a document: learned from an answer, a look-up or a person. Also of one that no intent is known of. */
export interface DocumentResult extends DocumentIdentity {
  readonly state: 'posted' | 'refused' | 'parked';
  readonly externalId: string | null;
  readonly externalUrl: string | null;
  /** What the ledger answered or showed; null where it did not tell. */
  readonly booked: Money | null;
  /** Why it was refused, or the evidence it was parked with. */
  readonly reason: string | null;
}

/** What one commit records: results of a call and the outcomes that follow from them. */
export interface Recording {
  readonly jobId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How it was learned, for the audit trail. */
  readonly source: 'answer' | 'look-up' | 'validation' | 'receipt' | 'person';
  readonly documents: readonly DocumentResult[];
  /** Items that are settled with this commit. */
  readonly outcomes: readonly ItemOutcome[];
}

/** An invoice that is in the books. */
export interface BookedInvoice extends InvoiceIdentity {
  readonly accountingEntryId: string;
  readonly documentKey: string;
  readonly externalId: string;
  /** What the ledger says it comes to; null where it did not say. */
  readonly amount: Money | null;
}

/** One line of the append-only audit trail. */
export interface AuditRecord {
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly companyId: string;
  readonly jobId: string | null;
  readonly accountingEntryId: string | null;
  /** Noun-action, such as `document-intended`. */
  readonly event: string;
  /** Facts in a person's words. Never a secret, never a payload. */
  readonly detail: string;
}

/**
 * Remembers what was intended, what came of it and what was reported. Every write is atomic, and durable when it returns.
 * A write under a lease that is no longer the company's throws code `LEASE_LOST` and changes nothing. Any other failure
 * throws code `STATE_UNAVAILABLE`: what was written is then not known until it is read.
 */
export interface StateStore {
  /** Asks for the company's lease until `now + durationMs`. Free where it ran out or its process is gone. */
  acquireLease(request: {
    readonly companyId: string;
    readonly holder: LeaseHolder;
    readonly now: number;
    readonly durationMs: number;
  }): Promise<LeaseAnswer>;

  /** The same lease, running until `expiresAt`. */
  renewLease(lease: Lease, expiresAt: number): Promise<Lease>;

  releaseLease(lease: Lease): Promise<void>;

  /** Takes a job up, or returns it as it was taken up before. */
  openJob(
    lease: Lease,
    job: Pick<StoredJob, 'jobId' | 'companyId' | 'tenant' | 'takenUpAs' | 'takenUpAt'>,
  ): Promise<StoredJob>;

  /** Enlists items that are not yet known; keeps the others as they are. */
  enlist(lease: Lease, jobId: string, accountingEntryIds: readonly string[]): Promise<void>;

  /** Writes a call down before it is sent. */
  intend(lease: Lease, intent: Intent): Promise<void>;

  /**
   * Writes down what came of it. A settled or reported item keeps its outcome. What a person says of an entry ends the doubt that a job
   * carried elsewhere left.
   */
  record(lease: Lease, recording: Recording): Promise<void>;

  /** Remembers which items Pleo knows the outcome of. */
  markReported(lease: Lease, jobId: string, accountingEntryIds: readonly string[], at: number): Promise<void>;

  /** Ends a job, after Pleo has its final event. */
  finishJob(lease: Lease, jobId: string, finalStatus: ExportJobStatus, at: number): Promise<void>;

  /** Remembers jobs that were carried elsewhere, all in one commit. */
  noteCarriedElsewhere(lease: Lease, jobs: readonly JobCarriedElsewhere[], at: number): Promise<void>;

  /** Ids of the company's jobs that were noted as carried elsewhere. */
  jobsCarriedElsewhere(companyId: string): Promise<readonly string[]>;

  /** Those of these entries that may be in the ledger because of a job that was carried elsewhere, each with the id noted last. */
  entriesCarriedElsewhere(
    companyId: string,
    accountingEntryIds: readonly string[],
  ): Promise<readonly EntryCarriedElsewhere[]>;

  /** The company's jobs, newest first. */
  jobs(companyId: string): Promise<readonly StoredJob[]>;

  /** The job's items, in the order of their ids. */
  items(jobId: string): Promise<readonly StoredItem[]>;

  /**
   * Everything known of these entries' documents and receipts in one organisation, whichever job they came with; in any, where
   * `tenant` is left out.
   */
  documents(
    companyId: string,
    accountingEntryIds: readonly string[],
    tenant?: string,
  ): Promise<readonly StoredDocument[]>;

  /** Documents and receipts that were intended for the job and have no result: nobody knows whether the ledger holds them. */
  documentsInDoubt(jobId: string): Promise<readonly StoredDocument[]>;

  /** The company's prerequisites in one organisation; in any, where `tenant` is left out. */
  prerequisites(companyId: string, tenant?: string): Promise<readonly StoredDocument[]>;

  /** The company's invoices in the books of one organisation with one of these reconciliation ids or invoice numbers. */
  bookedInvoices(
    companyId: string,
    wanted: { readonly reconciliationIds: readonly string[]; readonly invoiceNumbers: readonly string[] },
    tenant?: string,
  ): Promise<readonly BookedInvoice[]>;

  /** What happened to a job or an entry, oldest first. */
  auditTrail(of: {
    readonly companyId: string;
    readonly jobId?: string;
    readonly accountingEntryId?: string;
  }): Promise<readonly AuditRecord[]>;

  close(): Promise<void>;
}

/** Key under which the runner registers the {@link StateStore}. */
export const StateStore = Symbol.for('@ledgerferry/core/StateStore') as InjectionToken<StateStore>;
