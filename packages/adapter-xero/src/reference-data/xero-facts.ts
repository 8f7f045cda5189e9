import type { ReferenceData } from '@ledgerferry/core';

/** An account of the chart. Source: Xero Accounting API, Accounts. */
export interface XeroAccount {
  readonly accountId: string;
  /** Null where a bank account has none. */
  readonly code: string | null;
  readonly name: string;
  readonly status: 'ACTIVE' | 'ARCHIVED' | (string & {});
  /** `BANK`, `EXPENSE`, `CURRLIAB`, … */
  readonly type: string;
  /** `ASSET`, `EQUITY`, `EXPENSE`, `LIABILITY`, `REVENUE`. */
  readonly class: string;
  /** Of bank accounts. */
  readonly currency: string | null;
  /** Set where Xero itself posts to it (`CREDITORS`, `GST`, …): nothing may be posted there by hand. */
  readonly systemAccount: string | null;
  readonly takesPayments: boolean;
}

/** A tax rate, and which classes of account may be taxed with it. Source: Xero Accounting API, TaxRates. */
export interface XeroTaxRate {
  readonly taxType: string;
  readonly name: string;
  readonly status: string;
  /** In per cent, as text: `25.0000`. */
  readonly effectiveRate: string;
  /** Classes as in {@link XeroAccount}. */
  readonly appliesTo: ReadonlySet<string>;
}

export interface XeroTrackingCategory {
  readonly trackingCategoryId: string;
  readonly name: string;
  readonly status: string;
  readonly options: readonly { readonly trackingOptionId: string; readonly name: string; readonly status: string }[];
}

/** Source: Xero Accounting API, Contacts. */
export interface XeroContact {
  readonly contactId: string;
  readonly name: string;
  /** Ours: Pleo's vendor id. */
  readonly contactNumber: string | null;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'GDPRREQUEST' | (string & {});
  /** Where a person merged it into another. */
  readonly mergedInto: string | null;
}

export interface XeroOrganisation {
  readonly tenantId: string;
  readonly name: string;
  readonly baseCurrency: string;
  /** For links into Xero; null where the answer lacks it. */
  readonly shortCode: string | null;
  readonly paysTax: boolean;
}

/** What rules and plans need to know of an organisation, read once per job. */
export interface XeroFacts extends ReferenceData {
  readonly organisation: XeroOrganisation;
  readonly accounts: readonly XeroAccount[];
  readonly taxRates: readonly XeroTaxRate[];
  readonly trackingCategories: readonly XeroTrackingCategory[];
  /** ISO codes of the currencies that are enabled. */
  readonly currencies: ReadonlySet<string>;
  readonly contacts: readonly XeroContact[];
}
