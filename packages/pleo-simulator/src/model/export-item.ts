/** An amount as Pleo writes it. Source: Export Items API v3, `MoneyModel`. */
export interface MoneyModel {
  /** ISO 4217 code, or `UNDEFINED`. */
  currency: string;
  /** Minor units; a whole number unless a problem was planted. */
  value: number;
}

/** The same amount in the supplier's currency and in that of the Pleo wallet. */
export interface Amounts {
  inSupplierCurrency: MoneyModel;
  inWalletCurrency: MoneyModel;
}

/** A general ledger account: a category of a line, or the wallet's contra account. */
export interface Account {
  id: string;
  name: string;
  code?: string | null;
  identifier?: string | null;
}

/** Tax of one line. `inclusive`: net equals the line; `exclusive`: net is the line less tax; `reverse`: net equals the line, tax is self-accounted. */
export interface Tax {
  id: string;
  /** A decimal, 0.25 for 25%. */
  rate: number;
  type: string;
  amount: Amounts;
  code?: string | null;
  ingoingTaxAccount?: string;
  outgoingTaxAccount?: string;
}

/** One cost centre on a line. */
export interface Tag {
  id: string;
  code: string;
  groupCode: string;
}

/** One line of an accounting entry. */
export interface ExportItemLine {
  accountingEntryLineId: string;
  lineAmount: Amounts;
  netAmount: Amounts;
  account?: Account | null;
  tax?: Tax | null;
  tags?: Tag[] | null;
}

/** A receipt. In a generated job `url` is `receipt:<id>`; the server replaces it by a signed URL at each fetch. */
export interface ExportItemFile {
  url: string;
  type: string;
  /** Bytes. */
  size: number;
}

/** The merchant as the card network or the invoice names it. */
export interface Supplier {
  name?: string | null;
  code?: string | null;
  account?: string | null;
  categoryCode?: string | null;
  country?: string | null;
  taxIdentifier?: string | null;
}

/** A vendor record known to the accounting system; beats the supplier. Optional fields are absent, never null. */
export interface Vendor {
  id: string;
  name: string;
  defaultCurrency: string;
  code?: string;
  externalId?: string;
  country?: string;
  registrationNumber?: string;
  taxRegistrationNumber?: string;
}

/** A user or a team. */
export interface NamedReference {
  id: string;
  name: string;
  code?: string | null;
}

/** Details of an invoice, on invoices and their payments. */
export interface InvoiceInformation {
  invoiceNumber: string;
  invoiceDate: string;
  status: string;
  dueDate?: string | null;
  paymentDate?: string | null;
  supplierBankAccount?: SupplierBankAccount | null;
}

/** Where the supplier of an invoice is paid. */
export interface SupplierBankAccount {
  bankName: string;
  country: string;
  accountNumber?: string | null;
  bankCode?: string | null;
  bic?: string | null;
  iban?: string | null;
}

/** What reconciles an entry with others. */
interface AdditionalInformation {
  reconciliationId: string;
  attendees?: (string | null)[] | null;
  reconciledEntries?: (string | null)[] | null;
  invoiceInformation?: InvoiceInformation | null;
}

/** Links into Pleo's own applications. */
interface Links {
  api?: Record<string, string>;
  web?: Record<string, string>;
  mobile?: Record<string, string>;
}

/** One export item exactly as it crosses the wire. Source: Export Items API v3, `ExportItemV3`. */
export interface ExportItem {
  accountingEntryId: string;
  companyId: string;
  type: string;
  subType?: string | null;
  date: string;
  amount: Amounts;
  accountingEntryLines: ExportItemLine[];
  additionalInformation: AdditionalInformation;
  bookkeeping?: { method: string } | null;
  contraAccount?: Account | null;
  files?: (ExportItemFile | null)[] | null;
  note?: string | null;
  servicePeriod?: { from: string; to: string } | null;
  supplier?: Supplier | null;
  vendor?: Vendor | null;
  user?: NamedReference | null;
  team?: NamedReference | null;
  _links: Links;
}
