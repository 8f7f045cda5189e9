import {
  IntegrationError,
  type AccountingAdapter,
  type Document,
  type DocumentSummary,
  type EntryPlan,
  type Finding,
  type PostCall,
  type PostOutcome,
} from '@ledgerferry/core';
import type { MemoryHarnessOptions } from '../memory-harness.js';

/** An adapter with one thing wrong. */
export interface BrokenAdapter extends MemoryHarnessOptions {
  /** Completes "an adapter that …". */
  readonly defect: string;
  /** The one behaviour that must fail. */
  readonly fails: string;
  /** What its message must say. */
  readonly says: RegExp;
}

export type Found = Extract<Finding, { status: 'live' | 'draft' }>;
type Posted = Extract<PostOutcome, { status: 'posted' }>;

/** The adapter with other calls to `post`. */
export function changingCalls(adapter: AccountingAdapter, change: (call: PostCall) => PostCall) {
  return { post: (call: PostCall) => adapter.post(change(call)) };
}

/** The adapter with other documents in its calls. */
export function changingDocuments(adapter: AccountingAdapter, change: (document: Document) => Document) {
  return changingCalls(adapter, (call) => ({
    ...call,
    documents: call.documents.map((outgoing) => ({ ...outgoing, document: change(outgoing.document) })),
  }));
}

/** The adapter with another summary in what it books. */
export function changingSummaries(adapter: AccountingAdapter, change: (summary: DocumentSummary) => DocumentSummary) {
  return changingDocuments(adapter, (document) => ({
    ...document,
    summary: document.summary && change(document.summary),
  }));
}

/** The adapter with another total in what it books. */
export function changingTotals(adapter: AccountingAdapter, change: (minorUnits: number) => number) {
  return changingSummaries(adapter, (summary) => ({
    ...summary,
    total: { ...summary.total, minorUnits: change(summary.total.minorUnits) },
  }));
}

/** The adapter with other outcomes. */
export function changingOutcomes(
  adapter: AccountingAdapter,
  change: (outcomes: readonly PostOutcome[], call: PostCall) => readonly PostOutcome[],
) {
  return { post: async (call: PostCall) => change(await adapter.post(call), call) };
}

/** The adapter with another answer for what was posted. */
export function changingPosted(
  adapter: AccountingAdapter,
  change: (outcome: Posted, document: Document) => PostOutcome,
) {
  return changingOutcomes(adapter, (outcomes, call) =>
    outcomes.map((outcome) => {
      const outgoing = call.documents.find(({ document }) => document.key === outcome.key);
      return outcome.status === 'posted' && outgoing ? change(outcome, outgoing.document) : outcome;
    }),
  );
}

/** The adapter with other findings. */
export function changingFindings(
  adapter: AccountingAdapter,
  change: (finding: Finding, document: Document) => Finding,
): Pick<AccountingAdapter, 'find'> {
  return {
    find: async (queries) => {
      const findings = await adapter.find(queries);
      return findings.map((finding) => {
        const query = queries.find(({ key }) => key === finding.key);
        return query ? change(finding, query.document) : finding;
      });
    },
  };
}

/** The adapter with other findings for what is there. */
export function changingFound(adapter: AccountingAdapter, change: (found: Found, document: Document) => Finding) {
  return changingFindings(adapter, (finding, document) => ('others' in finding ? change(finding, document) : finding));
}

/** The adapter with other documents in its plans. */
export function changingPlans(
  adapter: AccountingAdapter,
  change: (plan: EntryPlan, entry: Parameters<AccountingAdapter['plan']>[0]) => EntryPlan,
): Pick<AccountingAdapter, 'plan'> {
  return { plan: (entry, facts) => change(adapter.plan(entry, facts), entry) };
}

/** The adapter with something else in the body of every document that it plans. */
export function addingToBodies(adapter: AccountingAdapter, addition: () => object) {
  return changingPlans(adapter, (plan) => ({
    ...plan,
    documents: plan.documents.map((document) => ({ ...document, body: Object.assign({}, document.body, addition()) })),
  }));
}

/** The adapter with another error in place of those with this code. */
export function changingErrors(
  adapter: AccountingAdapter,
  method: 'checkReadiness' | 'find' | 'post' | 'attach' | 'findAttachments',
  code: string,
  change: (error: IntegrationError) => unknown,
): Partial<AccountingAdapter> {
  const changed = (error: unknown): never => {
    throw IntegrationError.isInstance(error) && error.code === code ? change(error) : error;
  };
  switch (method) {
    case 'checkReadiness':
      return { checkReadiness: () => adapter.checkReadiness().catch(changed) };
    case 'find':
      return { find: (queries) => adapter.find(queries).catch(changed) };
    case 'post':
      return { post: (call) => adapter.post(call).catch(changed) };
    case 'attach':
      return { attach: (call) => adapter.attach(call).catch(changed) };
    case 'findAttachments':
      return { findAttachments: (target) => adapter.findAttachments(target).catch(changed) };
  }
}

/** What a careless adapter answers for a document. */
export function refusedAs(key: string, message: string): PostOutcome {
  const problem = { code: 'BROKEN_REFUSED', reason: 'validation_failure', owner: 'bookkeeper', message } as const;
  return { status: 'refused', key, problem };
}

export function textOf(document: Document | undefined): string {
  const description: unknown = Object(document?.body).description;
  return typeof description === 'string' ? description : '';
}
