import type { NetsuiteAccount } from '../account/netsuite-account.js';
import {
  amount,
  customFields,
  date,
  flag,
  readOnly,
  reference,
  sublist,
  text,
  type Field,
  type Fields,
} from './fields.js';

/** Usual lengths, in characters; Oracle's catalog names none. */
const MEMO = 999;
const JOURNAL_LINE_MEMO = 4_000;
const TRANSACTION_NUMBER = 45;
const EXTERNAL_ID = 255;

const APPROVAL_STATUS: Field = { kind: 'choice', label: 'Approval Status', ids: ['1', '2', '3', '11'] };

const CURRENCY: Fields = {
  currency: reference('Currency', 'currency'),
  exchangeRate: { kind: 'decimal', label: 'Exchange Rate' },
};

/** Properties of a journal. Source: Oracle, REST API Browser: Journal Entry. Tax cannot be written to a journal by REST. */
export function journalFields(account: NetsuiteAccount): Fields {
  return {
    ...commonFields(account),
    ...(account.approvals.journals !== 'hidden' ? { approved: flag('Approved') } : {}),
    void: readOnly('Void'),
    isReversal: readOnly('Is Reversal'),
    reversalEntry: readOnly('Reversal No.'),
    line: sublist('Line', 'line', {
      line: { kind: 'integer', label: 'Line Id' },
      account: reference('Account', 'account'),
      debit: amount('Debit'),
      credit: amount('Credit'),
      memo: text('Memo', JOURNAL_LINE_MEMO),
      entity: reference('Name', 'entity'),
      ...dimensionFields(),
      eliminate: flag('Eliminate'),
      ...customFields(account, 'line'),
    }),
  };
}

/** Properties of a bill. Source: Oracle, REST API Browser: Vendor Bill. */
export function billFields(account: NetsuiteAccount): Fields {
  return {
    ...commonFields(account),
    ...payablesFields(account),
    ...(account.approvals.bills !== 'hidden' ? { approvalStatus: APPROVAL_STATUS } : {}),
    dueDate: date('Due Date'),
    terms: reference('Terms', 'any'),
    paymentHold: flag('Payment Hold'),
    status: readOnly('Status'),
  };
}

/** Properties of a credit. Source: Oracle, REST API Browser: Vendor Credit. */
export function creditFields(account: NetsuiteAccount): Fields {
  return {
    ...commonFields(account),
    ...payablesFields(account),
    apply: applyField(),
    applied: readOnly('Applied'),
    unapplied: readOnly('Unapplied'),
  };
}

/** Properties of a payment. Source: Oracle, REST API Browser: Vendor Payment. */
export function paymentFields(account: NetsuiteAccount): Fields {
  return {
    ...commonFields(account),
    entity: reference('Payee', 'entity'),
    account: reference('Account', 'account'),
    apAcct: reference('A/P Account', 'account'),
    toBePrinted: flag('To Be Printed'),
    apply: applyField(),
    total: readOnly('Amount'),
    status: readOnly('Status'),
  };
}

function commonFields(account: NetsuiteAccount): Fields {
  return {
    id: readOnly('Internal ID'),
    links: readOnly('Links'),
    refName: readOnly('Reference Name'),
    createdDate: readOnly('Date Created'),
    lastModifiedDate: readOnly('Date Last Modified'),
    transactionNumber: readOnly('Transaction Number'),
    externalId: text('External ID', EXTERNAL_ID),
    tranId: text('Number', TRANSACTION_NUMBER),
    tranDate: date('Date'),
    ...(account.features.accountingPeriods ? { postingPeriod: reference('Posting Period', 'accountingPeriod') } : {}),
    ...(account.subsidiaries.length > 0 ? { subsidiary: reference('Subsidiary', 'subsidiary') } : {}),
    ...(account.features.multipleCurrencies ? CURRENCY : {}),
    memo: text('Memo', MEMO),
    ...dimensionFields(),
    customForm: reference('Custom Form', 'any'),
    ...customFields(account, 'body'),
  };
}

function dimensionFields(): Fields {
  return {
    department: reference('Department', 'department'),
    class: reference('Class', 'classification'),
    location: reference('Location', 'location'),
  };
}

function payablesFields(account: NetsuiteAccount): Fields {
  const hasTax = account.tax.startsWith('suitetax');
  return {
    entity: reference('Vendor', 'vendor'),
    account: reference('Account', 'account'),
    total: readOnly('Amount'),
    userTotal: readOnly('Amount'),
    expense: sublist('Expense', 'line', {
      line: { kind: 'integer', label: 'Line Id' },
      orderLine: { kind: 'integer', label: 'Order Line' },
      account: reference('Account', 'account'),
      amount: amount('Amount'),
      memo: text('Memo', MEMO),
      ...dimensionFields(),
      ...(hasTax ? { taxDetailsReference: text('Tax Details Reference', 100) } : {}),
      ...customFields(account, 'line'),
    }),
    ...(hasTax ? { taxDetailsOverride: flag('Tax Details Override'), taxDetails: taxDetailsField() } : {}),
  };
}

function taxDetailsField(): Field {
  return sublist('Tax Details', 'taxDetailsReference', {
    taxDetailsReference: text('Tax Details Reference', 100),
    taxCode: reference('Tax Code', 'salesTaxItem'),
    taxBasis: amount('Tax Basis'),
    taxRate: { kind: 'decimal', label: 'Tax Rate' },
    taxAmount: amount('Tax Amount'),
    netAmount: amount('Net Amount'),
  });
}

function applyField(): Field {
  return sublist('Apply', 'doc', {
    line: { kind: 'integer', label: 'Line Id' },
    doc: reference('Transaction', 'vendorBill'),
    apply: flag('Apply'),
    amount: amount('Payment'),
    due: readOnly('Amt. Due'),
    total: readOnly('Orig. Amt.'),
    refNum: readOnly('Ref No.'),
    applyDate: readOnly('Date'),
    type: readOnly('Type'),
  });
}
