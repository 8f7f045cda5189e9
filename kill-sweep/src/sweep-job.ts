import { generateExportJob, type ExportItem, type GeneratedExportJob } from '@ledgerferry/pleo-simulator';

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

// what the simulated Abacus Books knows
const COST_ACCOUNT = '3620';
const WALLET_ACCOUNT = '55010';
const TAX_CODE = 'I25';

/** Sixty items of all types, with receipts, three of them faulty: two for our rules, one that only the ledger refuses. */
export function sweepJob(): SweepJob {
  const generated = generateExportJob({
    seed: SEED,
    items: ITEMS,
    currencies: ['DKK'],
    broken: BROKEN_SHARE,
    receipts: RECEIPT_SHARE,
  });
  const planted = generated.planted.map(({ accountingEntryId }) => accountingEntryId);
  const exportItems = generated.exportItems.map(intoBooksOfAbacus);
  const refused = exportItems.find((item) => !planted.includes(item.accountingEntryId) && isTaxedPurchase(item));
  if (!refused) throw new Error('The job has no taxed card purchase that the ledger could refuse.');
  for (const { tax } of refused.accountingEntryLines) if (tax) tax.code = 'NOPE';
  return { job: { ...generated, exportItems }, faulty: new Set([...planted, refused.accountingEntryId]) };
}

function isTaxedPurchase({ type, bookkeeping, accountingEntryLines }: ExportItem): boolean {
  const isJournal = bookkeeping?.method !== 'accounts_payable';
  return type === 'card_purchase' && isJournal && accountingEntryLines.some(({ tax }) => tax);
}

/** The same item with the accounts and the tax code that the simulated ledger knows; tax on its line, without an account of its own. */
function intoBooksOfAbacus(original: ExportItem): ExportItem {
  const item = structuredClone(original);
  if (item.contraAccount) item.contraAccount.code = WALLET_ACCOUNT;
  for (const line of item.accountingEntryLines) {
    if (line.account?.code) line.account.code = COST_ACCOUNT;
    if (line.tax?.type === 'reverse') line.tax = null;
    if (!line.tax) continue;
    line.tax.code = TAX_CODE;
    delete line.tax.ingoingTaxAccount;
  }
  return item;
}
