import type { InvoiceIdentity, Lease, StateStore } from '@ledgerferry/core';
import { expect } from 'vitest';
import type { StateStoreBehaviour } from './state-store-behaviour.js';
import { intentOf, journalOf, postedAs, recordingOf, startJob, unpostedAs } from './state-store-samples.js';

const first = { reconciliationId: 'reconciliation-1', vendor: 'vendor-1', invoiceNumber: 'INV-7' };
const second = { reconciliationId: 'reconciliation-2', vendor: null, invoiceNumber: null };

export const invoiceBehaviours: readonly StateStoreBehaviour[] = [
  {
    title: 'finds an invoice in the books by its reconciliation id',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running);
      await bookInvoice(store, lease, 'entry-1', first);
      await bookInvoice(store, lease, 'entry-2', second);
      const wanted = { reconciliationIds: ['reconciliation-2', 'reconciliation-9'], invoiceNumbers: [] };
      expect(await store.bookedInvoices('company-1', wanted)).toEqual([
        { ...second, accountingEntryId: 'entry-2', documentKey: 'entry-2/invoice', externalId: 'ledger-entry-2' },
      ]);
    },
  },
  {
    title: 'finds an invoice in the books by its number, once',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running);
      await bookInvoice(store, lease, 'entry-1', first);
      await bookInvoice(store, lease, 'entry-2', second);
      const wanted = { reconciliationIds: ['reconciliation-1'], invoiceNumbers: ['INV-7'] };
      expect(await store.bookedInvoices('company-1', wanted)).toEqual([
        { ...first, accountingEntryId: 'entry-1', documentKey: 'entry-1/invoice', externalId: 'ledger-entry-1' },
      ]);
    },
  },
  {
    title: 'gives no invoice that is not in the books, and none of another company',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running);
      await bookInvoice(store, lease, 'entry-1', first);
      const wanted = { reconciliationIds: ['reconciliation-1', 'reconciliation-2'], invoiceNumbers: ['INV-7'] };
      await store.intend(lease, intentOf([invoiceOf('entry-2', second)]));
      expect(await store.bookedInvoices('company-1', wanted)).toHaveLength(1);
      expect(await store.bookedInvoices('company-2', wanted)).toEqual([]);
      const voided = unpostedAs(invoiceOf('entry-1', first), 'refused', 'Voided.');
      await store.record(lease, recordingOf({ documents: [voided] }));
      expect(await store.bookedInvoices('company-1', wanted)).toEqual([]);
    },
  },
];

function invoiceOf(entry: string, invoice: InvoiceIdentity) {
  return journalOf(entry, { key: `${entry}/invoice`, role: 'invoice', recordType: 'bill', invoice });
}

async function bookInvoice(store: StateStore, lease: Lease, entry: string, invoice: InvoiceIdentity): Promise<void> {
  await store.intend(lease, intentOf([invoiceOf(entry, invoice)]));
  await store.record(lease, recordingOf({ documents: [postedAs(invoiceOf(entry, invoice), `ledger-${entry}`)] }));
}
