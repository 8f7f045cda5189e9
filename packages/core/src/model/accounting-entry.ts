import type { ReceiptFile } from './export-item.js';
import type { Money } from './money.js';

/** What happens to money or debts in an entry, in no vendor's words. */
export type AccountingEntryKind = 'money-out' | 'money-in' | 'bill' | 'payment' | 'transfer' | 'adjustment';

/** What an account is for in an entry; lets a ledger choose its class without knowing the chart. */
export type AccountRole = 'category' | 'tax' | 'wallet' | 'out-of-pocket' | 'contra' | 'payable' | 'receivable';

/** An account of the accounting system. At least one of `code` and `identifier` is given. */
export interface AccountReference {
  readonly role: AccountRole;
  /** The account's number. */
  readonly code: string | null;
  /** The account's id in the accounting system. */
  readonly identifier: string | null;
  readonly name: string | null;
}

/** A tag, as a dimension of the books: department, project, cost centre. */
export interface Dimension {
  readonly group: string;
  readonly code: string;
}

export type TaxTreatment = 'inclusive' | 'exclusive' | 'reverse';

export interface EntryTax {
  readonly treatment: TaxTreatment;
  readonly code: string | null;
  /** A fraction as text, for display only. */
  readonly rate: string;
  readonly amount: Money;
  /** Where deductible tax is debited. */
  readonly ingoingAccount: AccountReference | null;
  /** Where self-accounted tax is credited (`reverse` only). */
  readonly outgoingAccount: AccountReference | null;
}

/** One category line. `gross` is what was paid for it; `net` is its cost: gross less tax that was part of the price. */
export interface EntryLine {
  readonly account: AccountReference;
  readonly gross: Money;
  readonly net: Money;
  readonly tax: EntryTax | null;
  readonly dimensions: readonly Dimension[];
}

/** Whom the entry is with. A vendor is known to the accounting system, a supplier is only a name on a receipt. */
export interface Counterparty {
  readonly source: 'vendor' | 'supplier';
  readonly name: string;
  /** Pleo's vendor id. */
  readonly id: string | null;
  readonly code: string | null;
  readonly externalId: string | null;
  readonly country: string | null;
  readonly taxNumber: string | null;
}

export interface EntryInvoice {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `YYYY-MM-DD`. */
  readonly dueDate: string | null;
}

/** An invoice that a payment or a reimbursement settles, found in this job or in the books. */
export interface SettledInvoice {
  readonly accountingEntryId: string;
  /** Key of the invoice's document, such as `<entry>/invoice`. */
  readonly documentKey: string;
  /** The invoice's id in the accounting system; null while it is still to be posted in this job. */
  readonly externalId: string | null;
  /** What it comes to; null where the ledger never said. */
  readonly amount: Money | null;
}

/** One side of a booking: positive is debit, negative is credit. */
export interface Posting {
  readonly account: AccountReference;
  readonly amount: Money;
  readonly taxCode: string | null;
  readonly dimensions: readonly Dimension[];
}

/**
 * What must be booked for one Export Item. All amounts are in the wallet's currency and positive; `direction` says which way
 * the money side moves. Lines stand on one side, `settlement` on the other:
 *
 * | direction | debit | credit |
 * | --- | --- | --- |
 * | `out` | lines | settlement |
 * | `in` | settlement | lines |
 *
 * With `payable`, the booking takes two steps through that account: lines against payable (an invoice or a credit note), then
 * payable against `settlement` (a payment). Kinds `bill` and `payment` are one of these steps alone and have no `payable`: a bill's
 * settlement *is* the payable account, and so is a payment's one line.
 */
export interface AccountingEntry {
  readonly accountingEntryId: string;
  readonly kind: AccountingEntryKind;
  /** Pleo's item type and subtype, for texts. */
  readonly itemType: string;
  readonly itemSubType: string | null;
  /** The day of the booking, `YYYY-MM-DD`, in the configured time zone. */
  readonly date: string;
  /** The day Pleo gave, where the closed-period policy moved it. */
  readonly movedFrom: string | null;
  readonly posting: 'draft' | 'final';
  /** The whole entry in the wallet's currency. */
  readonly amount: Money;
  readonly direction: 'in' | 'out';
  readonly lines: readonly EntryLine[];
  readonly settlement: AccountReference;
  readonly payable: AccountReference | null;
  readonly counterparty: Counterparty | null;
  readonly employee: { readonly name: string; readonly code: string | null } | null;
  /** Supplier, person and note in one line. Source: Pleo, Data mapping: description. */
  readonly description: string;
  /** The amount the supplier saw, where its currency differs. Information only: there is no exchange-rate field. */
  readonly foreignAmount: Money | null;
  readonly invoice: EntryInvoice | null;
  /**
   * Invoices that a payment settles; empty for a payment on account. A reimbursement has them too, where the plan of every expense that it
   * names left an invoice (`leavesInvoice`); else it has none.
   */
  readonly settles: readonly SettledInvoice[];
  readonly reconciliationId: string;
  readonly reconciledEntries: readonly string[];
  readonly attendees: readonly string[];
  readonly servicePeriod: { readonly from: string; readonly to: string } | null;
  readonly webUrl: string | null;
  readonly receipts: readonly ReceiptFile[];
}
