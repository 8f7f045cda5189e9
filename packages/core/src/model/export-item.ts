import type { Problem } from '../errors/problem.js';
import type { Money } from './money.js';

/** Source: Pleo Export API v3, `ExportItemTypeV3`. */
export const EXPORT_ITEM_TYPES = [
  'card_purchase',
  'card_invoice',
  'out_of_pocket',
  'mileage',
  'per_diem',
  'external_reimbursement',
  'direct_reimbursement',
  'invoice',
  'invoice_payment',
  'chargeback',
  'refund',
  'cashback',
  'atm_withdrawal',
  'wallet_topup',
  'wallet_unload',
  'personal_spend',
  'fee',
] as const;

export type ExportItemType = (typeof EXPORT_ITEM_TYPES)[number];

/** What was charged, as the supplier and as the wallet saw it. Books are kept in the wallet's currency. */
export interface Amounts {
  readonly inSupplierCurrency: Money;
  readonly inWalletCurrency: Money;
}

/** An account as Pleo names it: `code` is its number, `identifier` its id in the accounting system, `id` Pleo's own id. */
export interface PleoAccount {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly identifier: string | null;
}

export interface PleoTax {
  readonly id: string;
  readonly code: string | null;
  /** A fraction as text, such as `0.25`. For display only: amounts are never derived from it. */
  readonly rate: string;
  /** `inclusive`, `exclusive` or `reverse`; other values may arrive. */
  readonly type: string;
  readonly amount: Amounts;
  readonly ingoingTaxAccount: string | null;
  readonly outgoingTaxAccount: string | null;
}

export interface PleoTag {
  readonly id: string;
  readonly code: string;
  readonly groupCode: string;
}

export interface ExportItemLine {
  readonly id: string;
  readonly lineAmount: Amounts;
  /** Inverted against common usage: with `inclusive` it includes the tax, with `exclusive` it does not. */
  readonly netAmount: Amounts;
  readonly account: PleoAccount | null;
  readonly tax: PleoTax | null;
  readonly tags: readonly PleoTag[];
}

/** Who was paid, as recorded in the accounting system. */
export interface Vendor {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly externalId: string | null;
  readonly country: string | null;
  readonly registrationNumber: string | null;
  readonly taxRegistrationNumber: string | null;
}

/** Who was paid, as the card network or the receipt names them. */
export interface Supplier {
  readonly name: string | null;
  readonly code: string | null;
  readonly account: string | null;
  /** Merchant category code. */
  readonly categoryCode: string | null;
  readonly country: string | null;
  readonly taxIdentifier: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Employee or department code. */
  readonly code: string | null;
}

export interface InvoiceInformation {
  readonly invoiceNumber: string;
  /** `YYYY-MM-DD` or ISO 8601. */
  readonly invoiceDate: string;
  readonly status: string;
  readonly dueDate: string | null;
  readonly paymentDate: string | null;
}

/** A receipt to be carried along. Its URL is signed and works for 24 hours from the reading of the item. */
export interface ReceiptFile {
  readonly url: string;
  /** As Pleo states it; neither this nor `size` is to be trusted. */
  readonly type: string | null;
  /** Bytes. */
  readonly size: number | null;
}

/** The accounting payload of one entry, parsed. Source: Pleo Export Items v3, `ExportItemV3`. */
export interface ExportItem {
  readonly accountingEntryId: string;
  readonly companyId: string;
  /** One of {@link EXPORT_ITEM_TYPES}; an unknown type may arrive and fails alone. */
  readonly type: string;
  readonly subType: string | null;
  /** ISO 8601. */
  readonly date: string;
  readonly amount: Amounts;
  readonly lines: readonly ExportItemLine[];
  /** `none`, `journal`, `accounts_payable`, or null where no method was chosen. */
  readonly bookkeepingMethod: string | null;
  /** The wallet side of the entry, where the Pleo balance moves. */
  readonly contraAccount: PleoAccount | null;
  readonly files: readonly ReceiptFile[];
  readonly note: string | null;
  readonly servicePeriod: { readonly from: string; readonly to: string } | null;
  readonly supplier: Supplier | null;
  readonly vendor: Vendor | null;
  readonly user: Person | null;
  readonly team: Person | null;
  /** Pleo's short id of the entry in the books. */
  readonly reconciliationId: string;
  /** Reconciliation ids of the entries that this one settles. */
  readonly reconciledEntries: readonly string[];
  readonly attendees: readonly string[];
  readonly invoice: InvoiceInformation | null;
  /** Where a person sees the expense in Pleo. */
  readonly webUrl: string | null;
}

/** An entry whose payload cannot be read: an unknown currency, a fraction of a cent, a missing field. It fails alone. */
export interface UnreadableExportItem {
  readonly accountingEntryId: string;
  readonly problem: Problem;
}
