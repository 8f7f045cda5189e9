import { money, type InvoiceIdentity, type Lease, type StateStore } from '@ledgerferry/core';
import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import { intentOf, journalOf, postedAs, recordingOf, startJob, unpostedAs } from './state-store-samples.js';

const first = { reconciliationId: 'reconciliation-1', vendor: 'vendor-1', invoiceNumber: 'INV-7' };
const second = { reconciliationId: 'reconciliation-2', vendor: null, invoiceNumber: null };

export const invoiceBehaviours: Theme<StateStoreBench> = {
  name: 'invoices',
  page: 'packages/core/src/ports/state-store.ts',
  behaviours: [
    {
      title: 'finds an invoice in the books by its reconciliation id',
      advice: 'Keep the invoice identity of a document, and search the posted ones.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await bookInvoice(store, lease, 'entry-1', first);
        await bookInvoice(store, lease, 'entry-2', second);
        const wanted = { reconciliationIds: ['reconciliation-2', 'reconciliation-9'], invoiceNumbers: [] };
        expect(await store.bookedInvoices('company-1', wanted)).toEqual([
          {
            ...second,
            accountingEntryId: 'entry-2',
            documentKey: 'entry-2/invoice',
            externalId: 'ledger-entry-2',
            amount: null,
          },
        ]);
      },
    },
    {
      title: 'finds an invoice in the books by its number, once',
      advice: 'Answer an invoice once, also where it is found by id and by number.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await bookInvoice(store, lease, 'entry-1', first);
        await bookInvoice(store, lease, 'entry-2', second);
        const wanted = { reconciliationIds: ['reconciliation-1'], invoiceNumbers: ['INV-7'] };
        expect(await store.bookedInvoices('company-1', wanted)).toEqual([
          {
            ...first,
            accountingEntryId: 'entry-1',
            documentKey: 'entry-1/invoice',
            externalId: 'ledger-entry-1',
            amount: null,
          },
        ]);
      },
    },
    {
      title: 'tells what an invoice came to',
      advice: 'Answer the booked amount with the invoice: a payment of several is divided by it.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const booked = money('DKK', 89_520, 2);
        const told = postedAs(invoiceOf('entry-1', first), 'ledger-entry-1', { booked });
        await store.intend(lease, intentOf([invoiceOf('entry-1', first)]));
        await store.record(lease, recordingOf({ documents: [told] }));
        const wanted = { reconciliationIds: ['reconciliation-1'], invoiceNumbers: ['INV-7'] };
        const [invoice] = await store.bookedInvoices('company-1', wanted);
        expect(invoice?.amount).toEqual(booked);
      },
    },
    {
      title: 'gives no invoice of another organisation',
      advice: 'Filter by tenant where one is named: a payment must not settle an invoice in other books.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await bookInvoice(store, lease, 'entry-1', first);
        const wanted = { reconciliationIds: [], invoiceNumbers: ['INV-7'] };
        expect(await store.bookedInvoices('company-1', wanted, 'tenant-1')).toHaveLength(1);
        expect(await store.bookedInvoices('company-1', wanted, 'tenant-2')).toEqual([]);
      },
    },
    {
      title: 'gives no invoice that is not in the books, and none of another company',
      advice: 'Answer posted invoices of the company alone: a payment must not settle what is not booked.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await bookInvoice(store, lease, 'entry-1', first);
        const wanted = { reconciliationIds: [], invoiceNumbers: ['INV-7', 'INV-8'] };
        await store.intend(lease, intentOf([invoiceOf('entry-2', { ...second, invoiceNumber: 'INV-8' })]));
        expect(await store.bookedInvoices('company-1', wanted)).toHaveLength(1);
        expect(await store.bookedInvoices('company-2', wanted)).toEqual([]);
        const voided = unpostedAs(invoiceOf('entry-1', first), 'refused', 'Voided.');
        await store.record(lease, recordingOf({ documents: [voided] }));
        expect(await store.bookedInvoices('company-1', wanted)).toEqual([]);
      },
    },
  ],
};

function invoiceOf(entry: string, invoice: InvoiceIdentity) {
  return journalOf(entry, { key: `${entry}/invoice`, role: 'invoice', recordType: 'bill', invoice });
}

async function bookInvoice(store: StateStore, lease: Lease, entry: string, invoice: InvoiceIdentity): Promise<void> {
  await store.intend(lease, intentOf([invoiceOf(entry, invoice)]));
  await store.record(lease, recordingOf({ documents: [postedAs(invoiceOf(entry, invoice), `ledger-${entry}`)] }));
}
