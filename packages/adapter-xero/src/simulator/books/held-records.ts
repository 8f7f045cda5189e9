import type { AccountClass } from '../organisation/organisation-seed.js';

/** Amounts are whole hundredths of the currency's unit: Xero keeps two decimals in every currency. */
export type Hundredths = number;

/** What every record has. Times are milliseconds since the epoch. */
export interface HeldRecord {
  readonly id: string;
  readonly updatedAt: number;
}

export interface HeldAccount extends HeldRecord {
  readonly code: string | null;
  readonly name: string;
  readonly type: string;
  readonly class: AccountClass;
  readonly status: 'ACTIVE' | 'ARCHIVED';
  /** Of a bank account. */
  readonly currency: string | null;
  readonly systemAccount: string | null;
  readonly takesPayments: boolean;
  readonly taxType: string;
}

export interface HeldContact extends HeldRecord {
  readonly name: string;
  readonly contactNumber: string | null;
  readonly accountNumber: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyNumber: string | null;
  readonly emailAddress: string | null;
  readonly taxNumber: string | null;
  readonly status: 'ACTIVE' | 'ARCHIVED' | 'GDPRREQUEST';
  readonly mergedInto: string | null;
}

export interface HeldTracking {
  readonly categoryId: string;
  readonly optionId: string;
}

export type LineAmountTypes = 'Exclusive' | 'Inclusive' | 'NoTax';

export interface HeldLine {
  readonly id: string;
  readonly description: string | null;
  /** In ten-thousandths. */
  readonly quantity: number;
  /** In ten-thousandths of the currency's unit. */
  readonly unitAmount: number;
  readonly lineAmount: Hundredths;
  /** Null on a draft, or where the line of an overpayment names none. */
  readonly accountId: string | null;
  readonly taxType: string;
  readonly tax: Hundredths;
  readonly tracking: readonly HeldTracking[];
}

/** What bank transactions, invoices and credit notes share. */
export interface HeldWithLines extends HeldRecord {
  readonly contactId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly reference: string | null;
  readonly currency: string;
  /** Units of the currency for one of the base currency, as decimal text. */
  readonly currencyRate: string;
  readonly lineAmountTypes: LineAmountTypes;
  readonly lines: readonly HeldLine[];
  readonly subTotal: Hundredths;
  readonly totalTax: Hundredths;
  readonly total: Hundredths;
}

type BankTransactionType = 'SPEND' | 'RECEIVE' | 'SPEND-OVERPAYMENT' | 'RECEIVE-OVERPAYMENT';

export interface HeldBankTransaction extends HeldWithLines {
  readonly type: BankTransactionType;
  readonly status: 'AUTHORISED' | 'DELETED' | 'VOIDED';
  readonly bankAccountId: string;
  readonly url: string | null;
  readonly isReconciled: boolean;
  readonly overpaymentId: string | null;
}

export type InvoiceStatus = 'DRAFT' | 'SUBMITTED' | 'AUTHORISED' | 'PAID' | 'DELETED' | 'VOIDED';

/** An invoice or bill. */
export interface HeldInvoice extends HeldWithLines {
  readonly type: 'ACCPAY' | 'ACCREC';
  readonly status: InvoiceStatus;
  readonly number: string | null;
  readonly dueDate: string | null;
  readonly url: string | null;
}

export interface HeldCreditNote extends HeldWithLines {
  readonly type: 'ACCPAYCREDIT' | 'ACCRECCREDIT';
  readonly status: InvoiceStatus;
  readonly number: string | null;
  readonly dueDate: string | null;
}

export interface HeldPayment extends HeldRecord {
  readonly status: 'AUTHORISED' | 'DELETED';
  /** One of the two is set. */
  readonly invoiceId: string | null;
  readonly creditNoteId: string | null;
  readonly accountId: string;
  readonly date: string;
  /** In the invoice's currency. */
  readonly amount: Hundredths;
  /** In the account's currency. */
  readonly bankAmount: Hundredths;
  readonly reference: string | null;
  readonly isReconciled: boolean;
}

export interface HeldBankTransfer extends HeldRecord {
  readonly status: 'AUTHORISED' | 'DELETED';
  readonly createdAt: number;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly fromTransactionId: string;
  readonly toTransactionId: string;
  readonly date: string;
  readonly amount: Hundredths;
  readonly reference: string | null;
  readonly fromIsReconciled: boolean;
  readonly toIsReconciled: boolean;
  readonly fromTracking: readonly HeldTracking[];
  readonly toTracking: readonly HeldTracking[];
}

export interface HeldJournalLine {
  readonly accountId: string | null;
  readonly description: string | null;
  readonly taxType: string;
  /** Positive is debit. */
  readonly lineAmount: Hundredths;
  readonly tax: Hundredths;
  readonly tracking: readonly HeldTracking[];
}

export interface HeldManualJournal extends HeldRecord {
  readonly status: 'DRAFT' | 'POSTED' | 'DELETED' | 'VOIDED';
  readonly narration: string;
  readonly date: string;
  readonly lineAmountTypes: LineAmountTypes;
  readonly lines: readonly HeldJournalLine[];
  readonly url: string | null;
}

export interface HeldAttachment extends HeldRecord {
  /** Id of the document it hangs on. */
  readonly documentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly byteLength: number;
}

export interface HeldTrackingCategory extends HeldRecord {
  readonly name: string;
  readonly status: 'ACTIVE' | 'ARCHIVED';
  readonly options: readonly { readonly id: string; readonly name: string; readonly status: 'ACTIVE' | 'ARCHIVED' }[];
}
