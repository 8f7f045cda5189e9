import type { Clock, DocumentSummary, Json, Problem } from '@ledgerferry/core';
import type { LedgerBackDoor, LedgerAttachment, LedgerDocument } from './ledger-back-door.js';
import type { MemoryCall, MemoryMethod, ScriptedFault } from './scripted-fault.js';

/** A document on its way into a {@link MemoryLedger}. */
export interface NewLedgerDocument {
  readonly reference: string;
  readonly recordType: string;
  readonly state: 'live' | 'draft';
  readonly summary: DocumentSummary | null;
  readonly body: Json;
}

/** A document as the memory ledger keeps it. */
export interface MemoryDocument extends LedgerDocument {
  readonly body: Json;
  /** Milliseconds since the epoch. */
  readonly bookedAt: number;
}

/**
 * An accounting system in memory, which outlives the adapters that post to it: what a test crashes and resumes is the
 * engine, never this.
 */
export class MemoryLedger implements LedgerBackDoor {
  readonly tenant: string;
  readonly #clock: Clock;
  #documents: MemoryDocument[] = [];
  #attachments: LedgerAttachment[] = [];
  #late: { readonly dueAt: number; readonly effect: () => void }[] = [];
  #lastId = 0;
  /** When the late effect that is just being applied really happened. */
  #effectAt: number | undefined;
  #isConnected = true;
  readonly #calls: MemoryCall[] = [];
  readonly #faults: ScriptedFault[] = [];
  readonly #refusals = new Map<string, Problem>();
  readonly #answers = new Map<string, { readonly at: number; readonly answer: unknown }>();

  constructor(options: { readonly clock: Clock; readonly tenant?: string }) {
    this.#clock = options.clock;
    this.tenant = options.tenant ?? 'memory-ledger';
  }

  /** The books as they stand now, late effects included. */
  documents(): readonly MemoryDocument[] {
    this.#applyLateEffects();
    return this.#documents;
  }

  /** The receipts as they stand now. */
  attachments(): readonly LedgerAttachment[] {
    this.#applyLateEffects();
    return this.#attachments;
  }

  /** Every call that reached the ledger, in order, also those that a fault broke. */
  calls(method?: MemoryMethod): readonly MemoryCall[] {
    return method ? this.#calls.filter((call) => call.method === method) : this.#calls;
  }

  /** Breaks the `number`th call of a method from the ledger's beginning. */
  scheduleFault(fault: ScriptedFault): void {
    this.#faults.push(fault);
  }

  /** Breaks every further call before it takes effect. */
  disconnect(): void {
    this.#isConnected = false;
  }

  /** Refuses the document with this reference from now on. */
  refuse(reference: string, problem: Problem): void {
    this.#refusals.set(reference, problem);
  }

  /** Takes back {@link refuse}. */
  accept(reference: string): void {
    this.#refusals.delete(reference);
  }

  /** What a person does in the ledger by hand: changes a document, voids it (`{ state: 'voided' }`). */
  edit(externalId: string, change: Partial<Pick<MemoryDocument, 'state' | 'summary' | 'reference'>>): void {
    this.#documents = this.documents().map((document) =>
      document.externalId === externalId ? { ...document, ...change } : document,
    );
  }

  /** What a person does in the ledger by hand: deletes a document. */
  remove(externalId: string): void {
    this.#documents = this.documents().filter((document) => document.externalId !== externalId);
  }

  /** Books a document, also one that is there already: uniqueness is the caller's affair. */
  book(document: NewLedgerDocument): MemoryDocument {
    const booked = { ...document, externalId: this.#nextId('M'), bookedAt: this.#now() };
    this.#documents.push(booked);
    return booked;
  }

  /** Hangs a receipt on a document. */
  hang(receipt: Omit<LedgerAttachment, 'externalId'>): LedgerAttachment {
    const attachment = { ...receipt, externalId: this.#nextId('F') };
    this.#attachments.push(attachment);
    return attachment;
  }

  /** Why this reference is refused, if it is. */
  refusalOf(reference: string): Problem | undefined {
    return this.#refusals.get(reference);
  }

  /** The answer once given under a request key, while it is remembered. */
  answerTo(requestKey: string, windowMs: number): unknown {
    const known = this.#answers.get(requestKey);
    return known && this.#now() - known.at <= windowMs ? known.answer : undefined;
  }

  /** Remembers an answer under its request key. */
  rememberAnswer(requestKey: string, answer: unknown): void {
    this.#answers.set(requestKey, { at: this.#now(), answer });
  }

  /** Writes a call down; answers the fault that is scheduled for it. */
  receive(call: MemoryCall): ScriptedFault | undefined {
    this.#applyLateEffects();
    this.#calls.push(call);
    const number = this.calls(call.method).length;
    if (!this.#isConnected) return { method: call.method, number, effect: 'before' };
    return this.#faults.find((fault) => fault.method === call.method && fault.number === number);
  }

  /** Lets `effect` happen `ms` milliseconds from now. */
  applyLater(ms: number, effect: () => void): void {
    this.#late.push({ dueAt: this.#clock.now() + ms, effect });
  }

  #applyLateEffects(): void {
    const due = this.#late.filter((late) => late.dueAt <= this.#clock.now());
    this.#late = this.#late.filter((late) => !due.includes(late));
    // an effect reads the books, which comes back here: what is being applied stays noted
    const outer = this.#effectAt;
    for (const late of due) {
      this.#effectAt = late.dueAt;
      late.effect();
    }
    this.#effectAt = outer;
  }

  /** The time at which what is being applied happens. */
  #now(): number {
    return this.#effectAt ?? this.#clock.now();
  }

  #nextId(prefix: string): string {
    this.#lastId += 1;
    return `${prefix}-${this.#lastId}`;
  }
}
