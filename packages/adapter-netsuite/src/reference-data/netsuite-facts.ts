import type { ReferenceData } from '@ledgerferry/core';

/** Internal ids of the subsidiaries that may use something, those below them included; null where all may. */
export type OpenTo = ReadonlySet<string> | null;

/** An account of the chart. Source: Oracle, Records Catalog: account. */
export interface NetsuiteAccount {
  /** Internal id. */
  readonly id: string;
  /** Null where the chart has none for it. */
  readonly number: string | null;
  readonly externalId: string | null;
  readonly name: string;
  /** `accttype`: `Bank`, `AcctPay`, `Expense`, `NonPosting`, … */
  readonly type: string;
  /** Internal id of the one currency it is kept in; null for any. */
  readonly currency: string | null;
  readonly subsidiaries: OpenTo;
  /** A sum, which cannot be posted to. */
  readonly isSummary: boolean;
  readonly isInactive: boolean;
}

/** Source: Oracle, Records Catalog: subsidiary. */
export interface NetsuiteSubsidiary {
  readonly id: string;
  readonly name: string;
  /** Internal id of its base currency; null where the answer lacks it. */
  readonly currency: string | null;
  readonly isElimination: boolean;
  readonly isInactive: boolean;
}

/** Source: Oracle, Records Catalog: currency. */
export interface NetsuiteCurrency {
  readonly id: string;
  /** ISO code. */
  readonly symbol: string;
  /** Decimal places; null where the answer lacks them. */
  readonly precision: number | null;
  readonly isBase: boolean;
  readonly isInactive: boolean;
}

/** The property of a line that a dimension goes to: `department`, `class`, `location`, or a custom segment such as `cseg_project`. */
export type DimensionField = 'department' | 'class' | 'location' | (string & {});

/** A department, class, location, or a value of a custom segment. */
export interface NetsuiteDimensionValue {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string;
  /** With the names above it: `Sales : North`. Null where the list has none. */
  readonly fullName: string | null;
  readonly subsidiaries: OpenTo;
  readonly isInactive: boolean;
}

/** Source: Oracle, Records Catalog: vendor. */
export interface NetsuiteVendor {
  readonly id: string;
  /** Its code, or its name where codes are not in use. */
  readonly entityId: string;
  readonly externalId: string | null;
  /** Every name it goes by: company name, legal name. */
  readonly names: readonly string[];
  /** Of several, only the one that is posted to is told. */
  readonly subsidiaries: OpenTo;
  readonly isInactive: boolean;
}

/** Source: Oracle, Records Catalog: employee. */
export interface NetsuiteEmployee {
  readonly id: string;
  /** Its code, or its name where codes are not in use. */
  readonly entityId: string;
  readonly externalId: string | null;
  /** First and last name. */
  readonly name: string;
  readonly subsidiaries: OpenTo;
  readonly isInactive: boolean;
}

/** Source: Oracle, Records Catalog: salestaxitem. */
export interface NetsuiteTaxCode {
  readonly id: string;
  readonly name: string;
  /** In per cent, as text: `25.0`; null where the answer lacks it. */
  readonly rate: string | null;
  readonly isInactive: boolean;
}

/** A month, or whatever else is posted to; never the quarter or year that holds some. Source: Oracle, Records Catalog: accountingperiod. */
export interface NetsuitePeriod {
  readonly id: string;
  readonly name: string;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly end: string;
  readonly isClosed: boolean;
  /** Nothing may be booked in it, though it is not closed. */
  readonly isLocked: boolean;
  /** Bills, credits and their payments may not be booked in it. */
  readonly isPayablesLocked: boolean;
}

/** Record types as URLs and the catalog name them. */
export type NetsuiteRecordName = 'journalEntry' | 'vendorBill' | 'vendorCredit' | 'vendorPayment';

/** Which properties a record has in this account: features, role and custom fields decide. */
export interface WritableProperties {
  readonly body: ReadonlySet<string>;
  /** Of its lines: `line` of a journal, `expense` of a bill or credit, `apply` of a payment. */
  readonly line: ReadonlySet<string>;
}

/** What rules and plans need to know of an account, read once per job. */
export interface NetsuiteFacts extends ReferenceData {
  /** Internal id of the subsidiary that is posted to; null in an account that has none. */
  readonly subsidiary: string | null;
  /** Empty in an account without OneWorld. */
  readonly subsidiaries: readonly NetsuiteSubsidiary[];
  /** Null in an account that books in its own currency alone, where no record has a currency and no list is shown. */
  readonly currencies: readonly NetsuiteCurrency[] | null;
  readonly accounts: readonly NetsuiteAccount[];
  /** Values by field; a field that the account lacks is not there. */
  readonly dimensions: ReadonlyMap<DimensionField, readonly NetsuiteDimensionValue[]>;
  readonly vendors: readonly NetsuiteVendor[];
  readonly employees: readonly NetsuiteEmployee[];
  /** Empty where no line has a property for one, or the role may not see them. */
  readonly taxCodes: readonly NetsuiteTaxCode[];
  /** In order of their first days. Adjustment periods are left out: nothing is dated into one. Null in an account that keeps no periods. */
  readonly periods: readonly NetsuitePeriod[] | null;
  /** By record; always with `journalEntry`, the others where `connection.payables` leads to them. */
  readonly writable: ReadonlyMap<NetsuiteRecordName, WritableProperties>;
}
