import type { NetsuiteErrorCode } from './netsuite-errors.js';

interface FieldMeaning {
  readonly words: string;
  /** What its refusal means; left out where the field says nothing of that. */
  readonly code?: NetsuiteErrorCode;
}

/** What people call the properties that are sent, and what their refusal means. */
const FIELDS: Readonly<Record<string, FieldMeaning>> = {
  account: { words: 'the account', code: 'NETSUITE_ACCOUNT_NOT_ACCEPTED' },
  apAcct: { words: 'the account for debts to vendors', code: 'NETSUITE_ACCOUNT_NOT_ACCEPTED' },
  entity: { words: 'the vendor or employee', code: 'NETSUITE_ENTITY_NOT_ACCEPTED' },
  department: { words: 'the department', code: 'NETSUITE_DIMENSION_NOT_ACCEPTED' },
  class: { words: 'the class', code: 'NETSUITE_DIMENSION_NOT_ACCEPTED' },
  location: { words: 'the location', code: 'NETSUITE_DIMENSION_NOT_ACCEPTED' },
  currency: { words: 'the currency', code: 'NETSUITE_CURRENCY_NOT_ACCEPTED' },
  subsidiary: { words: 'the subsidiary', code: 'NETSUITE_SUBSIDIARY_NOT_ACCEPTED' },
  postingPeriod: { words: 'the accounting period', code: 'NETSUITE_PERIOD_CLOSED' },
  taxCode: { words: 'the tax code', code: 'NETSUITE_TAX_NOT_ACCEPTED' },
  taxAmount: { words: 'the tax amount', code: 'NETSUITE_TAX_NOT_ACCEPTED' },
  taxRate: { words: 'the tax rate', code: 'NETSUITE_TAX_NOT_ACCEPTED' },
  tax1Amt: { words: 'the tax amount', code: 'NETSUITE_TAX_NOT_ACCEPTED' },
  taxDetailsReference: { words: 'the tax', code: 'NETSUITE_TAX_NOT_ACCEPTED' },
  doc: { words: 'the bill to be paid', code: 'NETSUITE_PAYMENT_EXCEEDS_DUE' },
  approved: { words: 'the approval', code: 'NETSUITE_APPROVAL_NOT_ACCEPTED' },
  approvalStatus: { words: 'the approval', code: 'NETSUITE_APPROVAL_NOT_ACCEPTED' },
  tranId: { words: 'the number' },
  tranDate: { words: 'the date' },
  dueDate: { words: 'the due date' },
  debit: { words: 'the amount' },
  credit: { words: 'the amount' },
  amount: { words: 'the amount' },
  memo: { words: 'the text' },
};

/** The meaning of a refused property, such as `account` or `cseg_project`, in whatever case. */
export function refusedField(name: string): FieldMeaning {
  const wanted = name.toLowerCase();
  const [, known] = Object.entries(FIELDS).find(([field]) => field.toLowerCase() === wanted) ?? [];
  if (known) return known;
  if (wanted.startsWith('cseg')) return { words: `the segment ${name}`, code: 'NETSUITE_DIMENSION_NOT_ACCEPTED' };
  return { words: `the field ${name}` };
}
