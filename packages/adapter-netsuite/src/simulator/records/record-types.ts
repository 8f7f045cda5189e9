import type { NetsuiteAccount } from '../account/netsuite-account.js';
import type { TransactionType } from '../books/netsuite-books.js';
import { employeeFields, vendorFields } from './entity-fields.js';
import type { Fields } from './fields.js';
import { billFields, creditFields, journalFields, paymentFields } from './transaction-fields.js';

/** Record types that can be written. */
export type WritableType = TransactionType | 'vendor' | 'employee';

const WRITABLE: Readonly<Record<WritableType, (account: NetsuiteAccount) => Fields>> = {
  journalEntry: journalFields,
  vendorBill: billFields,
  vendorCredit: creditFields,
  vendorPayment: paymentFields,
  vendor: vendorFields,
  employee: employeeFields,
};

export const WRITABLE_TYPES: readonly WritableType[] = [
  'journalEntry',
  'vendorBill',
  'vendorCredit',
  'vendorPayment',
  'vendor',
  'employee',
];

/** The type that a URL names, in whatever case; null for one that cannot be written here. */
export function writableType(name: string): WritableType | null {
  return WRITABLE_TYPES.find((type) => type.toLowerCase() === name.toLowerCase()) ?? null;
}

export function isTransactionType(type: WritableType): type is TransactionType {
  return type !== 'vendor' && type !== 'employee';
}

/** Which properties a record type has in this account: features decide. */
export function fieldsOf(type: WritableType, account: NetsuiteAccount): Fields {
  return WRITABLE[type](account);
}
