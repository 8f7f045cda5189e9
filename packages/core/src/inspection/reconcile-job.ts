import { CORE_ERRORS } from '../errors/core-errors.js';
import { errorsOf } from '../errors/error-catalogue.js';
import { guardReads, type LedgerReader } from '../lifecycle/guard-adapter.js';
import type { ExportJobItem } from '../model/export-job.js';
import type { Money } from '../model/money.js';
import type { StoredDocument, StoredItem, StoredJob } from '../ports/state-store.js';
import { compareTotals, type ComparedTotal } from './compare-totals.js';
import { ledgerDifferences, ledgerStatus, type LedgerStatus } from './find-differences.js';
import { difference, type Difference } from './ledger-differences.js';
import { lookAtLedger, type LedgerSight } from './look-at-ledger.js';
import { planCompany } from './plan-company.js';
import type { ReadingPorts } from './reading-ports.js';

/** One entry as the three sides see it. */
export interface ReconciliationRow {
  readonly accountingEntryId: string;
  /** Pleo's status of the item; `unknown` where it does not list it. */
  readonly pleo: string;
  /** This state's outcome; `unknown` where it has none. */
  readonly store: string;
  readonly ledger: LedgerStatus;
  /** Empty where the three agree. */
  readonly differences: readonly Difference[];
}

export interface Reconciliation {
  readonly jobId: string;
  /** True where no entry and no control total differs. */
  readonly agrees: boolean;
  /** False where this accounting system cannot be asked: Pleo and the state alone were compared. */
  readonly ledgerAsked: boolean;
  /** In the order of the entries' ids. */
  readonly rows: readonly ReconciliationRow[];
  /**
   * Control totals by currency, over the documents of exported entries. What they should come to is Pleo's word while the job is open;
   * of a finished job Pleo hands out no amounts, so it is what the ledger was found to hold when the job was closed on it.
   */
  readonly totals: readonly ComparedTotal[];
}

/**
 * Compares Pleo, our state and the ledger, entry by entry, receipt by receipt and in total. Reads only.
 *
 * @throws `misconfigured`, code `TENANT_CHANGED`, where the connection leads to another organisation than the job was posted to.
 */
export async function reconcileJob(ports: ReadingPorts, job: StoredJob): Promise<Reconciliation> {
  const { companyId, source, store } = ports;
  const { jobId, tenant } = job;
  const reader = guardReads(ports.adapter, ports);
  await demandTenant(reader, job);
  const pleo = new Map<string, ExportJobItem>();
  for await (const page of source.jobItems(jobId)) for (const row of page.rows) pleo.set(row.accountingEntryId, row);
  const items = new Map((await store.items(jobId)).map((item) => [item.accountingEntryId, item]));
  const ids = [...new Set([...pleo.keys(), ...items.keys()])].toSorted();
  const documents = await store.documents(companyId, ids, tenant);
  const sight = await lookAtLedger(reader, documents);
  const { status } = await source.job(jobId);
  const isOpen = status === 'pending' || status === 'in_progress';
  const expected = isOpen ? await plannedTotals(ports, jobId) : bookedTotal;

  const byEntry = Map.groupBy(documents, (document) => document.accountingEntryId);
  const rows = ids.map((id) =>
    compare(id, {
      pleo: pleo.get(id),
      isOpen,
      item: items.get(id),
      documents: byEntry.get(id) ?? [],
      sight,
      expected,
    }),
  );
  const exported = documents.filter(
    ({ accountingEntryId, role, state }) =>
      role !== 'receipt' && state === 'posted' && items.get(accountingEntryId ?? '')?.outcome?.status === 'exported',
  );
  const totals = compareTotals(exported, sight, expected);
  const agrees = rows.every(({ differences }) => differences.length === 0) && totals.every((total) => total.agrees);
  return { jobId, agrees, ledgerAsked: reader.capabilities.reference.lookup !== 'none', rows, totals };
}

type ExpectedTotal = (document: StoredDocument) => Money | null;

async function demandTenant(reader: LedgerReader, { jobId, tenant }: StoredJob): Promise<void> {
  const connected = await reader.checkReadiness();
  if (connected.tenant === tenant) return;
  const message = `Export Job ${jobId} was posted to organisation ${tenant}, but the connection leads to ${connected.name} (${connected.tenant}). Restore the connection, then reconcile again.`;
  throw errorsOf(CORE_ERRORS).error('TENANT_CHANGED', message);
}

function bookedTotal({ booked }: StoredDocument): Money | null {
  return booked;
}

/** What each document of an open job should come to, as Pleo's data plan it. */
async function plannedTotals(ports: ReadingPorts, jobId: string): Promise<ExpectedTotal> {
  const jobs = await planCompany(ports, { jobId });
  const documents = jobs.flatMap(({ entries }) => entries).flatMap((entry) => entry.documents);
  const planned = new Map(documents.map(({ key, summary }) => [key, summary?.total]));
  return ({ key, booked }) => planned.get(key) ?? booked;
}

interface Sides {
  readonly pleo: ExportJobItem | undefined;
  /** True while Pleo takes updates of the job. */
  readonly isOpen: boolean;
  readonly item: StoredItem | undefined;
  readonly documents: readonly StoredDocument[];
  readonly sight: LedgerSight;
  readonly expected: ExpectedTotal;
}

function compare(accountingEntryId: string, sides: Sides): ReconciliationRow {
  const { pleo, item, documents, sight, expected } = sides;
  const ledger = ledgerStatus(documents, sight);
  return {
    accountingEntryId,
    pleo: pleo?.status ?? 'unknown',
    store: item?.outcome?.status ?? 'unknown',
    ledger,
    differences: [...statusDifferences(sides, ledger), ...ledgerDifferences(documents, sight, expected)],
  };
}

/** Where the three do not tell the same story of an entry. */
function statusDifferences({ pleo, isOpen, item }: Sides, ledger: LedgerStatus): readonly Difference[] {
  const outcome = item?.outcome;
  const here = `this state says ${outcome?.status ?? 'nothing'}`;
  if (!pleo) return [difference('NOT_IN_THE_JOB_AT_PLEO', here)];
  const there = `Pleo says ${pleo.status}${pleo.externalId ? ` (${pleo.externalId})` : ''}`;
  const isFinal = !isOpen || (pleo.status !== 'pending' && pleo.status !== 'in_progress');
  const isInLedger = ledger === 'booked' || ledger === 'partly booked';

  if (!isFinal) return outcome || isInLedger ? [difference('OUTCOME_NOT_REPORTED', `${there}, ${here}`)] : [];
  const isTold = pleo.status === 'successful' || pleo.status === 'failed';
  if (!outcome && isTold) return [difference('STATE_BEHIND', `${there}, ${here}`)];
  if (pleo.status === 'successful') {
    if (outcome?.status !== 'exported') return [difference('OTHER_OUTCOME_AT_PLEO', `${there}, ${here}`)];
    if (ledger === 'nothing sent') return [difference('SUCCESSFUL_WITHOUT_ENTRY', `${there}, nothing is known of it`)];
    if (pleo.externalId === outcome.externalId) return [];
    return [difference('OTHER_ID_AT_PLEO', `${there}, ${here} (${outcome.externalId})`)];
  }
  if (outcome?.status === 'parked') return [stillParked(outcome.evidence)];
  // a second export that the settings refuse fails on purpose: the first one told Pleo
  if (outcome?.status === 'failed' && outcome.problem.code === 'ALREADY_EXPORTED') return [];
  if (outcome?.status !== 'exported' && !isInLedger) return [];
  return [difference('NOT_SUCCESSFUL_AT_PLEO', `${there}, ${here}, the ledger holds it: ${ledger}`)];
}

/** An entry that nobody could settle agrees with nothing, whatever Pleo shows. */
function stillParked(evidence: string): Difference {
  const { meaning, owner, fix } = CORE_ERRORS.PARKED;
  return { code: 'PARKED', meaning, owner, fix, message: evidence };
}
