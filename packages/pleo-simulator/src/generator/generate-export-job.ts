import type { ExportItem } from '../model/export-item.js';
import type { GeneratedExportJob } from '../model/generated-export-job.js';
import { chooseClusters, type Cluster } from './clusters.js';
import { COMPANIES, type Company } from './data/companies.js';
import { SUPPLIERS } from './data/suppliers.js';
import { dropSomeNulls } from './drop-some-nulls.js';
import { ENTRY_TYPES } from './entry-types.js';
import { generateItem } from './generate-item.js';
import type { GeneratedItem } from './item-plan.js';
import type { GenerateOptions } from './generate-options.js';
import { plantProblems } from './plant-problems.js';
import { Random } from './random.js';
import { stableId } from './stable-id.js';

const DAY_MS = 86_400_000;
const CURRENCIES = ['EUR', 'DKK', 'GBP', 'SEK'] as const;
const METHODS = [null, null, null, 'journal', 'none', 'accounts_payable'] as const;

/**
 * Makes up an export job of a real-looking company: pure, and the same for the same options. Entries that settle others
 * come later in booking order than those; neither layer is listed in booking order.
 */
export function generateExportJob(options: GenerateOptions): GeneratedExportJob {
  refuseNonsense(options);
  const random = new Random(options.seed);
  const company = chooseCompany(random, options.companyId);
  const id = random.uuid();
  const clusters = chooseClusters(random, options.items, options.types ?? ENTRY_TYPES);
  const generated = generateClusters({ random, company, clusters, options });
  const items = generated.flat().map((entry) => entry.item);

  const loners = generated.flatMap((entries) => (entries.length === 1 ? entries.map((entry) => entry.item) : []));
  const planted = plantProblems(random, loners, portionOf(options.items, options.broken ?? 0));
  const withoutData = new Set(
    planted.filter((one) => one.problem === 'control-item-without-data').map((one) => one.accountingEntryId),
  );
  const withData = items.filter((item) => !withoutData.has(item.accountingEntryId));
  for (const item of items) dropSomeNulls(random, item);
  return {
    id,
    companyId: options.companyId ?? company.id,
    createdAt: options.createdAt ?? '2026-03-16T07:30:00Z',
    createdBy: random.chance(0.8) ? stableId(`user ${company.id} ${company.employees[0]}`) : null,
    isInteractive: random.chance(0.8),
    vendorBasedBookkeeping: options.vendorBasedBookkeeping ?? true,
    accountingEntryIds: disorder(random, items).map((item) => item.accountingEntryId),
    exportItems: disorder(random, withData),
    receipts: generated.flat().flatMap((entry) => entry.receipts),
    planted,
  };
}

function refuseNonsense({ seed, items, broken = 0, receipts = 0 }: GenerateOptions): void {
  if (!Number.isSafeInteger(seed)) throw new Error(`seed must be a whole number, not ${seed}.`);
  if (!Number.isSafeInteger(items) || items < 1) throw new Error(`items must be a whole number from 1, not ${items}.`);
  for (const [name, share] of Object.entries({ broken, receipts })) {
    if (!(share >= 0 && share <= 1)) throw new Error(`${name} must be a share from 0 to 1, not ${share}.`);
  }
}

function chooseCompany(random: Random, companyId: string | undefined): Company {
  const picked = random.pick(COMPANIES);
  return COMPANIES.find((company) => company.id === companyId) ?? picked;
}

interface ClustersPlan {
  random: Random;
  company: Company;
  clusters: readonly Cluster[];
  options: GenerateOptions;
}

function generateClusters({ random, company, clusters, options }: ClustersPlan): GeneratedItem[][] {
  const firstReconciliationId = random.integer(10_000_000, 900_000_000);
  let count = 0;
  return clusters.map((cluster) => {
    const shared = {
      random,
      company,
      companyId: options.companyId ?? company.id,
      employee: random.pick(company.employees),
      supplier: random.pick(SUPPLIERS),
      wallet: random.pick(options.currencies ?? CURRENCIES),
      receiptShare: options.receipts ?? 0.5,
      methods: options.methods ?? METHODS,
      vendorBasedBookkeeping: options.vendorBasedBookkeeping ?? true,
    };
    const entries: GeneratedItem[] = [];
    let date = firstDate(random, options.createdAt);
    for (const member of cluster) {
      const settled = entries.filter((_, index) => member.settles?.includes(index));
      const currencies = { supplier: shared.wallet, wallet: shared.wallet };
      const reconciliationId = String(firstReconciliationId + count);
      entries.push(generateItem({ ...shared, currencies, member, settled, date, reconciliationId }));
      date = new Date(date.getTime() + random.integer(1, 3) * DAY_MS);
      count += 1;
    }
    return entries;
  });
}

/** Between sixty and ten days before the job; often close to midnight UTC, where the time zone decides the day. */
function firstDate(random: Random, createdAt = '2026-03-16T07:30:00Z'): Date {
  const day = Math.floor(Date.parse(createdAt) / DAY_MS) - random.integer(10, 60);
  const second = random.chance(0.15) ? random.integer(82_800, 86_399) : random.integer(0, 86_399);
  return new Date(day * DAY_MS + second * 1000);
}

function portionOf(items: number, share: number): number {
  return Math.round(items * share);
}

/** Another order than that of booking (date, then id). */
function disorder(random: Random, items: readonly ExportItem[]): ExportItem[] {
  const shuffled = random.shuffle(items);
  const isInOrder = shuffled.every((item, index) => {
    const before = shuffled[index - 1];
    return before === undefined || bookingKey(before) < bookingKey(item);
  });
  return isInOrder ? shuffled.toReversed() : shuffled;
}

function bookingKey(item: ExportItem): string {
  return `${item.date} ${item.accountingEntryId}`;
}
