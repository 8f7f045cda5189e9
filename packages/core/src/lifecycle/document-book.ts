import type { Problem } from '../errors/problem.js';
import type { SettledInvoice } from '../model/accounting-entry.js';
import type { Document } from '../model/document.js';
import type { ReceiptFile } from '../model/export-item.js';
import type { Money } from '../model/money.js';
import type { InvoiceIdentity, StoredDocument } from '../ports/state-store.js';
import { clearRefused, clearUnsent, type Clearance } from './clearance.js';
import { leastGeneration, type SendingFacts } from './others-may-have-posted.js';

/** A document with all that is needed to write it, and what earlier runs knew of it. */
export interface PreparedDocument {
  readonly document: Document;
  readonly reference: string;
  readonly fingerprint: string;
  /** Null for a prerequisite. */
  readonly accountingEntryId: string | null;
  /** Given on invoices: by what a later payment finds them. */
  readonly invoice: InvoiceIdentity | null;
  /** The day it would be on, had the closed-period policy not moved it; null where it did not. */
  readonly movedFrom: string | null;
  readonly stored: StoredDocument | undefined;
  /** Its id in the ledger as another store told Pleo; null where none did, and on all but an entry's first document. */
  readonly toldAs: string | null;
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
  /** The right to send it; null where it must be looked up first. */
  readonly clearance: Clearance | null;
  /** What the ledger said of the last call, where an earlier one may be the reason: it stands once the document is not found. */
  readonly refusal?: Problem;
}

/** A document that may be sent now, once. */
export interface ClearedDocument {
  readonly prepared: PreparedDocument;
  readonly clearance: Clearance;
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

/** A document that the ledger does not hold and will not take as it is. */
interface RefusedDocument {
  readonly status: 'refused';
  readonly problem: Problem;
  /** Under which generation it was sent. */
  readonly generation: number;
}

/** What is known of a document now. */
export type DocumentState = OpenDocument | PostedDocument | RefusedDocument | ParkedDocument;

/** The present state of every document of a job. */
export class DocumentBook {
  readonly #states = new Map<string, DocumentState>();
  readonly #facts: SendingFacts;

  constructor(facts: SendingFacts) {
    this.#facts = facts;
  }

  get(prepared: PreparedDocument): DocumentState {
    const known = this.#states.get(prepared.document.key);
    if (known) return known;
    const state = stateFromStore(prepared, this.#facts);
    this.set(prepared, state);
    return state;
  }

  set(prepared: PreparedDocument, state: DocumentState): void {
    this.#states.set(prepared.document.key, state);
  }

  /** What was sent of it; nothing, where it is posted or refused. */
  sendings(prepared: PreparedDocument): Sendings {
    const state = this.get(prepared);
    return 'intendedAt' in state ? { generation: state.generation, intendedAt: state.intendedAt } : NOTHING_SENT;
  }

  /** Those of the documents that may be sent as they stand. */
  cleared(documents: readonly PreparedDocument[]): readonly ClearedDocument[] {
    return documents.flatMap((prepared) => {
      const state = this.get(prepared);
      return state.status === 'open' && state.clearance ? { prepared, clearance: state.clearance } : [];
    });
  }

  /** Those of the documents that are open and must be looked up before they are sent. */
  uncleared(documents: readonly PreparedDocument[]): readonly PreparedDocument[] {
    return documents.filter((prepared) => {
      const state = this.get(prepared);
      return state.status === 'open' && !state.clearance;
    });
  }

  /** Notes that a call with the document was sent, or may have been: it is in doubt until its answer is noted. */
  noteSent(prepared: PreparedDocument, intendedAt: number): void {
    this.set(prepared, { status: 'open', ...this.sendings(prepared), intendedAt, clearance: null });
  }

  /** Notes a refusal that may speak of what an earlier call has brought: it is looked up first. */
  doubtRefusal(prepared: PreparedDocument, refusal: Problem): void {
    this.set(prepared, { status: 'open', ...this.sendings(prepared), clearance: null, refusal });
  }

  /** The refusal that stands once the document is not found; undefined where there is none. */
  refusalOf(prepared: PreparedDocument): Problem | undefined {
    const state = this.get(prepared);
    return state.status === 'open' ? state.refusal : undefined;
  }

  /** Notes that what was refused may be sent anew: the ledger does not hold it. */
  reopen(prepared: PreparedDocument): void {
    const state = this.get(prepared);
    if (state.status !== 'refused') return;
    const clearance = clearRefused(state);
    this.set(prepared, { status: 'open', generation: state.generation + 1, intendedAt: null, clearance });
  }

  /**
   * Notes that it was refused as taken already: what the ledger holds is not from this call, and must be looked up. A further call has a key
   * of its own, because this refusal may be answered again under the old one.
   */
  noteTaken(prepared: PreparedDocument): void {
    const generation = this.sendings(prepared).generation + 1;
    this.set(prepared, { status: 'open', generation, intendedAt: null, clearance: null });
  }

  park(prepared: PreparedDocument, evidence: string): void {
    this.set(prepared, { status: 'parked', evidence, ...this.sendings(prepared) });
  }
}

const NOTHING_SENT: Sendings = { generation: 0, intendedAt: null };

/** What the store's word is worth before anything is looked up. A refused document is not in the ledger and may be tried again. */
function stateFromStore({ stored, accountingEntryId }: PreparedDocument, facts: SendingFacts): DocumentState {
  const least = leastGeneration(facts, accountingEntryId);
  const open = ({ generation, intendedAt }: Sendings): OpenDocument => ({
    status: 'open',
    generation: Math.max(generation, least),
    intendedAt,
    clearance: clearUnsent(facts, { accountingEntryId, intendedAt }) ?? null,
  });
  if (!stored) return open(NOTHING_SENT);
  const { state, generation, intendedAt, externalId, externalUrl, booked } = stored;
  switch (state) {
    case 'planned':
      return open({ generation, intendedAt: null });
    case 'intended':
    case 'parked':
      return open({ generation, intendedAt });
    case 'refused': {
      const again = open({ generation: generation + 1, intendedAt: null });
      // where nobody can be asked, the last word stands: the ledger's refusal, or a person's who looked; unless another store came after it
      const isLastWord = !facts.carriedElsewhere.has(accountingEntryId ?? '');
      const cannotBeAsked = facts.reader.capabilities.reference.lookup === 'none';
      return isLastWord && cannotBeAsked ? { ...again, clearance: clearRefused({ status: state }) } : again;
    }
    case 'posted':
      return { status: 'posted', externalId: externalId ?? '', externalUrl, booked, by: 'this-job' };
  }
}
