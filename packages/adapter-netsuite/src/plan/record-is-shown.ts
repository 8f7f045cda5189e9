import type { Problem } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteFacts, NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import { isWritable } from './writable-properties.js';

/** Without these a record would say something else: a payment without an amount, say, would pay all that is due. */
const ESSENTIAL: Readonly<Record<NetsuiteRecordName, Readonly<Record<'body' | 'line', readonly string[]>>>> = {
  journalEntry: { body: ['tranDate'], line: ['account', 'debit', 'credit'] },
  vendorBill: { body: ['entity', 'account', 'tranDate'], line: ['account', 'amount'] },
  vendorCredit: { body: ['entity', 'account', 'tranDate'], line: ['account', 'amount'] },
  vendorPayment: { body: ['entity', 'account', 'apAcct', 'tranDate'], line: ['doc', 'apply', 'amount'] },
};

/** The problem that the account shows too little of a record to be written; undefined where it shows enough. */
export function notShown(record: NetsuiteRecordName, facts: NetsuiteFacts): Problem | undefined {
  const missing = (['body', 'line'] as const).flatMap((place) =>
    ESSENTIAL[record][place].filter((property) => !isWritable(facts, record, place, property)),
  );
  if (missing.length === 0) return undefined;
  const what = facts.writable.has(record) ? `no ${missing.join(', ')} in the record type ${record}` : `no ${record}`;
  return netsuiteProblem('NETSUITE_PERMISSION_MISSING', `The role that Ledgerferry signs in with sees ${what}.`);
}
