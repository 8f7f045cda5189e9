import type { AccountingEntry, SettledInvoice } from '../model/accounting-entry.js';
import { formatMoney } from '../model/money.js';
import type { BookedItem } from './book-export-item.js';
import type { BookkeepingSettings } from './bookkeeping-settings.js';
import { maySettle, vendorAndNumberOf, type InvoiceCandidate, type InvoiceLookUp } from './invoice-look-up.js';
import { problem } from './problems.js';

/**
 * A payment or a reimbursement, sent or returned, with the invoices it settles; any other entry as it is.
 *
 * Invoices are found by the reconciliation ids that the payment names, all of them; where none of those is known, by vendor and
 * invoice number. A payment without its invoices is refused or stays on account, as the settings say. A reimbursement needs none:
 * expenses become invoices only where the accounting system books them so.
 * Source: Pleo, Bookkeeping method: accounts payable (invoice and payment may come in different jobs).
 */
export function settleInvoices(
  entry: AccountingEntry,
  lookUp: InvoiceLookUp,
  settings: Pick<BookkeepingSettings, 'unmatchedPayments'>,
): BookedItem {
  if (!maySettle(entry)) return { entry };
  const named = entry.reconciledEntries.map((id) => lookUp.byReconciliationId(id));
  if (entry.kind === 'adjustment') {
    return named.every((found) => found.length === 1)
      ? { entry: { ...entry, settles: named.flat().map(settled) } }
      : { entry };
  }
  const invoices = named.some((found) => found.length > 0) ? named : [byVendorAndNumber(entry, lookUp)];

  if (invoices.some((found) => found.length > 1)) return { problems: [problem('INVOICE_AMBIGUOUS', ambiguous(entry))] };
  if (invoices.every((found) => found.length === 1))
    return { entry: { ...entry, settles: invoices.flat().map(settled) } };
  if (settings.unmatchedPayments === 'on-account') return { entry };
  return { problems: [problem('INVOICE_NOT_EXPORTED', notExported(entry))] };
}

function byVendorAndNumber(payment: AccountingEntry, lookUp: InvoiceLookUp): readonly InvoiceCandidate[] {
  const wanted = vendorAndNumberOf(payment);
  return wanted ? lookUp.byVendorAndNumber(wanted.vendor, wanted.number) : [];
}

function settled({ accountingEntryId, documentKey, externalId, amount }: InvoiceCandidate): SettledInvoice {
  return { accountingEntryId, documentKey, externalId, amount };
}

function notExported(payment: AccountingEntry): string {
  return `${paymentLabel(payment)} settles an invoice that is not in the books${invoiceNamed(payment)}: export the invoice first, then export the payment again.`;
}

function ambiguous(payment: AccountingEntry): string {
  return `${paymentLabel(payment)} could settle several invoices in the books${invoiceNamed(payment)}: correct the invoice number in Pleo, or book the payment by hand.`;
}

function paymentLabel(payment: AccountingEntry): string {
  return `The payment of ${formatMoney(payment.amount)} "${payment.description}"`;
}

function invoiceNamed(payment: AccountingEntry): string {
  if (payment.invoice?.number) return ` (invoice ${payment.invoice.number})`;
  return payment.reconciledEntries.length > 0 ? ` (Pleo's number ${payment.reconciledEntries.join(', ')})` : '';
}
