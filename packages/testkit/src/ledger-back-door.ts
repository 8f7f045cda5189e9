import type { DocumentSummary } from '@ledgerferry/core';

/** A document as the ledger itself holds it. */
export interface LedgerDocument {
  readonly reference: string;
  readonly externalId: string;
  readonly recordType: string;
  readonly state: 'live' | 'draft' | 'voided';
  /** Null for what carries no amount. */
  readonly summary: DocumentSummary | null;
}

/** A receipt as the ledger itself holds it. */
export interface LedgerAttachment {
  readonly externalId: string;
  readonly fileName: string;
  /** External id of the document it hangs on. */
  readonly documentId: string;
  readonly byteLength: number;
}

/** One side of a booking as the ledger itself holds it. */
export interface LedgerPosting {
  /** The account's code. */
  readonly account: string;
  /** Positive is debit, negative is credit. */
  readonly minorUnits: number;
}

/** Reads the accounting system behind the adapter's back, so that "posted once" is not the adapter's own word. */
export interface LedgerBackDoor {
  documents(): readonly LedgerDocument[] | Promise<readonly LedgerDocument[]>;
  attachments(): readonly LedgerAttachment[] | Promise<readonly LedgerAttachment[]>;
  /** What a document debits and credits. Left out where the back door cannot tell. */
  postings?(externalId: string): readonly LedgerPosting[] | Promise<readonly LedgerPosting[]>;
  /** External ids of the documents that a document names, such as the invoice it pays. Left out where the back door cannot tell. */
  links?(externalId: string): readonly string[] | Promise<readonly string[]>;
}
