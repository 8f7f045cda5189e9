import type { ItemFailureReasonType } from '../errors/failure-reason.js';
import type { Problem, ProblemOwner } from '../errors/problem.js';

/** What a problem code stands for. */
export interface ProblemDefinition {
  /** What Pleo is told. */
  readonly reason: ItemFailureReasonType;
  readonly owner: ProblemOwner;
  /** One line for the documentation. */
  readonly meaning: string;
}

/**
 * Every problem that bookkeeping and validation can find, by code. Data, so that documentation can be made from it.
 *
 * Source of the reasons: Pleo Export API v3, `UpdateExportJobItemV3.failureReasonType`, and Pleo, Update export items.
 */
export const BOOKKEEPING_PROBLEMS = {
  COMPANY_MISMATCH: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'The entry belongs to another company than its job.',
  },
  UNKNOWN_ITEM_TYPE: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'Pleo sent an item type that no accounts are mapped for.',
  },
  UNKNOWN_ITEM_SUBTYPE: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'Pleo sent a subtype that no accounts are mapped for.',
  },
  UNKNOWN_BOOKKEEPING_METHOD: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'The bookkeeping method is none of none, journal and accounts_payable.',
  },
  UNKNOWN_CURRENCY: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'An amount is in a currency that ISO 4217 does not list as money.',
  },
  MIXED_CURRENCIES: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'Amounts of one entry that should share a currency do not.',
  },
  NEGATIVE_AMOUNT: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'An amount is negative; the direction comes from the item type alone and is never turned around twice.',
  },
  ZERO_AMOUNT: {
    reason: 'validation_failure',
    owner: 'bookkeeper',
    meaning: 'The entry comes to nothing, so there is nothing to book.',
  },
  NO_LINES: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'An expense came without a line.',
  },
  LINES_SUM_DISAGREES: {
    reason: 'validation_failure',
    owner: 'bookkeeper',
    meaning: 'The lines do not add up to the amount of the entry.',
  },
  UNKNOWN_TAX_TYPE: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'The tax type is none of inclusive, exclusive and reverse.',
  },
  TAX_EXCEEDS_LINE: {
    reason: 'validation_failure',
    owner: 'bookkeeper',
    meaning: 'The tax of a line is larger than the line.',
  },
  TAX_SUM_DISAGREES: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'Net amount and tax of a line with exclusive tax do not add up to the line.',
  },
  MISSING_CATEGORY: {
    reason: 'missing_configuration',
    owner: 'bookkeeper',
    meaning: 'A line has no category, or its category has no account in the accounting system.',
  },
  MISSING_ACCOUNT: {
    reason: 'missing_configuration',
    owner: 'administrator',
    meaning: 'An account of the settings is needed and not configured for the currency.',
  },
  MISSING_VENDOR: {
    reason: 'vendor_unknown',
    owner: 'bookkeeper',
    meaning: 'The entry is to be booked through accounts payable and names neither vendor nor supplier.',
  },
  INVALID_DATE: {
    reason: 'validation_failure',
    owner: 'ledgerferry',
    meaning: 'A date of the entry is not a calendar day or moment.',
  },
  PERIOD_CLOSED: {
    reason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    meaning: 'The entry is dated in a closed period and the settings do not move it out of it.',
  },
  INVOICE_NOT_EXPORTED: {
    reason: 'validation_failure',
    owner: 'bookkeeper',
    meaning: 'A payment settles an invoice that is not in the books.',
  },
  INVOICE_AMBIGUOUS: {
    reason: 'validation_failure',
    owner: 'bookkeeper',
    meaning: 'A payment could settle several invoices of one vendor and number.',
  },
} as const satisfies Record<string, ProblemDefinition>;

export type BookkeepingProblemCode = keyof typeof BOOKKEEPING_PROBLEMS;

/** A problem of the catalogue, with the sentence for this entry. */
export function problem(code: BookkeepingProblemCode, message: string): Problem {
  const { reason, owner } = BOOKKEEPING_PROBLEMS[code];
  return { code, reason, owner, message };
}
