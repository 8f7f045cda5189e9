import {
  bookkeepingSettingsSchema,
  exportCompany,
  silentLogger,
  type AccountingAdapter,
  type ExportItem,
  type StateStore,
} from '@ledgerferry/core';
import { createSqliteStateStore, currentProcess } from '@ledgerferry/state-sql';
import { buildExportItem, MemoryPleo } from '@ledgerferry/testkit';
import { KNOWN_SUPPLIER, type Work } from './far-end.ts';
import type { VirtualTime } from './virtual-time.ts';

const COMPANY_ID = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';
const SETTINGS = bookkeepingSettingsSchema.parse({ posting: 'final', accounts: { wallet: '55010' } });
const RECEIPT = { url: 'https://files.example/receipt.pdf', type: 'application/pdf', size: null };

/** A company at Pleo with a state of its own. */
export interface Company {
  /** Carries one job with an adapter that was just opened, and returns how long it took, in milliseconds of virtual time. */
  export(adapter: AccountingAdapter, work: Work): Promise<number>;
  close(): Promise<void>;
}

/** Founds a company that has exported nothing yet. */
export function foundCompany(time: VirtualTime): Company {
  const { clock } = time;
  const pleo = new MemoryPleo({ clock });
  const store: StateStore = createSqliteStateStore({ path: ':memory:', clock });
  let jobs = 0;
  return {
    async export(adapter, work) {
      jobs += 1;
      const id = uuid('a', jobs);
      const items = itemsOf(work, jobs);
      pleo.addJob({ id, companyId: COMPANY_ID, createdAt: new Date(clock.now()).toISOString(), items });
      const beganAt = clock.now();
      const [report] = await time.during(
        exportCompany({
          companyId: COMPANY_ID,
          settings: SETTINGS,
          source: pleo.source(),
          store,
          adapter,
          validators: [],
          holder: currentProcess(),
          clock,
          logger: silentLogger,
          onProgress: () => {},
        }),
      );
      const { status, items: outcomes } = pleo.book(id);
      const exported = outcomes.filter((item) => item.status === 'successful').length;
      if (status !== 'completed' || exported !== work.items) throw new Error(JSON.stringify({ status, report }));
      return clock.now() - beganAt;
    },
    close: () => store.close(),
  };
}

function itemsOf({ items, receipts, newSuppliers }: Work, job: number): readonly ExportItem[] {
  const supplier = buildExportItem(0).supplier;
  return Array.from({ length: items }, (_, index) => {
    const name = newSuppliers > 0 ? `Supplier ${job}-${index % newSuppliers}` : KNOWN_SUPPLIER;
    return buildExportItem(1_000 + index, {
      accountingEntryId: uuid(String(job), index),
      date: `2026-03-${String((index % 10) + 1).padStart(2, '0')}T09:14:05Z`,
      supplier: supplier && { ...supplier, name },
      files: index < receipts ? [RECEIPT] : [],
    });
  });
}

function uuid(first: string, number: number): string {
  return `${first.padStart(8, '0')}-1f0e-4c57-8a55-${String(number).padStart(12, '0')}`;
}
