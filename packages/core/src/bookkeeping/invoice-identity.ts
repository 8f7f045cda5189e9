import type { AccountingEntry, Counterparty } from '../model/accounting-entry.js';
import type { EntryPlan } from '../model/document.js';
import type { InvoiceIdentity } from '../ports/state-store.js';

/**
 * By what a later payment finds this entry; null where the entry leaves no invoice to be paid. Bills do, and what else the plan says:
 * most that goes through accounts payable brings its own payment.
 */
export function invoiceIdentityOf(
  entry: AccountingEntry,
  { leavesInvoice = entry.kind === 'bill' }: Pick<EntryPlan, 'leavesInvoice'>,
): InvoiceIdentity | null {
  if (!leavesInvoice) return null;
  return {
    reconciliationId: entry.reconciliationId,
    vendor: vendorKeyOf(entry.counterparty),
    invoiceNumber: entry.invoice?.number || null,
  };
}

/** Pleo's vendor id, else the name in lower case: what a bill and its payment recognise each other's vendor by. */
export function vendorKeyOf(counterparty: Counterparty | null): string | null {
  return counterparty && (counterparty.id ?? counterparty.name.toLowerCase());
}
