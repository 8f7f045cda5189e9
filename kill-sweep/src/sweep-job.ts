import { generateExportJob, type ExportItem, type GeneratedExportJob } from '@ledgerferry/pleo-simulator';
import type { ItemFit } from './ledgers/ledger-under-test.ts';

/** The job that every case carries, and what must become of it. */
export interface SweepJob {
  readonly job: GeneratedExportJob;
  /** Entries that must end as failed and never stand in the ledger. */
  readonly faulty: ReadonlySet<string>;
}

const SEED = 20260316;
const ITEMS = 60;

/** Two entries that our own rules refuse. */
const BROKEN_SHARE = 2 / ITEMS;
const RECEIPT_SHARE = 0.3;

/** Sixty items of all types, with receipts, three of them faulty: two for our rules, one with something that the ledger does not know. */
export function sweepJob({ fit, spoil }: ItemFit): SweepJob {
  const generated = generateExportJob({
    seed: SEED,
    items: ITEMS,
    currencies: ['DKK'],
    broken: BROKEN_SHARE,
    receipts: RECEIPT_SHARE,
  });
  const planted = generated.planted.map(({ accountingEntryId }) => accountingEntryId);
  const exportItems = generated.exportItems.map(fit);
  const refused = exportItems.find((item) => !planted.includes(item.accountingEntryId) && isTaxedPurchase(item));
  if (!refused) throw new Error('The job has no taxed card purchase that the ledger could refuse.');
  spoil(refused);
  return { job: { ...generated, exportItems }, faulty: new Set([...planted, refused.accountingEntryId]) };
}

function isTaxedPurchase({ type, bookkeeping, accountingEntryLines }: ExportItem): boolean {
  const isJournal = bookkeeping?.method !== 'accounts_payable';
  return type === 'card_purchase' && isJournal && accountingEntryLines.some(({ tax }) => tax);
}
