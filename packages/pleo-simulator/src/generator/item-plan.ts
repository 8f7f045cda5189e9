import type { ExportItem } from '../model/export-item.js';
import type { GeneratedReceipt } from '../model/generated-export-job.js';
import type { Member } from './clusters.js';
import type { Company } from './data/companies.js';
import type { KnownSupplier } from './data/suppliers.js';
import type { GeneratedMethod } from './generate-options.js';
import type { CurrencyPair, Sums } from './money.js';
import type { Random } from './random.js';

/** A generated entry with what later members of its cluster take over. */
export interface GeneratedItem {
  item: ExportItem;
  receipts: readonly GeneratedReceipt[];
  currencies: CurrencyPair;
  total: Sums;
  supplier: KnownSupplier | null;
}

/** What one item is made of. */
export interface ItemPlan {
  random: Random;
  company: Company;
  companyId: string;
  member: Member;
  /** The earlier members that this one settles. */
  settled: readonly GeneratedItem[];
  employee: string;
  supplier: KnownSupplier;
  currencies: CurrencyPair;
  date: Date;
  reconciliationId: string;
  receiptShare: number;
  methods: readonly GeneratedMethod[];
  vendorBasedBookkeeping: boolean;
}
