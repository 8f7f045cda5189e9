/** An account to begin with. Source: Xero Accounting API, Accounts. */
export interface AccountSeed {
  /** At most ten characters; null for a bank account without one. */
  readonly code: string | null;
  readonly name: string;
  /** `BANK`, `EXPENSE`, `CURRLIAB`, … */
  readonly type: string;
  /** Of a bank account. Default: the base currency. */
  readonly currency?: string;
  /** Set where Xero itself posts to it: `CREDITORS`, `DEBTORS`, `GST`, … Default: none. */
  readonly systemAccount?: string;
  /** Payments may be made from it though it is no bank account. Default: false. */
  readonly takesPayments?: boolean;
  /** What a line without a tax type gets. Default: `NONE`. */
  readonly taxType?: string;
  /** Default: false. */
  readonly archived?: boolean;
}

/** A tax rate to begin with. Source: Xero Accounting API, TaxRates. */
export interface TaxRateSeed {
  readonly taxType: string;
  readonly name: string;
  /** In per cent, as decimal text. */
  readonly effectiveRate: string;
  /** What the rate is called by, where tax is charged and deducted at once. Default: the effective rate. */
  readonly displayRate?: string;
  /** Classes of accounts that it may be used with. */
  readonly appliesTo: readonly AccountClass[];
  /** Default: `ACTIVE`. */
  readonly status?: 'ACTIVE' | 'DELETED' | 'ARCHIVED' | 'PENDING';
}

export type AccountClass = 'ASSET' | 'EQUITY' | 'EXPENSE' | 'LIABILITY' | 'REVENUE';

/** A tracking category to begin with; at most two may be active. Source: Xero Accounting API, TrackingCategories. */
export interface TrackingCategorySeed {
  readonly name: string;
  readonly options: readonly string[];
  /** Default: false. */
  readonly archived?: boolean;
}

/** A currency that is enabled. */
export interface CurrencySeed {
  readonly code: string;
  readonly description: string;
  /** Units of it for one unit of the base currency, as decimal text: what stands in for the day's rate. */
  readonly rate: string;
}

/** A contact to begin with. */
export interface ContactSeed {
  readonly name: string;
  readonly contactNumber?: string;
  readonly accountNumber?: string;
  /** Default: `ACTIVE`. */
  readonly status?: 'ACTIVE' | 'ARCHIVED' | 'GDPRREQUEST';
}

/** An organisation as it is before anybody writes to it. */
export interface OrganisationSeed {
  /** What the header `xero-tenant-id` says. */
  readonly tenantId: string;
  readonly name: string;
  readonly shortCode: string;
  readonly baseCurrency: string;
  readonly countryCode: string;
  /** Xero's edition: `GLOBAL`, `UK`, … */
  readonly version: string;
  readonly paysTax: boolean;
  /** Of Xero's own list, such as `CENTRALEUROPESTANDARDTIME`. */
  readonly timezone: string;
  /** The same zone by its IANA name: a document without a date gets the day there. */
  readonly ianaTimeZone: string;
  /** `YYYY-MM-DD`. Default: none. */
  readonly periodLockDate?: string;
  /** `YYYY-MM-DD`. Default: none. */
  readonly endOfYearLockDate?: string;
  readonly accounts: readonly AccountSeed[];
  readonly taxRates: readonly TaxRateSeed[];
  readonly trackingCategories: readonly TrackingCategorySeed[];
  /** The base currency among them. */
  readonly currencies: readonly CurrencySeed[];
  readonly contacts: readonly ContactSeed[];
}
