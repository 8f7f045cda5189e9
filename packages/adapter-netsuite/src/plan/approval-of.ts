import { refused, resolved, type AccountingEntry, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { isWritable } from './writable-properties.js';

type Posting = AccountingEntry['posting'];

/** Whether a journal counts at once. Source: Oracle, Journal Entry: Approved. */
export function journalApproval(posting: Posting, facts: NetsuiteFacts): Resolution<NetsuiteRecord> {
  if (isWritable(facts, 'journalEntry', 'body', 'approved')) return resolved({ approved: posting === 'final' });
  return posting === 'final' ? resolved({}) : noDrafts('journals');
}

/** Whether a bill waits for its approval. Source: Oracle, Vendor Bill: Approval Status. */
export function billApproval(posting: Posting, facts: NetsuiteFacts): Resolution<NetsuiteRecord> {
  if (isWritable(facts, 'vendorBill', 'body', 'approvalStatus')) return resolved(approvalStatus(posting));
  return posting === 'final' ? resolved({}) : noDrafts('bills');
}

/** Credits know no drafts, unless the account has an approval for them. */
export function creditApproval(posting: Posting, facts: NetsuiteFacts): NetsuiteRecord {
  return isWritable(facts, 'vendorCredit', 'body', 'approvalStatus') ? approvalStatus(posting) : {};
}

const PENDING_APPROVAL = '1';
const APPROVED = '2';

function approvalStatus(posting: Posting): NetsuiteRecord {
  return { approvalStatus: { id: posting === 'draft' ? PENDING_APPROVAL : APPROVED } };
}

function noDrafts(records: string): Resolution<never> {
  const found = `Entries are to be posted as drafts, and this NetSuite account has no approval for ${records}.`;
  return refused(netsuiteProblem('NETSUITE_DRAFT_NOT_POSSIBLE', found));
}
