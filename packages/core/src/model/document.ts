import type { Money } from './money.js';

/** Anything that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** Named values, as JSON carries them. */
export type JsonObject = { readonly [key: string]: Json };

/** What a document comes to, so that two sights of it can be compared. */
export interface DocumentSummary {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What the accounting system will call the document's total. */
  readonly total: Money;
  /** Codes of the accounts it touches. */
  readonly accounts: readonly string[];
}

/**
 * One remote write. Its body is in the vendor's form and symbolic: it names other documents by key, inside
 * `{ "documentKey": "…" }`, and `post` gets their ids.
 */
export interface Document {
  /** `<accountingEntryId>/<role>`, or `prerequisite/<kind>/<name>` for what entries share. Never changes. */
  readonly key: string;
  /** What it is to its entry: `journal`, `invoice`, `payment`, … */
  readonly role: string;
  /** One of the adapter's declared record types. */
  readonly recordType: string;
  readonly body: Json;
  /** Keys of documents that must be posted before. */
  readonly dependsOn: readonly string[];
  /** Null for a prerequisite, which carries no amount. */
  readonly summary: DocumentSummary | null;
}

/** What one entry becomes in one accounting system: its documents, in order, and what they need first. */
export interface EntryPlan {
  /** At least one; the first one's id becomes the item's external id. */
  readonly documents: readonly Document[];
  /** Contacts, vendors and the like, shared by entries and posted once. */
  readonly prerequisites: readonly Document[];
  /**
   * True where the first document is an invoice that a later entry pays, such as a bill for what an employee paid. Default: true for
   * entries of the kind `bill` alone.
   */
  readonly leavesInvoice?: boolean;
}
