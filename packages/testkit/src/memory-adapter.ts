import {
  IntegrationError,
  type AccountingAdapter,
  type AdapterCapabilities,
  type DocumentQuery,
  type Finding,
  type OutgoingDocument,
  type PostCall,
  type PostOutcome,
  type Validator,
} from '@ledgerferry/core';
import type { MemoryDocument, MemoryLedger } from './memory-ledger.js';
import { planInMemory } from './plan-in-memory.js';
import { errorOf, type MemoryCall } from './scripted-fault.js';

/** How the memory adapter is made. */
export interface MemoryAdapterOptions {
  /** The accounting system; it outlives the adapter. */
  readonly ledger: MemoryLedger;
  readonly clock: { now(): number };
  /** What differs from {@link memoryCapabilities}. The ledger behaves as declared. */
  readonly capabilities?: Partial<AdapterCapabilities>;
  /** Payables name a contact, which is a prerequisite. Default: false. */
  readonly contacts?: boolean;
  /** Rules of this system. Default: none. */
  readonly rules?: readonly Validator[];
  /** Last closed day, `YYYY-MM-DD`. Default: null. */
  readonly closedThrough?: string | null;
}

/** A ledger that helps in nothing: no unique references, no repeat, but exact look-up. */
export const memoryCapabilities: AdapterCapabilities = {
  reference: { maxLength: 100, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'exact', unique: false },
  repeat: { windowMs: 0, cachesErrors: false },
  timeLimitMs: 10_000,
  lingerMs: 0,
  visibilityMs: 0,
  recordTypes: {
    journal: { postBatchSize: 50, draft: true },
    invoice: { postBatchSize: 50, draft: true },
    payment: { postBatchSize: 50, draft: true },
    contact: { postBatchSize: 1, draft: false },
  },
  findBatchSize: 50,
  batchOutcome: 'each',
  maximumInFlight: 1,
  attachments: { maximumBytes: 30_000_000 },
  delivery: 'ledger',
};

/** Makes the reference adapter: correct in everything it declares, over a ledger in memory that a test can break. */
export function createMemoryAdapter(options: MemoryAdapterOptions): AccountingAdapter {
  const { ledger, clock } = options;
  const capabilities = { ...memoryCapabilities, ...options.capabilities };

  const withFaults = async <Answer>(call: MemoryCall, effect: () => Answer): Promise<Answer> => {
    const fault = ledger.receive(call);
    if (!fault) return effect();
    if (fault.effect === 'late') ledger.applyLater(fault.lateByMs ?? 1000, effect);
    if (fault.effect === 'after' || fault.effect === 'unknown-answer') effect();
    throw fault.effect === 'unknown-answer' ? new UnknownAnswer() : errorOf(fault);
  };

  const visible = (reference: string): readonly MemoryDocument[] =>
    ledger
      .documents()
      .filter((held) => held.reference === reference && held.bookedAt + capabilities.visibilityMs <= clock.now());

  const bookOne = (outgoing: OutgoingDocument, resolved: PostCall['resolved']): PostOutcome => {
    const { document, reference } = outgoing;
    const problem = ledger.refusalOf(reference);
    if (problem) return { status: 'refused', key: document.key, problem };
    const held = ledger.documents().some((other) => other.reference === reference && other.state !== 'voided');
    if (held && (capabilities.reference.unique || document.summary === null))
      return { status: 'exists', key: document.key };
    demandResolved(document.key, document.dependsOn, resolved);
    const booked = ledger.book({
      reference,
      recordType: document.recordType,
      state: isDraft(document.body) && capabilities.recordTypes[document.recordType]?.draft ? 'draft' : 'live',
      summary: document.summary,
      body: document.body,
    });
    return {
      status: 'posted',
      key: document.key,
      externalId: booked.externalId,
      externalUrl: null,
      summary: booked.summary,
    };
  };

  const bookAll = (call: PostCall): readonly PostOutcome[] => {
    const known = ledger.answerTo(call.requestKey, capabilities.repeat.windowMs);
    if (known && capabilities.repeat.windowMs > 0) return known as readonly PostOutcome[];
    const refused = call.documents.some((outgoing) => ledger.refusalOf(outgoing.reference));
    const outcomes =
      refused && capabilities.batchOutcome === 'all'
        ? refuseAll(call, ledger)
        : call.documents.map((each) => bookOne(each, call.resolved));
    if (!refused || capabilities.repeat.cachesErrors) ledger.rememberAnswer(call.requestKey, outcomes);
    return outcomes;
  };

  const findOne = (query: DocumentQuery): Finding => {
    const { lookup } = capabilities.reference;
    if (lookup === 'none') return { status: 'unknown', key: query.key, evidence: 'this ledger cannot be searched' };
    const held = visible(query.reference).filter(
      (document) =>
        query.recordTypes.includes(document.recordType) &&
        (lookup === 'exact' || document.summary === null || document.summary.date === query.date),
    );
    return findingOf(query.key, held);
  };

  return {
    capabilities,
    checkReadiness: () =>
      withFaults({ method: 'checkReadiness', keys: [], requestKey: null }, () => ({
        tenant: ledger.tenant,
        name: 'Ledger in memory',
        warnings: [],
      })),
    loadReferenceData: () =>
      withFaults({ method: 'loadReferenceData', keys: [], requestKey: null }, () => ({
        closedThrough: options.closedThrough ?? null,
      })),
    rules: () => options.rules ?? [],
    plan: (entry) => planInMemory(entry, options.contacts ?? false),
    find: (queries) =>
      withFaults({ method: 'find', keys: queries.map((query) => query.key), requestKey: null }, () =>
        queries.map(findOne),
      ),
    post: (call) =>
      withFaults({ method: 'post', keys: keysOf(call), requestKey: call.requestKey }, () => bookAll(call)).catch(
        (error: unknown) => {
          if (!(error instanceof UnknownAnswer)) throw error;
          return keysOf(call).map((key) => ({ status: 'unknown', key, evidence: 'the answer was unreadable' }));
        },
      ),
    attach: (call) =>
      withFaults({ method: 'attach', keys: [call.key], requestKey: call.requestKey }, () => {
        demandAttachable(call.fileName, call.bytes.byteLength, capabilities);
        const known = ledger.answerTo(call.requestKey, capabilities.repeat.windowMs);
        if (known && capabilities.repeat.windowMs > 0) return known as { externalId: string };
        const { externalId } = ledger.hang({
          fileName: call.fileName,
          documentId: call.target.externalId,
          byteLength: call.bytes.byteLength,
        });
        ledger.rememberAnswer(call.requestKey, { externalId });
        return { externalId };
      }),
    findAttachments: (target) =>
      withFaults({ method: 'findAttachments', keys: [target.reference], requestKey: null }, () =>
        ledger
          .attachments()
          .filter((attachment) => attachment.documentId === target.externalId)
          .map(({ fileName, externalId }) => ({ fileName, externalId })),
      ),
  };
}

class UnknownAnswer extends Error {}

function keysOf(call: PostCall): readonly string[] {
  return call.documents.map((outgoing) => outgoing.document.key);
}

function isDraft(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'posting' in body && body.posting === 'draft';
}

function refuseAll(call: PostCall, ledger: MemoryLedger): readonly PostOutcome[] {
  const problem = call.documents.map((outgoing) => ledger.refusalOf(outgoing.reference)).find(Boolean);
  return problem ? keysOf(call).map((key) => ({ status: 'refused', key, problem })) : [];
}

function demandResolved(key: string, dependsOn: readonly string[], resolved: PostCall['resolved']): void {
  const missing = dependsOn.find((needed) => !resolved.has(needed));
  if (missing === undefined) return;
  throw new Error(`${key} was posted before ${missing}, whose id it needs`);
}

function findingOf(key: string, held: readonly MemoryDocument[]): Finding {
  const standing = held.filter((document) => document.state !== 'voided');
  const [first, ...others] = standing;
  const voided = held[0];
  if (!first) return voided ? { status: 'voided', key, externalId: voided.externalId } : { status: 'absent', key };
  return {
    status: first.state === 'draft' ? 'draft' : 'live',
    key,
    externalId: first.externalId,
    externalUrl: null,
    summary: first.summary,
    others: others.map((document) => document.externalId),
  };
}

function demandAttachable(fileName: string, byteLength: number, capabilities: AdapterCapabilities): void {
  if (capabilities.attachments && byteLength <= capabilities.attachments.maximumBytes) return;
  throw new IntegrationError('item-rejected', 'MEMORY_RECEIPT_REFUSED', `The ledger does not take ${fileName}.`, {
    itemReason: 'receipt_file_size_limit_exceeded',
  });
}
