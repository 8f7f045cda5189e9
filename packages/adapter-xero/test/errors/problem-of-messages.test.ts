import { describe, expect, test } from 'vitest';
import { isContactTaken, isRequestKeyTaken, problemOfMessages } from '../../src/errors/problem-of-messages.js';

describe("Xero's messages mean", () => {
  test.each([
    ["Account code '999' is not a valid code for this document.", 'XERO_ACCOUNT_NOT_ACCEPTED', 'account_unknown'],
    [
      "Account code '404' has been archived, or has been deleted. Accounts must be active to be used.",
      'XERO_ACCOUNT_ARCHIVED',
      'account_unknown',
    ],
    [
      "Account code '404' has been removed as it does not match a recognised account.",
      'XERO_ACCOUNT_REMOVED',
      'account_unknown',
    ],
    ['Account must be valid.', 'XERO_ACCOUNT_NOT_ACCEPTED', 'account_unknown'],
    ['Tax rate must be valid.', 'XERO_TAX_TYPE_UNKNOWN', 'tax_code_unknown'],
    ['Tax rate must be Active.', 'XERO_TAX_TYPE_INACTIVE', 'tax_code_unknown'],
    [
      "The TaxType code 'OUTPUT2' cannot be used with account code '404'.",
      'XERO_TAX_TYPE_NOT_FOR_ACCOUNT',
      'invalid_configuration',
    ],
    [
      'Tax amount 19.99 is incorrect for INPUT2 tax type, should be 20.00',
      'XERO_MISTAKEN_DOCUMENT',
      'unexpected_failure',
    ],
    ['The contact with id 430fa14a has been archived.', 'XERO_CONTACT_ARCHIVED', 'vendor_unknown'],
    [
      'The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID',
      'XERO_MISTAKEN_DOCUMENT',
      'unexpected_failure',
    ],
    ['Organisation is not subscribed to currency SEK', 'XERO_CURRENCY_NOT_ENABLED', 'invalid_configuration'],
    [
      'The document date cannot be before the period lock date.',
      'XERO_PERIOD_LOCKED',
      'accounting_system_validation_failure',
    ],
    [
      'The document date cannot be before the end of year lock date, currently set to 31 Dec 2025',
      'XERO_PERIOD_LOCKED',
      'accounting_system_validation_failure',
    ],
    ['The document total does not equal the sum of the lines.', 'XERO_MISTAKEN_DOCUMENT', 'unexpected_failure'],
    [
      'The line total 12.00 does not match the expected line total 12.50',
      'XERO_MISTAKEN_DOCUMENT',
      'unexpected_failure',
    ],
    ['The total debits (100.00) must equal total credits (-99.00)', 'XERO_MISTAKEN_DOCUMENT', 'unexpected_failure'],
    [
      'Payment amount exceeds the amount outstanding on this document',
      'XERO_PAYMENT_EXCEEDS_DUE',
      'accounting_system_validation_failure',
    ],
    [
      'Payments can only be made against Authorised documents',
      'XERO_INVOICE_NOT_APPROVED',
      'accounting_system_validation_failure',
    ],
    ['The moon is full.', 'XERO_REFUSED', 'accounting_system_validation_failure'],
  ])('%s', (message, code, reason) => {
    expect(problemOfMessages([message])).toMatchObject({ code, reason });
  });
});

test('a problem quotes all of Xero, and says what to do', () => {
  expect(problemOfMessages(['Something else is wrong', 'Tax rate must be Active'])).toEqual({
    code: 'XERO_TAX_TYPE_INACTIVE',
    reason: 'tax_code_unknown',
    owner: 'bookkeeper',
    message:
      'Xero refused it and says: "Something else is wrong; Tax rate must be Active". Choose a tax code in Pleo that is active in Xero; then export the entry again.',
  });
});

test('what Xero quotes back is shown without credentials and on one line', () => {
  const { message } = problemOfMessages(['Refused for Bearer eyJhbGciOi.abc.def\n  twice']);
  expect(message).toContain('says: "Refused for Bearer [removed] twice"');
  expect(message).not.toContain('eyJhbGciOi');
});

test('a refusal without a word is told as one', () => {
  expect(problemOfMessages([])).toMatchObject({
    code: 'XERO_REFUSED',
    message: expect.stringContaining('Xero refused it and says: "no reason given".'),
  });
});

test('what must be looked up is known by its words', () => {
  const taken =
    'The contact name ACME is already assigned to another contact. The contact name must be unique across all active contacts.';
  expect([isContactTaken([taken]), isContactTaken(['Name is required'])]).toEqual([true, false]);
  const key = 'Idempotency Key: 0a1b is used with a different request.';
  expect([isRequestKeyTaken([key]), isRequestKeyTaken(['Unknown key'])]).toEqual([true, false]);
});
