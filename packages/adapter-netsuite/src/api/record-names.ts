import { RECORD_NAMES } from '../plan/netsuite-record.js';
import type { NetsuiteRecordName } from '../reference-data/netsuite-facts.js';

const NAMES: ReadonlyMap<string, NetsuiteRecordName> = new Map(Object.entries(RECORD_NAMES));

/** What URLs and scripts call one of our record types. @throws {RangeError} for any other. */
export function recordNameOf(recordType: string): NetsuiteRecordName {
  const name = NAMES.get(recordType);
  if (name === undefined) throw new RangeError(`${recordType} is no record type of this adapter`);
  return name;
}

/** The permissions that writing a record needs, by their names in NetSuite. */
export const PERMISSIONS: Readonly<Record<NetsuiteRecordName, string>> = {
  journalEntry: 'Transactions: Make Journal Entry',
  vendorBill: 'Transactions: Bills',
  vendorCredit: 'Transactions: Enter Vendor Credits',
  vendorPayment: 'Transactions: Pay Bills',
};
