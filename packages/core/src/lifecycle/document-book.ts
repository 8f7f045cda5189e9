import type { Problem } from '../errors/problem.js';
import type { SettledInvoice } from '../model/accounting-entry.js';
import type { Document } from '../model/document.js';
import type { ReceiptFile } from '../model/export-item.js';
import type { Money } from '../model/money.js';
import type { InvoiceIdentity, StoredDocument } from '../ports/state-store.js';

/** A document with all that is needed to write it, and what earlier runs knew of it. */
export interface PreparedDocument {
  readonly document: Document;
  readonly reference: string;
  readonly fingerprint: string;
  /** Null for a prerequisite. */
  readonly accountingEntryId: string | null;
  /** Given on invoices: by what a later payment finds them. */
  readonly invoice: InvoiceIdentity | null;
  readonly stored: StoredDocument | undefined;
  /** Why it cannot be written any more, only looked up: it was begun under a plan that no longer holds. Null where it can. */
  readonly unwritable: Problem | null;
}

/** An entry with its documents, in order, and no more of it than recording needs. */
export interface PreparedEntry {
  readonly accountingEntryId: string;
  readonly documents: readonly PreparedDocument[];
  readonly receipts: readonly ReceiptFile[];
  /** Invoices that it settles. */
  readonly settles: readonly SettledInvoice[];
}

/** What was sent of a document so far. */
export interface Sendings {
  /** How often it was decided to send it anew. */
  readonly generation: number;
  /** When a call that carried it was last written down and not answered: it is in doubt. Null where there is no such call. */
  readonly intendedAt: number | null;
}

/** A document that is not known to be in the ledger. */
interface OpenDocument extends Sendings {
  readonly status: 'open';
}

/** A document that may or may not be in the ledger, and that no look-up could settle yet. */
interface ParkedDocument extends Sendings {
  readonly status: 'parked';
  readonly evidence: string;
}

export interface PostedDocument {
  readonly status: 'posted';
  readonly externalId: string;
  readonly externalUrl: string | null;
  readonly booked: Money | null;
  /** Who put it there: this run, an earlier run of this job, or somebody before this job. */
  readonly by: 'this-run' | 'this-job' | 'before';
}

/** What is known of a document now. */
export type DocumentState =
  | OpenDocument
  | PostedDocument
  | { readonly status: 'refused'; readonly problem: Problem }
  | ParkedDocument;

/** The present state of every document of a job. */
export class DocumentBook {
  readonly #states = new Map<string, DocumentState>();

  get(prepared: PreparedDocument): DocumentState {
    return this.#states.get(prepared.document.key) ?? stateFromStore(prepared.stored);
  }

  set(prepared: PreparedDocument, state: DocumentState): void {
    this.#states.set(prepared.document.key, state);
  }

  /** What was sent of it; nothing, where it is posted or refused. */
  sendings(prepared: PreparedDocument): Sendings {
    const state = this.get(prepared);
    return 'generation' in state ? { generation: state.generation, intendedAt: state.intendedAt } : NOTHING_SENT;
  }

  park(prepared: PreparedDocument, evidence: string): void {
    this.set(prepared, { status: 'parked', evidence, ...this.sendings(prepared) });
  }
}

const NOTHING_SENT: Sendings = { generation: 0, intendedAt: null };

/** What the store's word is worth before anything is looked up. A refused document is not in the ledger and may be tried again. */
function stateFromStore(stored: StoredDocument | undefined): DocumentState {
  if (!stored) return { status: 'open', ...NOTHING_SENT };
  const { state, generation, intendedAt, externalId, externalUrl, booked } = stored;
  switch (state) {
    case 'planned':
      return { status: 'open', generation, intendedAt: null };
    case 'intended':
    case 'parked':
      return { status: 'open', generation, intendedAt };
    case 'refused':
      return { status: 'open', generation: generation + 1, intendedAt: null };
    case 'posted':
      return { status: 'posted', externalId: externalId ?? '', externalUrl, booked, by: 'this-job' };
  }
}
