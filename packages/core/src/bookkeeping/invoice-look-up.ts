import type { AccountingEntry } from '../model/accounting-entry.js';
import type { Money } from '../model/money.js';
import type { InvoiceIdentity } from '../ports/state-store.js';
import { vendorKeyOf } from './invoice-identity.js';

/** An invoice that a payment may settle: from this job (`externalId` null until it is posted) or from the books. */
export interface InvoiceCandidate extends InvoiceIdentity {
  readonly accountingEntryId: string;
  /** Key of the invoice's document, such as `<entry>/invoice`. */
  readonly documentKey: string;
  readonly externalId: string | null;
  /** What it comes to; null where the ledger never said. */
  readonly amount: Money | null;
}

/** Finds candidates without reading them all again for each payment. */
export interface InvoiceLookUp {
  byReconciliationId(reconciliationId: string): readonly InvoiceCandidate[];
  byVendorAndNumber(vendor: string, invoiceNumber: string): readonly InvoiceCandidate[];
}

/** What to ask the store for before payments are matched: `StateStore.bookedInvoices`. */
export interface WantedInvoices {
  readonly reconciliationIds: readonly string[];
  readonly invoiceNumbers: readonly string[];
}

/** The reconciliation ids and invoice numbers by which payments and reimbursements among these entries name invoices, each once. */
export function wantedInvoices(entries: readonly AccountingEntry[]): WantedInvoices {
  const payments = entries.filter((entry) => entry.kind === 'payment');
  const settling = entries.filter(maySettle);
  return {
    reconciliationIds: [...new Set(settling.flatMap((entry) => entry.reconciledEntries))],
    invoiceNumbers: [...new Set(payments.flatMap((payment) => payment.invoice?.number || []))],
  };
}

/** Payments and reimbursements: what they settle they name. */
export function maySettle({ kind }: Pick<AccountingEntry, 'kind'>): boolean {
  return kind === 'payment' || kind === 'adjustment';
}

/** A look-up over candidates; of two with one entry, the one that is in the books counts. */
export function invoiceLookUp(candidates: readonly InvoiceCandidate[]): InvoiceLookUp {
  const invoices = oncePerEntry(candidates);
  const byReconciliationId = Map.groupBy(invoices, (invoice) => invoice.reconciliationId);
  const byVendor = Map.groupBy(invoices, (invoice) => vendorAndNumber(invoice.vendor, invoice.invoiceNumber));
  return {
    byReconciliationId: (reconciliationId) => byReconciliationId.get(reconciliationId) ?? [],
    byVendorAndNumber: (vendor, invoiceNumber) => byVendor.get(vendorAndNumber(vendor, invoiceNumber)) ?? [],
  };
}

/** Vendor and invoice number of a payment; null where it lacks either. */
export function vendorAndNumberOf(
  payment: AccountingEntry,
): { readonly vendor: string; readonly number: string } | null {
  const vendor = vendorKeyOf(payment.counterparty);
  const number = payment.invoice?.number || null;
  return vendor !== null && number !== null ? { vendor, number } : null;
}

function oncePerEntry(candidates: readonly InvoiceCandidate[]): readonly InvoiceCandidate[] {
  const byEntry = new Map<string, InvoiceCandidate>();
  for (const candidate of candidates) {
    const known = byEntry.get(candidate.accountingEntryId);
    if (!known || known.externalId === null) byEntry.set(candidate.accountingEntryId, candidate);
  }
  return [...byEntry.values()];
}

function vendorAndNumber(vendor: string | null, invoiceNumber: string | null): string {
  return JSON.stringify([vendor, invoiceNumber]);
}
