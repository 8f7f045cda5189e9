import type { HeldAccount } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope, instant } from '../api/envelope.js';
import { listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import type { Wire } from '../api/write-elements.js';
import type { QueryFields } from '../where/query-fields.js';

const FIELDS: QueryFields<HeldAccount> = {
  AccountID: { kind: 'guid', read: ({ id }) => id },
  Code: { kind: 'text', read: ({ code }) => code },
  Name: { kind: 'text', read: ({ name }) => name },
  Type: { kind: 'text', read: ({ type }) => type },
  Class: { kind: 'text', read: (account) => account.class },
  Status: { kind: 'text', read: ({ status }) => status },
  SystemAccount: { kind: 'text', read: ({ systemAccount }) => systemAccount },
};

/** Source: Xero Accounting API, Accounts. */
export const accountEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: 'Accounts',
    scope: 'accounting.settings',
    query: ['where', 'order'],
    handle: (call) =>
      envelope(call, { Accounts: listRecords(call, call.books.accounts.listed(), FIELDS).records.map(accountWire) }),
  },
  { method: 'GET', pattern: 'Accounts/{id}', scope: 'accounting.settings', query: [], handle: getAccount },
];

function getAccount(call: ApiCall): Answer {
  const account = call.books.accounts.get(call.parameters['id'] ?? '');
  return account ? envelope(call, { Accounts: [accountWire(account)] }) : notFound();
}

function accountWire(account: HeldAccount): Wire {
  const isBank = account.type === 'BANK';
  return {
    AccountID: account.id,
    ...(account.code === null ? {} : { Code: account.code }),
    Name: account.name,
    Status: account.status,
    Type: account.type,
    Class: account.class,
    TaxType: account.taxType,
    EnablePaymentsToAccount: account.takesPayments,
    ShowInExpenseClaims: false,
    ...(isBank ? { BankAccountNumber: '', BankAccountType: 'BANK', CurrencyCode: account.currency } : {}),
    ...(account.systemAccount === null ? {} : { SystemAccount: account.systemAccount }),
    ReportingCode: '',
    HasAttachments: false,
    AddToWatchlist: false,
    UpdatedDateUTC: instant(account.updatedAt),
  };
}
