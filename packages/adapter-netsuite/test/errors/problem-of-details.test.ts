import { describe, expect, test } from 'vitest';
import type { ErrorDetail } from '../../src/errors/error-detail.js';
import { problemOfDetails, wordsOfDetails } from '../../src/errors/problem-of-details.js';

const PREFIX = 'Error while accessing a resource.';

function detail(overrides: Partial<ErrorDetail>): ErrorDetail {
  return { code: 'USER_ERROR', path: null, detail: 'Etwas stimmt nicht.', ...overrides };
}

describe('a path says what is wrong, in whatever language', () => {
  test.each([
    ['expense.items[0].account', 'NETSUITE_ACCOUNT_NOT_ACCEPTED', 'account_unknown', 'the account in line 1'],
    ['line.items[1].account.id', 'NETSUITE_ACCOUNT_NOT_ACCEPTED', 'account_unknown', 'the account in line 2'],
    ['account', 'NETSUITE_ACCOUNT_NOT_ACCEPTED', 'account_unknown', 'the account'],
    ['apAcct', 'NETSUITE_ACCOUNT_NOT_ACCEPTED', 'account_unknown', 'the account for debts to vendors'],
    ['entity', 'NETSUITE_ENTITY_NOT_ACCEPTED', 'vendor_unknown', 'the vendor or employee'],
    ['line.items[2].department', 'NETSUITE_DIMENSION_NOT_ACCEPTED', 'tag_unknown', 'the department in line 3'],
    [
      'expense.items[0].cseg_project',
      'NETSUITE_DIMENSION_NOT_ACCEPTED',
      'tag_unknown',
      'the segment cseg_project in line 1',
    ],
    ['currency', 'NETSUITE_CURRENCY_NOT_ACCEPTED', 'invalid_configuration', 'the currency'],
    ['subsidiary', 'NETSUITE_SUBSIDIARY_NOT_ACCEPTED', 'invalid_configuration', 'the subsidiary'],
    ['postingPeriod', 'NETSUITE_PERIOD_CLOSED', 'accounting_system_validation_failure', 'the accounting period'],
    ['taxDetails.items[0].taxCode', 'NETSUITE_TAX_NOT_ACCEPTED', 'tax_code_unknown', 'the tax code in tax 1'],
    [
      'apply.items[1].doc',
      'NETSUITE_PAYMENT_EXCEEDS_DUE',
      'accounting_system_validation_failure',
      'the bill to be paid in part 2',
    ],
    ['approved', 'NETSUITE_APPROVAL_NOT_ACCEPTED', 'invalid_configuration', 'the approval'],
    ['memo', 'NETSUITE_MISTAKEN_DOCUMENT', 'unexpected_failure', 'the text'],
    ['custbody_pleo_link', 'NETSUITE_MISTAKEN_DOCUMENT', 'unexpected_failure', 'the field custbody_pleo_link'],
  ])('%s', (path, code, reason, place) => {
    const problem = problemOfDetails([detail({ code: 'INVALID_CONTENT', path })]);
    expect(problem).toMatchObject({ code, reason });
    expect(problem.message).toMatch(`NetSuite refused ${place} and says: "Etwas stimmt nicht.". `);
  });

  test('before words that would hint at something else', () => {
    const words = 'The period is closed.';
    expect(problemOfDetails([detail({ path: 'entity', detail: words })]).code).toBe('NETSUITE_ENTITY_NOT_ACCEPTED');
  });
});

describe('the line that is refused is named by its amount', () => {
  const journal = {
    line: {
      items: [
        { account: { id: '110' }, debit: '100.00' },
        { account: { id: '108' }, debit: '20.00' },
        { account: { id: '101' }, credit: '120.00' },
      ],
    },
  };
  const bill = {
    expense: { items: [{ account: { id: '110' }, amount: '100.00', taxDetailsReference: 'LINE_1' }] },
    taxDetails: { items: [{ taxDetailsReference: 'LINE_1', taxAmount: '20.00' }] },
  };
  const payment = { apply: { items: [{ doc: { id: '9001' }, apply: true, amount: '50.00' }] } };

  test.each([
    ['line.items[1].account', journal, 'the account in line 2 (debit 20.00)'],
    ['line.items[2].entity', journal, 'the vendor or employee in line 3 (credit 120.00)'],
    ['line.items[7].account', journal, 'the account in line 8'],
    ['expense.items[0].account', bill, 'the account in line 1 (100.00)'],
    ['expense[0].account', bill, 'the account in line 1 (100.00)'],
    ['taxDetails.items[0].taxCode', bill, 'the tax code in tax 1 (20.00)'],
    ['apply.items[0].doc', payment, 'the bill to be paid in part 1 (50.00)'],
  ])('%s', (path, body, place) => {
    const { message } = problemOfDetails([detail({ code: 'INVALID_CONTENT', path })], body);
    expect(message).toContain(`NetSuite refused ${place} and says`);
  });
});

describe('words are a hint where code and path say nothing', () => {
  test.each([
    ['Please enter value(s) for: Subsidiary', 'NETSUITE_FIELD_REQUIRED', 'invalid_configuration'],
    ['You must enter a value for Department.', 'NETSUITE_FIELD_REQUIRED', 'invalid_configuration'],
    [
      'The 3999 Freight account cannot be used with the Example Ltd subsidiary.',
      'NETSUITE_SUBSIDIARY_NOT_ACCEPTED',
      'invalid_configuration',
    ],
    [
      'You cannot create a transaction in the period Jan 2026: it is closed or locked.',
      'NETSUITE_PERIOD_CLOSED',
      'accounting_system_validation_failure',
    ],
    [
      'The transaction date you specified is not within the date range of your accounting period.',
      'NETSUITE_PERIOD_CLOSED',
      'accounting_system_validation_failure',
    ],
    [
      'You have entered an Invalid Field Value 9999 for the following field: department',
      'NETSUITE_DIMENSION_NOT_ACCEPTED',
      'tag_unknown',
    ],
    [
      'You do not have permissions to set a value for element approved.',
      'NETSUITE_APPROVAL_NOT_ACCEPTED',
      'invalid_configuration',
    ],
    [
      'You do not have permissions to set a value for element tranid due to …',
      'NETSUITE_FIELD_NOT_SETTABLE',
      'invalid_configuration',
    ],
    ['Credit limit of the vendor is overapplied.', 'NETSUITE_REFUSED', 'accounting_system_validation_failure'],
    ['Debits of credits.', 'NETSUITE_REFUSED', 'accounting_system_validation_failure'],
    [
      'Please make sure that the sum of debits equals the sum of credits.',
      'NETSUITE_MISTAKEN_DOCUMENT',
      'unexpected_failure',
    ],
    ['Permission Violation: you need the Bills permission.', 'NETSUITE_PERMISSION_MISSING', 'authorization_failure'],
    ['The account 2999 is inactive.', 'NETSUITE_ACCOUNT_INACTIVE', 'account_unknown'],
    ['The vendor V-OLD is inactive.', 'NETSUITE_ENTITY_NOT_ACCEPTED', 'vendor_unknown'],
    [
      'The amount applied to 12 must be positive and may not exceed what is due.',
      'NETSUITE_PAYMENT_EXCEEDS_DUE',
      'accounting_system_validation_failure',
    ],
    ['The bill is pending approval.', 'NETSUITE_BILL_NOT_APPROVED', 'accounting_system_validation_failure'],
    ['The amounts in a journal entry must balance.', 'NETSUITE_MISTAKEN_DOCUMENT', 'unexpected_failure'],
    ['You must enter at least one line item for this transaction.', 'NETSUITE_MISTAKEN_DOCUMENT', 'unexpected_failure'],
    [
      'The currency of the transaction is not that of the account Bank.',
      'NETSUITE_CURRENCY_NOT_ACCEPTED',
      'invalid_configuration',
    ],
    ['Der Mond ist voll.', 'NETSUITE_REFUSED', 'accounting_system_validation_failure'],
  ])('%s', (words, code, reason) => {
    expect(problemOfDetails([detail({ detail: `${PREFIX} ${words}` })])).toMatchObject({ code, reason });
  });
});

test('a code says enough where it is one that does', () => {
  expect(problemOfDetails([detail({ code: 'INSUFFICIENT_PERMISSION' })]).code).toBe('NETSUITE_PERMISSION_MISSING');
  for (const code of ['INVALID_REQUEST', 'INVALID_PARAMETER', 'NONEXISTENT_ID', 'INVALID_CONTENT'])
    expect(problemOfDetails([detail({ code })]).code).toBe('NETSUITE_MISTAKEN_DOCUMENT');
});

test('a problem quotes all of NetSuite without its prefix, and says what to do', () => {
  const details = [
    detail({
      detail: `${PREFIX} Invalid Field Value 9999.`,
      code: 'INVALID_CONTENT',
      path: 'expense.items[0].account',
    }),
    detail({ detail: 'Please look\n again.' }),
    detail({ detail: 'Please look again.' }),
  ];
  expect(problemOfDetails(details, { expense: { items: [{ amount: '100.00' }] } })).toEqual({
    code: 'NETSUITE_ACCOUNT_NOT_ACCEPTED',
    reason: 'account_unknown',
    owner: 'bookkeeper',
    message:
      'NetSuite refused the account in line 1 (100.00) and says: "Invalid Field Value 9999.; Please look again.". Correct the account in NetSuite, or choose another category in Pleo; then export the entry again.',
  });
});

test('what NetSuite quotes back is shown without credentials', () => {
  const words = wordsOfDetails([detail({ detail: 'Refused for Bearer eyJhbGciOi.abc.def' })]);
  expect(words).toBe('Refused for Bearer [removed]');
});

test('a refusal without a word is told as one', () => {
  expect(problemOfDetails([])).toMatchObject({
    code: 'NETSUITE_REFUSED',
    message: expect.stringContaining('NetSuite refused it and says: "no reason given".'),
  });
});
