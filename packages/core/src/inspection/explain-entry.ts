import { guardReads } from '../lifecycle/guard-adapter.js';
import type { ExportPorts } from '../lifecycle/export-ports.js';
import type { ProblemOwner } from '../errors/problem.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { AuditRecord, StoredDocument, StoredItem } from '../ports/state-store.js';
import { findStored } from './find-stored.js';
import { problemOf } from './group-problems.js';

/** All that is known of one entry. */
export interface EntryExplanation {
  readonly accountingEntryId: string;
  /** False where this store never met the entry. */
  readonly found: boolean;
  /** The jobs it came with, oldest first. */
  readonly jobs: readonly Pick<StoredItem, 'jobId' | 'state' | 'outcome'>[];
  /** Its documents and receipts, each with what the ledger holds now; null where the ledger was not or cannot be asked. */
  readonly documents: readonly (StoredDocument & { readonly ledger: Finding | null })[];
  readonly trail: readonly AuditRecord[];
  /** What happened and why, in one or two sentences. */
  readonly summary: string;
  /** Who must act; null where nobody must. */
  readonly owner: ProblemOwner | null;
}

/** Tells what happened to an entry, why, who must act and what the ledger holds now. Reads only. */
export async function explainEntry(
  {
    companyId,
    store,
    adapter,
    clock,
    logger,
  }: Pick<ExportPorts, 'companyId' | 'store' | 'adapter' | 'clock' | 'logger'>,
  accountingEntryId: string,
): Promise<EntryExplanation> {
  const trail = await store.auditTrail({ companyId, accountingEntryId });
  const stored = await store.documents(companyId, [accountingEntryId]);
  const jobIds = [...new Set(trail.flatMap((record) => record.jobId ?? []))];
  const items = (await Promise.all(jobIds.map((jobId) => store.items(jobId)))).flat();
  const jobs = items.filter((item) => item.accountingEntryId === accountingEntryId);
  const findings = await findStored(guardReads(adapter, { clock, logger }), stored);
  const outcome = jobs.at(-1)?.outcome ?? null;
  return {
    accountingEntryId,
    found: jobs.length > 0,
    jobs: jobs.map(({ jobId, state, outcome: known }) => ({ jobId, state, outcome: known })),
    documents: stored.map((document) => ({ ...document, ledger: findings.get(document.key) ?? null })),
    trail,
    summary: summarise(jobs.length > 0, outcome),
    owner: (outcome && problemOf(outcome)?.owner) ?? null,
  };
}

function summarise(found: boolean, outcome: ItemOutcome | null): string {
  if (!found) return 'This state knows nothing of the entry: it was never part of a job that ran here.';
  switch (outcome?.status) {
    case undefined:
      return 'The entry is part of a job that is not finished. Run again to go on.';
    case 'exported': {
      const warnings = outcome.warnings.length > 0 ? ` But: ${outcome.warnings.join(' ')}` : '';
      const before = outcome.alreadyExported ? ' It was there before and was linked, not booked again.' : '';
      return `The entry is in the ledger as ${outcome.externalId}.${before}${warnings}`;
    }
    case 'failed':
      return `The entry failed (${outcome.problem.code}): ${outcome.problem.message}`;
    case 'parked':
      return outcome.evidence;
    case 'not-attempted':
      return 'The entry was not attempted: its job stopped before. Run again, or export it again in Pleo.';
  }
}
