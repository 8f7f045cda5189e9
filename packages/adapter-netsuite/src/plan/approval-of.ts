import { refused, resolved, type AccountingEntry, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { isWritable } from './writable-properties.js';

type Posting = AccountingEntry['posting'];

/** Whether a journal counts at once. Source: Oracle, Journal Entry: Approved. */
export function journalApproval(posting: Posting, books: NetsuiteBooks): Resolution<NetsuiteRecord> {
  if (posting === 'final') return resolved(saysApproved('journalEntry', books) ? { approved: true } : {});
  return isShown('journalEntry', books) ? resolved({ approved: false }) : noDrafts('journals');
}

/** Whether a bill waits for its approval. Source: Oracle, Vendor Bill: Approval Status. */
export function billApproval(posting: Posting, books: NetsuiteBooks): Resolution<NetsuiteRecord> {
  if (posting === 'final') return resolved(saysApproved('vendorBill', books) ? APPROVED : {});
  return isShown('vendorBill', books) ? resolved(PENDING_APPROVAL) : noDrafts('bills');
}

/** A bill that is paid in the same entry must be approved, whatever is said of drafts: NetSuite takes no payment of it else. */
export function paidBillApproval(books: NetsuiteBooks): NetsuiteRecord {
  return books.connection.approval !== 'never' && isShown('vendorBill', books) ? APPROVED : {};
}

/** Credits know no drafts, unless the account has an approval for them. */
export function creditApproval(posting: Posting, books: NetsuiteBooks): NetsuiteRecord {
  if (posting === 'final') return saysApproved('vendorCredit', books) ? APPROVED : {};
  return isShown('vendorCredit', books) ? PENDING_APPROVAL : {};
}

const PENDING_APPROVAL = { approvalStatus: { id: '1' } };
const APPROVED = { approvalStatus: { id: '2' } };

/** Final entries go NetSuite's own way through approval, unless the settings take the approval upon themselves. */
function saysApproved(record: NetsuiteRecordName, books: NetsuiteBooks): boolean {
  return books.connection.approval === 'approve' && isShown(record, books);
}

function isShown(record: NetsuiteRecordName, { facts }: NetsuiteBooks): boolean {
  return isWritable(facts, record, 'body', approvalProperty(record));
}

function noDrafts(records: string): Resolution<never> {
  const found = `Entries are to be posted as drafts, and this NetSuite account has no approval for ${records}.`;
  return refused(netsuiteProblem('NETSUITE_DRAFT_NOT_POSSIBLE', found));
}

/** Which property of a record its approval stands in. */
export function approvalProperty(record: NetsuiteRecordName): 'approved' | 'approvalStatus' {
  return record === 'journalEntry' ? 'approved' : 'approvalStatus';
}
