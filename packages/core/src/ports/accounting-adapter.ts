import type { InjectionToken } from 'tsyringe';
import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';
import type { Document, DocumentSummary, EntryPlan } from '../model/document.js';
import type { Validator } from './validator.js';

/** How documents are named in the ledger and found again. */
export interface ReferenceCapability {
  /** Longest reference the ledger's field takes. A document's key is used in clear where it fits, else hashed. */
  readonly maxLength: number;
  /** Every character the field takes, such as `abcdef0123456789-/`. */
  readonly alphabet: string;
  /** `exact`: found by reference. `scan`: found among the documents of a day and type. `none`: cannot be found. */
  readonly lookup: 'exact' | 'scan' | 'none';
  /** True where the ledger refuses a second document of the same record type with the same reference. */
  readonly unique: boolean;
}

/** How the ledger treats one kind of record. */
export interface RecordTypeCapability {
  /** Most documents in one call. */
  readonly postBatchSize: number;
  /** True where such a record can be left as a draft. */
  readonly draft: boolean;
}

/** What an adapter declares and the engine obeys. Durations are in milliseconds. */
export interface AdapterCapabilities {
  readonly reference: ReferenceCapability;
  /** How long a request key is recognised (0: never), and whether errors are answered again under it. */
  readonly repeat: { readonly windowMs: number; readonly cachesErrors: boolean };
  /** Longest time the adapter waits for an answer. */
  readonly timeLimitMs: number;
  /** How long a request can still take effect, counted from its sending. */
  readonly lingerMs: number;
  /** How soon `find` sees a write. */
  readonly visibilityMs: number;
  /** Every record type this adapter produces or ever produced. */
  readonly recordTypes: Readonly<Record<string, RecordTypeCapability>>;
  /** Most references in one `find`. */
  readonly findBatchSize: number;
  /** `each`: a batch answers per document. `all`: one refusal refuses the batch, so documents go one at a time. */
  readonly batchOutcome: 'each' | 'all';
  /** Most calls in flight at once. Calls per minute and per day are paced where the calls are made. */
  readonly maximumInFlight: number;
  /** Null where the ledger takes no receipts. */
  readonly attachments: { readonly maximumBytes: number } | null;
  /** `file`: a job is handed over as one file; success then means handed over. */
  readonly delivery: 'ledger' | 'file';
}

/** Facts about the accounting system that hold for a whole job. Adapters extend it with their own. */
export interface ReferenceData {
  /** Last day of the closed period, `YYYY-MM-DD`; null where nothing is closed. */
  readonly closedThrough: string | null;
}

/** What the accounting system says of itself once logged in. */
export interface Readiness {
  /** Id of the organisation or file that is posted to. A job whose tenant changes is refused. */
  readonly tenant: string;
  /** Its name, for people. */
  readonly name: string;
  /** What a person should know before going on, such as an account that is missing. */
  readonly warnings: readonly string[];
}

/** A document on its way out. */
export interface OutgoingDocument {
  readonly document: Document;
  /** What the ledger shall know it by. */
  readonly reference: string;
}

/** One call that writes. Its documents are of one record type. */
export interface PostCall {
  /** Recognises a repeat of this very call. Hash of its bytes and generation. */
  readonly requestKey: string;
  readonly documents: readonly OutgoingDocument[];
  /** External ids by key, of every document that a body names. */
  readonly resolved: ReadonlyMap<string, string>;
}

/** What became of one document of a call. */
export type PostOutcome =
  | {
      readonly status: 'posted';
      readonly key: string;
      readonly externalId: string;
      readonly externalUrl: string | null;
      /** What the ledger says it booked; null where the answer does not tell. */
      readonly summary: DocumentSummary | null;
    }
  | { readonly status: 'refused'; readonly key: string; readonly problem: Problem }
  /** The ledger holds this reference already (unique references), or has a prerequisite of this name. */
  | { readonly status: 'exists'; readonly key: string }
  /** The answer does not say. */
  | { readonly status: 'unknown'; readonly key: string; readonly evidence: string };

/** What to look for. */
export interface DocumentQuery {
  readonly key: string;
  readonly reference: string;
  /** Record types it may have: the intended one, or all where no intent is known. */
  readonly recordTypes: readonly string[];
  /** The day it is expected on, `YYYY-MM-DD`, for ledgers that can only be scanned; null for a prerequisite. */
  readonly date: string | null;
  /**
   * The first day it may be on, for the same ledgers: earlier than `date` where a closed period moves the entry and nobody knows when
   * it was booked first. Scan from here to `date`.
   */
  readonly firstDate: string | null;
  /**
   * Its id in the ledger, as an earlier result or Pleo tells it; null elsewhere. What a person has moved to another day, or given
   * another reference, is found by it. Where another product exported the entry before, it may be no id of this ledger at all: that
   * is as if there were none.
   */
  readonly externalId: string | null;
  /** The document as planned: a prerequisite is found by what it names. */
  readonly document: Document;
}

/** What the ledger holds under a reference. */
export type Finding =
  | {
      readonly status: 'live' | 'draft';
      readonly key: string;
      readonly externalId: string;
      readonly externalUrl: string | null;
      readonly summary: DocumentSummary | null;
      /** External ids of further live documents with the same reference. */
      readonly others: readonly string[];
    }
  | { readonly status: 'voided'; readonly key: string; readonly externalId: string }
  | { readonly status: 'absent'; readonly key: string }
  | { readonly status: 'unknown'; readonly key: string; readonly evidence: string };

/** One receipt on its way to a posted document. */
export interface AttachCall {
  readonly requestKey: string;
  /** `<accountingEntryId>/file/<index>`. */
  readonly key: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The posted document it belongs to. */
  readonly target: { readonly externalId: string; readonly recordType: string; readonly reference: string };
}

/** A receipt the ledger holds. */
export interface FoundAttachment {
  readonly fileName: string;
  readonly externalId: string;
}

/**
 * The accounting system we post to. One implementation per system: naive, small, no retry of its own. The engine names,
 * times, paces, retries and logs every call.
 *
 * Every method throws an `IntegrationError`, by what the engine must do next: `transient` only where nothing was applied;
 * `outcome-unknown` where a write may have been (a time-out or 5xx after sending); `connection-lost` where every further
 * entry would fail too; `misconfigured` where a person must change a setting. A refused document is an outcome, not an error.
 */
export interface AccountingAdapter<Facts extends ReferenceData = ReferenceData> {
  readonly capabilities: AdapterCapabilities;

  /** Logs in, and says whether we may write. Changes nothing. */
  checkReadiness(): Promise<Readiness>;

  /** Reads what `rules` and `plan` need, once per job. */
  loadReferenceData(): Promise<Facts>;

  /** The system's own rules: account exists, tax code exists, period open. */
  rules(facts: Facts): readonly Validator[];

  /**
   * What this system will hold for an entry. Pure: the same entry and facts yield the same documents.
   *
   * @throws `item-rejected` with code, `itemReason` and `owner`, as `valueOf` does, where what an entry settles, which rules do not know
   * yet, shows that it cannot be booked.
   */
  plan(entry: AccountingEntry, facts: Facts): EntryPlan;

  /** Looks documents up, at most `findBatchSize`; one finding per query. A read: may be repeated. Never answers `absent` for a failure. */
  find(queries: readonly DocumentQuery[]): Promise<readonly Finding[]>;

  /** Writes the documents of one call; one outcome per document, in any order. */
  post(call: PostCall): Promise<readonly PostOutcome[]>;

  /** Attaches one receipt; returns the ledger's id of it. @throws `item-rejected` with a `receipt_*` reason where refused. */
  attach(call: AttachCall): Promise<{ readonly externalId: string }>;

  /** The receipts that hang on a document. A read. */
  findAttachments(target: AttachCall['target']): Promise<readonly FoundAttachment[]>;
}

/** Key under which the runner registers the {@link AccountingAdapter}. */
export const AccountingAdapter = Symbol.for('@ledgerferry/core/AccountingAdapter') as InjectionToken<AccountingAdapter>;
