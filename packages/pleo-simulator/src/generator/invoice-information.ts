import type { InvoiceInformation, SupplierBankAccount } from '../model/export-item.js';
import type { ItemPlan } from './item-plan.js';
import type { Random } from './random.js';

const DAY_MS = 86_400_000;
const INVOICE_TYPES = ['invoice', 'card_invoice', 'invoice_payment'];

/** Invoice data of invoices and of what pays them; a payment repeats its invoice's number and dates. */
export function generateInvoiceInformation(plan: ItemPlan): InvoiceInformation | null {
  const { member, settled, date, random, reconciliationId } = plan;
  if (!INVOICE_TYPES.includes(member.type)) return null;
  const invoice = settled[0]?.item.additionalInformation.invoiceInformation;
  if (invoice) {
    return member.subType === 'invoice_payment_returned' ? { ...invoice, status: 'failed_payment' } : { ...invoice };
  }
  return {
    invoiceNumber: random.pick(['INV-', 'F', '2026/', 'RE ']) + reconciliationId,
    invoiceDate: writeDay(random, new Date(date.getTime() - 14 * DAY_MS)),
    status: 'paid',
    dueDate: writeDay(random, new Date(date.getTime() + 16 * DAY_MS)),
    paymentDate: random.chance(0.7) ? writeDay(random, date) : null,
    supplierBankAccount: random.chance(0.6) ? generateBankAccount(random, plan.supplier.country) : null,
  };
}

// Pleo hints at plain days but declares instants: clients must read both.
function writeDay(random: Random, date: Date): string {
  const day = date.toISOString().slice(0, 10);
  return random.chance(0.5) ? day : `${day}T00:00:00Z`;
}

function generateBankAccount(random: Random, country: string): SupplierBankAccount {
  const digits = String(random.integer(1_000_000_000, 9_999_999_999));
  return {
    bankName: 'Nordhavn Bank & Søn',
    country,
    accountNumber: digits,
    bankCode: random.chance(0.5) ? digits.slice(0, 4) : null,
    bic: random.chance(0.5) ? 'NDHVDKKK' : null,
    iban: random.chance(0.5) ? `${country}12${digits}` : null,
  };
}
