import { CORE_ERRORS } from '../errors/core-errors.js';
import type { ErrorCatalogue } from '../errors/error-catalogue.js';
import { IntegrationError } from '../errors/integration-error.js';
import type { Problem, ProblemOwner } from '../errors/problem.js';
import { guardReads } from '../lifecycle/guard-adapter.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { AuditRecord, StoredDocument, StoredItem, StoredJob } from '../ports/state-store.js';
import { ledgerDifferences } from './find-differences.js';
import { problemOf } from './group-problems.js';
import { difference, type Difference } from './ledger-differences.js';
import { lookAtLedger, type LedgerSight } from './look-at-ledger.js';
import type { ReadingPorts } from './reading-ports.js';
import { tellStory, type StoryLine } from './tell-story.js';

/** A document or receipt of an entry, with what the ledger says of it now. */
export interface ExplainedDocument extends StoredDocument {
  /** Null where the ledger was not or cannot be asked, and for a receipt. */
  readonly ledger: Finding | null;
  /** Of a receipt: true where the ledger lists it, null where that is not known. */
  readonly isListed: boolean | null;
}

/** Something that somebody should do about an entry. */
export interface Action {
  readonly code: string;
  readonly owner: ProblemOwner;
  /** What is wrong with this entry. */
  readonly message: string;
  /** What the owner does; null where no catalogue knows the code, and `message` alone says it. */
  readonly fix: string | null;
}

/** All that is known of one entry. */
export interface EntryExplanation {
  readonly accountingEntryId: string;
  /** False where this store never met the entry. */
  readonly found: boolean;
  /** The jobs it came with, oldest first. */
  readonly jobs: readonly Pick<StoredItem, 'jobId' | 'state' | 'outcome'>[];
  /** How it stands, in a sentence. */
  readonly summary: string;
  /** What is to be done, and by whom; empty where nobody need act. */
  readonly actions: readonly Action[];
  readonly documents: readonly ExplainedDocument[];
  /** Why the ledger could not be asked for some or all of it; null where it could. */
  readonly ledgerNote: string | null;
  readonly story: readonly StoryLine[];
  readonly trail: readonly AuditRecord[];
}

/**
 * Tells what happened to an entry, why, who must act and what the ledger holds now. Reads only; a ledger that is out of reach leaves
 * the rest to be told. `errors` knows what to do about each code.
 */
export async function explainEntry(
  ports: Pick<ReadingPorts, 'companyId' | 'store' | 'adapter' | 'clock' | 'logger' | 'patienceMs'>,
  accountingEntryId: string,
  errors: ErrorCatalogue = CORE_ERRORS,
): Promise<EntryExplanation> {
  const { companyId, store } = ports;
  const trail = await store.auditTrail({ companyId, accountingEntryId });
  const stored = await store.documents(companyId, [accountingEntryId]);
  const jobs = await jobsOf(trail, ports);
  const items = (await Promise.all(jobs.map(({ jobId }) => store.items(jobId)))).flat();
  const mine = items.filter((item) => item.accountingEntryId === accountingEntryId);
  const { sight, note } = await look(stored, ports);
  const outcome = mine.at(-1)?.outcome ?? null;
  return {
    accountingEntryId,
    found: mine.length > 0,
    jobs: mine.map(({ jobId, state, outcome: known }) => ({ jobId, state, outcome: known })),
    summary: mine.length > 0 ? summarise(outcome, jobs.at(-1)) : NEVER_SEEN,
    actions: actionsOf(outcome, jobs.at(-1), { differences: ledgerDifferences(stored, sight), errors }),
    documents: stored.toSorted(receiptsLast).map((document) => explainDocument(document, sight)),
    ledgerNote: note,
    story: tellStory(trail, jobs),
    trail,
  };
}

async function jobsOf(
  trail: readonly AuditRecord[],
  { companyId, store }: Pick<ReadingPorts, 'companyId' | 'store'>,
): Promise<readonly StoredJob[]> {
  const jobIds = new Set(trail.flatMap(({ jobId }) => jobId ?? []));
  const jobs = (await store.jobs(companyId)).filter(({ jobId }) => jobIds.has(jobId));
  return jobs.toSorted((left, right) => left.takenUpAt - right.takenUpAt);
}

/** Asks the organisation that the connection leads to, for the documents that were sent to it. */
async function look(
  stored: readonly StoredDocument[],
  ports: Pick<ReadingPorts, 'adapter' | 'clock' | 'logger' | 'patienceMs'>,
): Promise<{ readonly sight: LedgerSight; readonly note: string | null }> {
  const nothing: LedgerSight = { findings: new Map(), attachments: new Map() };
  const reader = guardReads(ports.adapter, ports);
  if (stored.length === 0) return { sight: nothing, note: null };
  if (reader.capabilities.reference.lookup === 'none') return { sight: nothing, note: 'This ledger cannot be asked.' };
  try {
    const { tenant } = await reader.checkReadiness();
    const elsewhere = stored.find((document) => document.tenant !== tenant)?.tenant;
    const here = stored.filter((document) => document.tenant === tenant);
    const note = elsewhere
      ? `What was sent to ${elsewhere} is not asked for: the connection leads to ${tenant}.`
      : null;
    return { sight: await lookAtLedger(reader, here), note };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { sight: nothing, note: `The ledger could not be asked: ${error.message} [${error.code}]` };
  }
}

function receiptsLast(left: StoredDocument, right: StoredDocument): number {
  return Number(left.role === 'receipt') - Number(right.role === 'receipt');
}

function explainDocument(document: StoredDocument, { findings, attachments }: LedgerSight): ExplainedDocument {
  const listed = document.role === 'receipt' ? attachments.get(document.fingerprint) : undefined;
  return {
    ...document,
    ledger: findings.get(document.key) ?? null,
    isListed: listed?.some(({ externalId }) => externalId === document.externalId) ?? null,
  };
}

function actionsOf(
  outcome: ItemOutcome | null,
  job: StoredJob | undefined,
  { differences, errors }: { readonly differences: readonly Difference[]; readonly errors: ErrorCatalogue },
): readonly Action[] {
  const problem = outcome ? problemOf(outcome) : undefined;
  const warnings = outcome?.status === 'exported' ? outcome.warnings : [];
  return [
    ...(problem ? [toAction(problem, errors)] : []),
    ...(job && (!outcome || outcome.status === 'not-attempted') ? [goOn(job)] : []),
    ...warnings.map((warning) => difference('RECEIPT_NOT_ATTACHED', warning)),
    ...differences,
  ].map(({ code, owner, message, fix }) => ({ code, owner, message, fix }));
}

function toAction({ code, owner, message }: Problem, errors: ErrorCatalogue): Action {
  return { code, owner, message, fix: errors[code]?.fix ?? null };
}

/** What is to be done about an entry that was not settled. */
function goOn({ jobId, finalStatus }: StoredJob): Action {
  if (finalStatus !== null) return difference('NOT_SETTLED_WHEN_JOB_ENDED', `Export Job ${jobId} is ${finalStatus}`);
  const { owner, fix } = CORE_ERRORS.ITEM_WITHOUT_FINAL_STATUS;
  return { code: 'ITEM_WITHOUT_FINAL_STATUS', owner, fix, message: `Export Job ${jobId} is not finished.` };
}

const NEVER_SEEN = 'This state knows nothing of the entry: it was never part of a job that ran here.';

function summarise(outcome: ItemOutcome | null, job: StoredJob | undefined): string {
  switch (outcome?.status) {
    case undefined:
    case 'not-attempted':
      return job?.finalStatus ? 'Its job ended before the entry was settled.' : 'Its job is not finished.';
    case 'exported':
      return outcome.alreadyExported
        ? `Exported: it was in the ledger before as ${outcome.externalId}, and was linked, not booked again.`
        : `Exported: it was booked as ${outcome.externalId}.`;
    case 'failed':
      return outcome.externalId === null
        ? `Failed (${outcome.problem.code}): nothing of it counts as booked.`
        : `Failed (${outcome.problem.code}), although the ledger has ${outcome.externalId}.`;
    case 'parked':
      return 'Uncertain: it may be in the ledger, and a person must look.';
  }
}
