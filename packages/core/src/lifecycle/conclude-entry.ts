import type { Problem } from '../errors/problem.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { DocumentBook, DocumentState, PostedDocument, PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';

/** What the ledger knows a booked entry by. */
export interface BookedEntry {
  readonly accountingEntryId: string;
  readonly externalId: string;
  readonly externalUrl: string | null;
  /** Who put it there: this run, an earlier run of this job, or somebody before this job (all of its documents). */
  readonly by: PostedDocument['by'];
}

/** Where an entry stands, concluded from its documents. */
export type EntryConclusion =
  | { readonly status: 'open' }
  /** All documents are in the ledger; the receipts come next. */
  | { readonly status: 'booked'; readonly booked: BookedEntry }
  | { readonly status: 'parked'; readonly outcome: ItemOutcome }
  | { readonly status: 'failed'; readonly outcome: ItemOutcome };

/** Draws the conclusion. An entry's external id is its first document's; a partly booked entry that fails keeps it. */
export function concludeEntry({ accountingEntryId, documents }: PreparedEntry, book: DocumentBook): EntryConclusion {
  const states = documents.map((prepared) => book.get(prepared));
  const [first] = states;
  for (const state of states) {
    if (state.status === 'parked') {
      return { status: 'parked', outcome: { status: 'parked', accountingEntryId, evidence: state.evidence } };
    }
    if (state.status === 'refused') {
      const externalId = first?.status === 'posted' ? first.externalId : null;
      const problem = inPart(state.problem, states);
      return { status: 'failed', outcome: { status: 'failed', accountingEntryId, problem, externalId } };
    }
  }
  if (first?.status !== 'posted' || states.some((state) => state.status !== 'posted')) return { status: 'open' };
  const { externalId, externalUrl } = first;
  const someThisJob = states.some((state) => state.status === 'posted' && state.by !== 'before');
  const by = first.by === 'before' && someThisJob ? 'this-job' : first.by;
  return { status: 'booked', booked: { accountingEntryId, externalId, externalUrl, by } };
}

/** What is half booked is not to be booked by hand. */
function inPart(problem: Problem, states: readonly DocumentState[]): Problem {
  const held = states.flatMap((state) => (state.status === 'posted' ? state.externalId : []));
  if (held.length === 0) return problem;
  const message = `${problem.message} Part of the entry is in the ledger already (${held.join(', ')}): once that is put right, export it again to book the rest.`;
  return { ...problem, message };
}

/**
 * The outcome of an entry whose documents and receipts are done. One that an earlier job booked is linked to, or fails where the
 * settings refuse a second export. An entry of which Pleo never heard a success has not been exported yet.
 */
export function bookedOutcome(
  { by, ...known }: BookedEntry,
  warnings: readonly string[],
  { ports: { settings }, neverExported }: Pick<JobRun, 'ports' | 'neverExported'>,
): ItemOutcome {
  const { accountingEntryId, externalId } = known;
  const alreadyExported = by === 'before';
  const isSecondExport = alreadyExported && !neverExported.has(accountingEntryId);
  if (!isSecondExport || settings.reexport === 'link')
    return { status: 'exported', ...known, alreadyExported, warnings };
  return { status: 'failed', accountingEntryId, externalId, problem: secondExport(externalId) };
}

function secondExport(externalId: string): Problem {
  return {
    code: 'ALREADY_EXPORTED',
    reason: 'validation_failure',
    owner: 'bookkeeper',
    message: `The entry is already in the ledger as ${externalId}. Nothing was booked again; delete it there first if it is to be booked anew.`,
  };
}
