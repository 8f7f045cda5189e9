import { formatMoney, isSameMoney } from '../model/money.js';
import type { ExportJobItem } from '../model/export-job.js';
import { guardReads } from '../lifecycle/guard-adapter.js';
import type { ExportPorts } from '../lifecycle/export-ports.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { StoredDocument, StoredItem } from '../ports/state-store.js';
import { findStored } from './find-stored.js';

/** One entry as the three sides see it. */
export interface ReconciliationRow {
  readonly accountingEntryId: string;
  /** Pleo's status of the item, or `unknown`. */
  readonly pleo: string;
  /** This store's outcome, or `unknown`. */
  readonly store: string;
  /** What the ledger holds: `booked`, `partly`, `absent`, `nothing sent`, or `cannot tell`. */
  readonly ledger: string;
  readonly differs: boolean;
  /** What a person should look at. */
  readonly note: string | null;
}

export interface Reconciliation {
  readonly jobId: string;
  readonly agrees: boolean;
  readonly rows: readonly ReconciliationRow[];
}

/** Compares Pleo, our store and the ledger, entry by entry. Reads only. */
export async function reconcileJob(
  {
    companyId,
    source,
    store,
    adapter,
    clock,
    logger,
  }: Pick<ExportPorts, 'companyId' | 'source' | 'store' | 'adapter' | 'clock' | 'logger'>,
  jobId: string,
): Promise<Reconciliation> {
  const pleo = new Map<string, ExportJobItem>();
  for await (const page of source.jobItems(jobId)) for (const row of page.rows) pleo.set(row.accountingEntryId, row);
  const items = new Map((await store.items(jobId)).map((item) => [item.accountingEntryId, item]));
  const ids = [...new Set([...pleo.keys(), ...items.keys()])].toSorted();
  const documents = (await store.documents(companyId, ids)).filter(({ role }) => role !== 'receipt');
  const findings = await findStored(guardReads(adapter, { clock, logger }), documents);
  const byEntry = Map.groupBy(documents, (document) => document.accountingEntryId);
  const rows = ids.map((id) =>
    compare(id, { pleo: pleo.get(id), item: items.get(id), documents: byEntry.get(id) ?? [], findings }),
  );
  return { jobId, agrees: rows.every((row) => !row.differs), rows };
}

interface Sides {
  readonly pleo: ExportJobItem | undefined;
  readonly item: StoredItem | undefined;
  readonly documents: readonly StoredDocument[];
  readonly findings: ReadonlyMap<string, Finding>;
}

function compare(accountingEntryId: string, { pleo, item, documents, findings }: Sides): ReconciliationRow {
  const ledger = ledgerStatus(documents, findings);
  const sides = { pleo: pleo?.status ?? 'unknown', store: item?.outcome?.status ?? 'unknown', ledger };
  const notes = [
    ...disagreements(sides),
    ...(pleo?.status === 'successful' &&
    item?.outcome?.status === 'exported' &&
    pleo.externalId !== item.outcome.externalId
      ? [`Pleo has external id ${pleo.externalId}, this store ${item.outcome.externalId}`]
      : []),
    ...documents.flatMap((document) => amountNote(document, findings.get(document.key))),
  ];
  return { accountingEntryId, ...sides, differs: notes.length > 0, note: notes.join('; ') || null };
}

function ledgerStatus(documents: readonly StoredDocument[], findings: ReadonlyMap<string, Finding>): string {
  const sent = documents.filter((document) => document.state !== 'planned');
  if (sent.length === 0) return 'nothing sent';
  const statuses = sent.map((document) => findings.get(document.key)?.status ?? 'unknown');
  const isBooked = (status: string): boolean => status === 'live' || status === 'draft';
  if (statuses.includes('unknown')) return 'cannot tell';
  if (statuses.every(isBooked)) return sent.length === documents.length ? 'booked' : 'partly';
  return statuses.some(isBooked) ? 'partly' : 'absent';
}

function disagreements({ pleo, store, ledger }: { pleo: string; store: string; ledger: string }): readonly string[] {
  const notes: string[] = [];
  const isSuccessful = pleo === 'successful';
  if (isSuccessful !== (store === 'exported')) notes.push(`Pleo says ${pleo}, this store ${store}`);
  if (isSuccessful && ledger !== 'booked' && ledger !== 'cannot tell')
    notes.push(`Pleo says ${pleo}, the ledger ${ledger}`);
  if (!isSuccessful && (ledger === 'booked' || ledger === 'partly'))
    notes.push(`the ledger holds it (${ledger}), Pleo says ${pleo}`);
  return notes;
}

function amountNote(document: StoredDocument, finding: Finding | undefined): readonly string[] {
  if (finding?.status !== 'live' && finding?.status !== 'draft') return [];
  const duplicates =
    finding.others.length > 0 ? [`${document.key} is in the ledger ${finding.others.length + 1} times`] : [];
  const now = finding.summary?.total;
  if (!document.booked || !now || isSameMoney(document.booked, now)) return duplicates;
  return [
    ...duplicates,
    `${document.key} was booked with ${formatMoney(document.booked)} and now has ${formatMoney(now)}`,
  ];
}
