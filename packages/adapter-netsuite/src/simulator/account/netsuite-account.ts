/** A subsidiary to begin with; only OneWorld accounts have any. */
export interface SubsidiarySeed {
  readonly name: string;
  /** Name of the subsidiary above. Default: none. */
  readonly parent?: string;
  /** ISO code of its base currency. */
  readonly currency: string;
  /** ISO code. */
  readonly country: string;
  /** Default: false. */
  readonly isElimination?: boolean;
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** A currency that is set up. */
export interface CurrencySeed {
  /** ISO code. */
  readonly symbol: string;
  readonly name: string;
  /** Decimal places. Default: 2. */
  readonly precision?: 0 | 2;
  /** What one unit is worth, as decimal text, in a unit that is the same for all: exchange rates follow from it. */
  readonly worth: string;
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** NetSuite's codes of account types that the simulator knows. Source: Oracle, Account record, `acctType`. */
export type AccountType =
  | 'Bank'
  | 'AcctRec'
  | 'OthCurrAsset'
  | 'FixedAsset'
  | 'OthAsset'
  | 'DeferExpense'
  | 'AcctPay'
  | 'CredCard'
  | 'OthCurrLiab'
  | 'LongTermLiab'
  | 'Equity'
  | 'Income'
  | 'COGS'
  | 'Expense'
  | 'OthIncome'
  | 'OthExpense'
  | 'NonPosting'
  | 'Stat';

/** An account of the chart. */
export interface LedgerAccountSeed {
  /** Null where the chart has none for it. */
  readonly number: string | null;
  readonly name: string;
  readonly type: AccountType;
  readonly externalId?: string;
  /** ISO code of the one currency it is kept in. Default: any. */
  readonly currency?: string;
  /** Number of the account above. Default: none. */
  readonly parent?: string;
  /** Names of the subsidiaries that may use it, and with them those below. Default: all. */
  readonly subsidiaries?: readonly string[];
  /** A sum that cannot be posted to. Default: false. */
  readonly isSummary?: boolean;
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** A department, class or location, or a value of a custom segment. */
export interface DimensionSeed {
  readonly name: string;
  readonly externalId?: string;
  /** Name of the one above. Default: none. */
  readonly parent?: string;
  /** Names of the subsidiaries that may use it. Default: all. */
  readonly subsidiaries?: readonly string[];
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** A custom segment: a further dimension of lines. */
export interface SegmentSeed {
  /** Begins with `cseg`. */
  readonly scriptId: string;
  readonly name: string;
  readonly values: readonly DimensionSeed[];
}

/** A custom field for free text. */
export interface CustomFieldSeed {
  /** Begins with `custbody_` for a transaction's own, with `custcol_` for its lines'. */
  readonly scriptId: string;
  readonly label: string;
  /** Most characters. Default: 4,000. */
  readonly maxLength?: number;
}

/** A vendor to begin with. */
export interface VendorSeed {
  /** Its code, or its name where codes are not in use; no other vendor or employee has it. */
  readonly entityId: string;
  readonly companyName: string;
  readonly externalId?: string;
  /** ISO code. Default: the base currency of its first subsidiary. */
  readonly currency?: string;
  /** ISO codes of what it can be billed and paid in besides that. Default: any. Source: Oracle, Multiple Currencies and Vendors. */
  readonly otherCurrencies?: readonly string[];
  /** Names of its subsidiaries, the primary one first. Default: all. */
  readonly subsidiaries?: readonly string[];
  /** Number of its own payables account. Default: none. */
  readonly payablesAccount?: string;
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** An employee to begin with. */
export interface EmployeeSeed {
  readonly entityId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly externalId?: string;
  readonly email?: string;
  /** Name. Default: the first. */
  readonly subsidiary?: string;
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** A tax code to begin with. */
export interface TaxCodeSeed {
  readonly name: string;
  /** In per cent, as decimal text. */
  readonly rate: string;
  /** Number of the account that its tax is posted to. */
  readonly taxAccount: string;
  /** Default: false. */
  readonly isInactive?: boolean;
}

/** A month, or the quarter or year that holds some. */
export interface PeriodSeed {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly start: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly end: string;
  /** Default: `month`. */
  readonly kind?: 'month' | 'quarter' | 'year';
  /** Default: `open`. */
  readonly state?: PeriodState;
}

/** What can still be booked in a period; `ap-locked` refuses bills, credits and payments alone. */
export type PeriodState = 'open' | 'ap-locked' | 'all-locked' | 'closed';

/**
 * How a kind of record is approved. The catalog tells features, not preferences: it may show a property that cannot be set.
 * Source: Oracle, Approval Routing.
 */
export type ApprovalRouting =
  /** Its record has no property for it, and counts at once. */
  | 'hidden'
  /** The property is shown, and refused where it is sent; the record counts at once. */
  | 'off'
  /** What does not say that it is approved waits. */
  | 'on';

/** What a preference can make mandatory; segments by their script id. Source: Oracle, Accounting Preferences: Make Departments Mandatory. */
export type MandatoryDimension = 'department' | 'class' | 'location' | `cseg${string}`;

/** How tax stands in an account. Source: Oracle, SuiteTalk REST Web Services, Tax in REST. */
export type TaxFeature =
  /** Tax codes exist, and no record has a property for them: REST does not write legacy tax. */
  | 'legacy'
  /** Bills and credits have `taxDetails`. */
  | 'suitetax'
  /** The same, and they are refused: Oracle's page of bills says that REST does not reach them. */
  | 'suitetax-unreachable'
  /** No tax codes at all. */
  | 'none';

/** What an account has enabled beside what its lists say. Source: Oracle, Enabling Features. */
export interface AccountFeatures {
  /** Without them no record names a currency, and none is shown. */
  readonly multipleCurrencies: boolean;
  /** Without them no record names a period, and none is shown. */
  readonly accountingPeriods: boolean;
}

/** How a user reads dates; texts that are compared with dates must look like this. */
export type DateFormat = 'M/D/YYYY' | 'DD/MM/YYYY' | 'D.M.YYYY' | 'YYYY-MM-DD';

/** A NetSuite account as it is before anybody writes to it. */
export interface NetsuiteAccount {
  /** As NetSuite shows it: `1234567` or `1234567_SB1`. */
  readonly accountId: string;
  /** ISO code of the base currency where there are no subsidiaries. */
  readonly baseCurrency: string;
  /** Empty for an account without OneWorld. */
  readonly subsidiaries: readonly SubsidiarySeed[];
  readonly currencies: readonly CurrencySeed[];
  readonly accounts: readonly LedgerAccountSeed[];
  readonly departments: readonly DimensionSeed[];
  readonly classes: readonly DimensionSeed[];
  readonly locations: readonly DimensionSeed[];
  readonly segments: readonly SegmentSeed[];
  readonly bodyFields: readonly CustomFieldSeed[];
  readonly columnFields: readonly CustomFieldSeed[];
  readonly vendors: readonly VendorSeed[];
  readonly employees: readonly EmployeeSeed[];
  readonly tax: TaxFeature;
  readonly taxCodes: readonly TaxCodeSeed[];
  readonly periods: readonly PeriodSeed[];
  /** Names of folders in the File Cabinet. */
  readonly folders: readonly string[];
  readonly approvals: { readonly journals: ApprovalRouting; readonly bills: ApprovalRouting };
  /** Dimensions without which no line is taken, nor the head of a bill, credit or payment: the preferences that make them mandatory. */
  readonly mandatory: readonly MandatoryDimension[];
  /** Whether the role may book in locked periods. Source: Oracle, Override Period Restrictions. */
  readonly overridesLocks: boolean;
  /** Where a date in a closed period is booked that names no period. */
  readonly closedDates: 'refused' | 'first-open';
  readonly features: AccountFeatures;
  readonly dateFormat: DateFormat;
}
