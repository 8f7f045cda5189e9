import type { ExportItem, Supplier, Vendor } from '../model/export-item.js';
import type { KnownSupplier } from './data/suppliers.js';
import type { ItemPlan } from './item-plan.js';
import type { GeneratedMethod } from './generate-options.js';
import type { Random } from './random.js';
import { stableId } from './stable-id.js';

const INVOICE_TYPES = ['invoice', 'card_invoice', 'invoice_payment'];

type Counterparty = Pick<ExportItem, 'supplier' | 'vendor' | 'bookkeeping'>;

/** Supplier, vendor and method of an item: both, one or neither party; `accounts_payable` always with a vendor. */
export function generateCounterparty(plan: ItemPlan, supplier: KnownSupplier | null): Counterparty {
  const { random, member, settled, company, vendorBasedBookkeeping } = plan;
  const earlier = settled[0];
  if (supplier && earlier) return copyCounterparty(earlier.item);
  if (!supplier) return { supplier: null, vendor: null, bookkeeping: null };
  if (!INVOICE_TYPES.includes(member.type) && random.chance(0.05)) {
    return { supplier: null, vendor: null, bookkeeping: chooseMethod(plan, false) };
  }
  const vendor = vendorBasedBookkeeping && random.chance(0.6) ? describeVendor(company.id, supplier) : null;
  const isSupplierGiven = vendor === null || random.chance(0.7);
  return {
    supplier: isSupplierGiven ? describeSupplier(random, supplier) : null,
    vendor,
    bookkeeping: chooseMethod(plan, vendor !== null),
  };
}

function copyCounterparty({ supplier = null, vendor = null, bookkeeping = null }: ExportItem): Counterparty {
  return structuredClone({ supplier, vendor, bookkeeping });
}

function chooseMethod(
  { random, methods, vendorBasedBookkeeping }: ItemPlan,
  hasVendor: boolean,
): { method: string } | null {
  if (!vendorBasedBookkeeping) return null;
  const possible = methods.filter((method) => hasVendor || method !== 'accounts_payable');
  const method: GeneratedMethod = possible.length === 0 ? null : random.pick(possible);
  return method === null ? null : { method };
}

function describeSupplier(random: Random, supplier: KnownSupplier): Supplier {
  const isKnown = random.chance(0.4);
  return {
    name: supplier.merchantName,
    code: isKnown ? supplier.code : null,
    account: isKnown && random.chance(0.5) ? supplier.code : null,
    categoryCode: random.chance(0.8) ? supplier.categoryCode : null,
    country: random.chance(0.9) ? supplier.country : null,
    taxIdentifier: random.chance(0.5) ? supplier.taxIdentifier : null,
  };
}

// A vendor record is the same in every item, but vendors differ in how much is known of them.
function describeVendor(companyId: string, known: KnownSupplier): Vendor {
  const id = stableId(`vendor ${companyId} ${known.code}`);
  const vendor: Vendor = { id, name: known.vendorName, defaultCurrency: known.currency };
  if (id < 'c') Object.assign(vendor, { code: known.code, country: known.country });
  if (id < '8') Object.assign(vendor, { externalId: `ext-${known.code}`, taxRegistrationNumber: known.taxIdentifier });
  if (id < '4') Object.assign(vendor, { registrationNumber: known.taxIdentifier.slice(2) });
  return vendor;
}
