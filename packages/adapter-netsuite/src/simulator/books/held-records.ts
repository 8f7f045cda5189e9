import type { AccountType, PeriodState } from '../account/netsuite-account.js';
import type { TransactionType } from './netsuite-books.js';

/** Whatever has an internal id. */
export interface HeldRecord {
  readonly id: string;
  /** What lists show. */
  readonly name: string;
  readonly externalId: string | null;
  readonly isInactive: boolean;
}

/** Whatever belongs to subsidiaries; null means to all. */
export interface HeldInSubsidiaries extends HeldRecord {
  readonly subsidiaryIds: readonly string[] | null;
}

export interface HeldSubsidiary extends HeldRecord {
  readonly parentId: string | null;
  readonly currencyId: string;
  readonly country: string;
  readonly isElimination: boolean;
}

export interface HeldCurrency extends HeldRecord {
  readonly symbol: string;
  readonly precision: number;
  /** As decimal text, in the unit that all currencies share. */
  readonly worth: string;
  readonly isBase: boolean;
}

export interface HeldAccount extends HeldInSubsidiaries {
  readonly number: string | null;
  readonly type: AccountType;
  readonly currencyId: string | null;
  readonly parentId: string | null;
  readonly isSummary: boolean;
}

/** A department, class or location, or a value of a segment. */
export interface HeldDimension extends HeldInSubsidiaries {
  readonly parentId: string | null;
}

/** A vendor or an employee. */
export interface HeldEntity extends HeldInSubsidiaries {
  readonly kind: 'vendor' | 'employee';
  readonly entityId: string;
  readonly companyName: string | null;
  readonly legalName: string | null;
  readonly isPerson: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly taxNumber: string | null;
  readonly comments: string | null;
  readonly currencyId: string | null;
  /** What it can be billed and paid in besides its own; null for any. */
  readonly otherCurrencyIds: readonly string[] | null;
  readonly payablesAccountId: string | null;
}

export interface HeldTaxCode extends HeldRecord {
  /** In per cent, as decimal text. */
  readonly rate: string;
  readonly taxAccountId: string;
}

export interface HeldPeriod extends HeldRecord {
  readonly start: string;
  readonly end: string;
  readonly kind: 'month' | 'quarter' | 'year';
  readonly state: PeriodState;
  readonly parentId: string | null;
}

export interface HeldFile extends HeldRecord {
  readonly folderId: string;
  readonly byteLength: number;
}

/** A line as it was entered. */
export interface EnteredLine {
  /** Its number within the transaction; 1 and up. */
  readonly line: number;
  readonly accountId: string;
  /** In minor units. Of journals positive is debit; of bills and credits it is the amount as entered. */
  readonly amount: number;
  readonly memo: string | null;
  readonly entityId: string | null;
  readonly departmentId: string | null;
  readonly classId: string | null;
  readonly locationId: string | null;
  readonly custom: Readonly<Record<string, string>>;
  /** What `taxDetails` names it by. */
  readonly taxReference: string | null;
}

/** A row of `taxDetails`. */
export interface EnteredTax {
  readonly reference: string;
  readonly taxCodeId: string;
  /** In minor units. */
  readonly amount: number;
}

/** How much of a bill a payment or credit settles. */
export interface Application {
  readonly billId: string;
  /** In minor units; positive. */
  readonly amount: number;
}

/** Its `name` is its number. */
export interface HeldTransaction extends HeldRecord {
  readonly recordType: TransactionType;
  readonly date: string;
  readonly dueDate: string | null;
  readonly periodId: string;
  readonly subsidiaryId: string | null;
  readonly currencyId: string;
  /** Units of the subsidiary's currency for one of the transaction's, as decimal text. */
  readonly exchangeRate: string;
  readonly memo: string | null;
  readonly entityId: string | null;
  /** Payables of a bill or credit, the bank of a payment; null of a journal. */
  readonly accountId: string | null;
  /** Payables of a payment. */
  readonly payablesId: string | null;
  readonly departmentId: string | null;
  readonly classId: string | null;
  readonly locationId: string | null;
  readonly isApproved: boolean;
  readonly isVoided: boolean;
  /** The journal that reverses it, or that it reverses. */
  readonly reversalId: string | null;
  /** `YYYY-MM-DD`: the day it was given for being reversed, as accruals are; null where a person voids it. */
  readonly reversalDate: string | null;
  readonly isReversal: boolean;
  readonly custom: Readonly<Record<string, string>>;
  readonly lines: readonly EnteredLine[];
  readonly overridesTax: boolean;
  readonly taxes: readonly EnteredTax[];
  readonly applications: readonly Application[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}
