import type { ErrorCatalogue } from './error-catalogue.js';

/**
 * Every problem that bookkeeping and validation can find.
 *
 * Source of the reasons: Pleo Export API v3, `UpdateExportJobItemV3.failureReasonType`, and Pleo, Update export items.
 */
export const BOOKKEEPING_ERRORS = {
  COMPANY_MISMATCH: {
    meaning: 'The entry belongs to another company than its job.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Tell whoever runs Ledgerferry for you; nothing was booked.',
  },
  UNKNOWN_ITEM_TYPE: {
    meaning: 'Pleo sent an item type that no accounts are mapped for.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Book the entry by hand and ask for an update of Ledgerferry: Pleo has a new kind of entry.',
  },
  UNKNOWN_ITEM_SUBTYPE: {
    meaning: 'Pleo sent a subtype that no accounts are mapped for.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Book the entry by hand and ask for an update of Ledgerferry: Pleo has a new kind of entry.',
  },
  UNKNOWN_BOOKKEEPING_METHOD: {
    meaning: 'The bookkeeping method is none of none, journal and accounts_payable.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Book the entry by hand and ask for an update of Ledgerferry: Pleo has a new bookkeeping method.',
  },
  UNKNOWN_CURRENCY: {
    meaning: 'An amount is in a currency that ISO 4217 does not list as money.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Correct the currency in Pleo and export the entry again; if it is right there, book it by hand and tell whoever runs Ledgerferry for you.',
  },
  MIXED_CURRENCIES: {
    meaning: 'Amounts of one entry that should share a currency do not.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Correct the lines of the entry in Pleo, then export it again.',
  },
  NEGATIVE_AMOUNT: {
    meaning: 'An amount is negative; the direction comes from the item type alone and is never turned around twice.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Book the entry by hand and tell whoever runs Ledgerferry for you: what its sign means is not certain, so it is not guessed.',
  },
  ZERO_AMOUNT: {
    meaning: 'The entry comes to nothing, so there is nothing to book.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Take the entry out of the export in Pleo, or correct its amount there and export it again.',
  },
  NO_LINES: {
    meaning: 'An expense came without a line.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Open the entry in Pleo, save its category again, then export it again.',
  },
  LINES_SUM_DISAGREES: {
    meaning: 'The lines do not add up to the amount of the entry.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Open the entry in Pleo, make its lines add up to its amount, then export it again.',
  },
  UNKNOWN_TAX_TYPE: {
    meaning: 'The tax type is none of inclusive, exclusive and reverse.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Choose another tax code in Pleo and export the entry again; an update of Ledgerferry may know the new one.',
  },
  TAX_EXCEEDS_LINE: {
    meaning: 'The tax of a line is larger than the line.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Open the entry in Pleo, correct the tax of the line, then export it again.',
  },
  TAX_SUM_DISAGREES: {
    meaning: 'Net amount and tax of a line with exclusive tax do not add up to the line.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Choose the tax code of the line again in Pleo, then export the entry again.',
  },
  MISSING_CATEGORY: {
    meaning: 'A line has no category, or its category has no account in the accounting system.',
    kind: 'item-rejected',
    itemReason: 'missing_configuration',
    owner: 'bookkeeper',
    fix: 'In Pleo, give every line of the entry a category that has an account in the accounting system, then export it again.',
  },
  MISSING_ACCOUNT: {
    meaning: 'An account of the settings is needed and not configured for the currency.',
    kind: 'item-rejected',
    itemReason: 'missing_configuration',
    owner: 'administrator',
    fix: 'Set the account that the message names under bookkeeping.accounts of the company, then have the entry exported again.',
  },
  MISSING_VENDOR: {
    meaning: 'The entry is to be booked through accounts payable and names neither vendor nor supplier.',
    kind: 'item-rejected',
    itemReason: 'vendor_unknown',
    owner: 'bookkeeper',
    fix: 'Choose a vendor for the entry in Pleo, or book it without accounts payable, then export it again.',
  },
  INVALID_DATE: {
    meaning: 'A date of the entry is not a calendar day or moment.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Tell whoever runs Ledgerferry for you, with the date that the message shows.',
  },
  PERIOD_CLOSED: {
    meaning: 'The entry is dated in a closed period and the settings do not move it out of it.',
    kind: 'item-rejected',
    itemReason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    fix: 'Reopen the period in the accounting system, or have bookkeeping.closedPeriod set to today or first-open; then export the entry again.',
  },
  INVOICE_NOT_EXPORTED: {
    meaning: 'A payment settles an invoice that is not in the books.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Export the invoice first, then the payment; or have bookkeeping.unmatchedPayments set to on-account.',
  },
  INVOICE_AMBIGUOUS: {
    meaning: 'A payment could settle several invoices of one vendor and number.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Correct the invoice number in Pleo and export the payment again, or book the payment by hand.',
  },
} as const satisfies ErrorCatalogue;
