import type { Problem } from '@ledgerferry/core';
import { redactText } from '@ledgerferry/http';
import { xeroProblem, type XeroErrorCode } from './xero-errors.js';

/** Few words, to miss none: what Xero left out was an account wherever it was seen. */
const LEFT_OUT = /has been removed/i;

/**
 * What Xero's messages mean. They carry no code and change their wording, so each is known by a few words; the first row that fits
 * counts.
 *
 * Source: Xero Accounting API, Response codes and errors, and examples of its description; messages quoted by those who met them.
 */
const MEANINGS: readonly (readonly [words: RegExp, code: XeroErrorCode])[] = [
  [/lock date|locked period|period is locked/i, 'XERO_PERIOD_LOCKED'],
  [/account code .* has been (archived|deleted)/i, 'XERO_ACCOUNT_ARCHIVED'],
  [/tax ?type code .* cannot be used with account/i, 'XERO_TAX_TYPE_NOT_FOR_ACCOUNT'],
  [
    /account code .* is not a valid code|account must be valid|account (code|id) .*(not found|does not exist|is invalid)/i,
    'XERO_ACCOUNT_NOT_ACCEPTED',
  ],
  [/tax rate must be active/i, 'XERO_TAX_TYPE_INACTIVE'],
  [/tax rate must be valid|tax ?type( code)? .*(not valid|invalid|does not exist)/i, 'XERO_TAX_TYPE_UNKNOWN'],
  [/tracking option|option .* tracking category/i, 'XERO_TRACKING_OPTION_UNKNOWN'],
  [/tracking category/i, 'XERO_TRACKING_CATEGORY_UNKNOWN'],
  [/not subscribed to currency|currency .* not (enabled|supported)/i, 'XERO_CURRENCY_NOT_ENABLED'],
  [/contact .* (has been |is )?archived/i, 'XERO_CONTACT_ARCHIVED'],
  [/exceeds the amount outstanding/i, 'XERO_PAYMENT_EXCEEDS_DUE'],
  [
    /payments? can only be made against authorised|not of valid status for (creating )?(a )?payment/i,
    'XERO_INVOICE_NOT_APPROVED',
  ],
  [
    /tax amount .* is incorrect|must contain at least 1 of the following|does not equal|expected line total|total debits .* must equal/i,
    'XERO_MISTAKEN_DOCUMENT',
  ],
  [LEFT_OUT, 'XERO_ACCOUNT_REMOVED'],
];

/** The problem that a refusal is: that of the first message that is known, quoting all of Xero's words. */
export function problemOfMessages(messages: readonly string[]): Problem {
  const code = messages.flatMap(codeOf)[0] ?? 'XERO_REFUSED';
  const words = redactText(messages.join('; ').replaceAll(/\s+/g, ' ').trim()) || 'no reason given';
  return xeroProblem(code, `Xero refused it and says: "${words}".`);
}

/** True where a contact of this name or number is there already: look it up. Source: Xero Accounting API, Contacts. */
export function isContactTaken(messages: readonly string[]): boolean {
  return messages.some((message) => /already assigned to another contact/i.test(message));
}

/** True where an earlier request had this key, which may have taken effect. Source: Xero, Idempotency. */
export function isRequestKeyTaken(messages: readonly string[]): boolean {
  return messages.some((message) => /idempotency key.*different request/i.test(message));
}

/** True for the warning that Xero left an account out of a draft. Source: Xero Accounting API, Manual journals. */
export function isAccountLeftOut(message: string): boolean {
  return LEFT_OUT.test(message);
}

function codeOf(message: string): readonly XeroErrorCode[] {
  return MEANINGS.filter(([words]) => words.test(message)).map(([, code]) => code);
}
