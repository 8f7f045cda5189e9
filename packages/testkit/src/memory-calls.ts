import {
  findingAmong,
  IntegrationError,
  type AdapterCapabilities,
  type AttachCall,
  type DocumentQuery,
  type Finding,
  type FoundAttachment,
  type OutgoingDocument,
  type PostCall,
  type PostOutcome,
} from '@ledgerferry/core';
import type { MemoryDocument, MemoryLedger } from './memory-ledger.js';

interface MemoryCallsDependencies {
  readonly ledger: MemoryLedger;
  readonly clock: { now(): number };
  readonly capabilities: AdapterCapabilities;
}

/** What each call does to a ledger in memory, as its capabilities declare. */
export class MemoryCalls {
  readonly #ledger: MemoryLedger;
  readonly #clock: { now(): number };
  readonly #capabilities: AdapterCapabilities;

  constructor({ ledger, clock, capabilities }: MemoryCallsDependencies) {
    this.#ledger = ledger;
    this.#clock = clock;
    this.#capabilities = capabilities;
  }

  post(call: PostCall): readonly PostOutcome[] {
    const known = this.#answerTo(call.requestKey);
    if (known) return known as readonly PostOutcome[];
    const problem = call.documents.map(({ reference }) => this.#ledger.refusalOf(reference)).find(Boolean);
    const outcomes = call.documents.map((outgoing): PostOutcome =>
      problem && this.#capabilities.batchOutcome === 'all'
        ? { status: 'refused', key: outgoing.document.key, problem }
        : this.#book(outgoing, call.resolved),
    );
    if (!problem || this.#capabilities.repeat.cachesErrors) this.#ledger.rememberAnswer(call.requestKey, outcomes);
    return outcomes;
  }

  find(query: DocumentQuery): Finding {
    const { lookup } = this.#capabilities.reference;
    if (lookup === 'none') return { status: 'unknown', key: query.key, evidence: 'this ledger cannot be searched' };
    const { firstDate, date, reference } = query;
    const isOnItsDay = ({ summary }: MemoryDocument) =>
      summary === null || (firstDate !== null && date !== null && firstDate <= summary.date && summary.date <= date);
    const isMeant = (held: MemoryDocument) =>
      held.externalId === query.externalId ||
      (held.reference === reference && (lookup === 'exact' || isOnItsDay(held)));
    const held = this.#visible().filter((each) => query.recordTypes.includes(each.recordType) && isMeant(each));
    return findingAmong(
      query.key,
      held.map((each) => ({ ...each, externalUrl: null })),
    );
  }

  attach(call: AttachCall): { readonly externalId: string } {
    demandAttachable(call.fileName, call.bytes.byteLength, this.#capabilities);
    const known = this.#answerTo(call.requestKey);
    if (known) return known as { readonly externalId: string };
    const { externalId } = this.#ledger.hang({
      fileName: call.fileName,
      documentId: call.target.externalId,
      byteLength: call.bytes.byteLength,
    });
    this.#ledger.rememberAnswer(call.requestKey, { externalId });
    return { externalId };
  }

  findAttachments(documentId: string): readonly FoundAttachment[] {
    const held = this.#ledger.attachments().filter((attachment) => attachment.documentId === documentId);
    return held.map(({ fileName, externalId }) => ({ fileName, externalId }));
  }

  #answerTo(requestKey: string): unknown {
    const { windowMs } = this.#capabilities.repeat;
    return windowMs > 0 ? this.#ledger.answerTo(requestKey, windowMs) : undefined;
  }

  #visible(): readonly MemoryDocument[] {
    const seenSince = this.#clock.now() - this.#capabilities.visibilityMs;
    return this.#ledger.documents().filter((held) => held.bookedAt <= seenSince);
  }

  #book({ document, reference }: OutgoingDocument, resolved: PostCall['resolved']): PostOutcome {
    const { key, recordType, summary, body } = document;
    const problem = this.#ledger.refusalOf(reference);
    if (problem) return { status: 'refused', key, problem };
    const isHeld = this.#ledger
      .documents()
      .some((held) => held.reference === reference && held.recordType === recordType && held.state !== 'voided');
    if (isHeld && (this.#capabilities.reference.unique || summary === null)) return { status: 'exists', key };
    demandResolved(key, document.dependsOn, resolved);
    const state = isDraft(body) && this.#capabilities.recordTypes[recordType]?.draft ? 'draft' : 'live';
    const { externalId } = this.#ledger.book({ reference, recordType, state, summary, body });
    return { status: 'posted', key, externalId, externalUrl: null, summary };
  }
}

function isDraft(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'posting' in body && body.posting === 'draft';
}

function demandResolved(key: string, dependsOn: readonly string[], resolved: PostCall['resolved']): void {
  const missing = dependsOn.find((needed) => !resolved.has(needed));
  if (missing !== undefined) throw new Error(`${key} was posted before ${missing}, whose id it needs`);
}

function demandAttachable(fileName: string, byteLength: number, capabilities: AdapterCapabilities): void {
  if (capabilities.attachments && byteLength <= capabilities.attachments.maximumBytes) return;
  throw new IntegrationError('item-rejected', 'MEMORY_RECEIPT_REFUSED', `The ledger does not take ${fileName}.`, {
    itemReason: 'receipt_file_size_limit_exceeded',
  });
}
