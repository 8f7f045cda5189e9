import type { Counterparty } from '../model/accounting-entry.js';
import type { ExportItem, Supplier, Vendor } from '../model/export-item.js';
import type { AccountsMapping } from './accounts-mapping.js';
import { entryLabel } from './entry-description.js';
import { oneLine } from './one-line.js';
import { problem } from './problems.js';
import { refused, resolved, type Resolution } from './resolution.js';

/**
 * Whom an item is with: its vendor, else its supplier. Neither is fine for a journal entry; what goes through accounts payable
 * needs one.
 *
 * Source: Pleo, Bookkeeping method: accounts payable; Bookkeeping method resolution (no method: `supplier`).
 */
export function counterpartyOf(item: ExportItem, mapping: AccountsMapping): Resolution<Counterparty | null> {
  const counterparty = item.vendor ? fromVendor(item.vendor) : item.supplier && fromSupplier(item.supplier);
  const isDebt = mapping.throughPayable || mapping.kind === 'bill';
  if (counterparty === null && isDebt && item.bookkeepingMethod === 'accounts_payable') {
    return refused(problem('MISSING_VENDOR', missing(item)));
  }
  return resolved(counterparty);
}

function fromVendor(vendor: Vendor): Counterparty {
  return {
    source: 'vendor',
    name: oneLine(vendor.name) || vendor.code || vendor.id,
    id: vendor.id,
    code: vendor.code,
    externalId: vendor.externalId,
    country: vendor.country,
    taxNumber: vendor.taxRegistrationNumber,
  };
}

function fromSupplier(supplier: Supplier): Counterparty | null {
  const name = oneLine(supplier.name ?? '');
  if (name === '') return null;
  return {
    source: 'supplier',
    name,
    id: null,
    code: supplier.code,
    externalId: supplier.account,
    country: supplier.country,
    taxNumber: supplier.taxIdentifier,
  };
}

function missing(item: ExportItem): string {
  return `${entryLabel(item)} is to be booked as a vendor's invoice and names no vendor: choose a vendor in Pleo and export it again.`;
}
