import { refused, resolved, type AccountingEntry, type AccountRole, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteAccount, NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import { employeeOf } from './employee-of.js';
import { accountLabel } from './resolve-account.js';
import { vendorOf } from './vendor-of.js';
import { isWritable } from './writable-properties.js';

/**
 * Internal id of whom a journal's line is with: debts to vendors are the vendor's, debts of and to employees theirs. Null where NetSuite
 * knows nobody, which is refused on the accounts that NetSuite keeps by name. Source: Oracle, Making Journal Entries.
 */
export function lineEntity(
  entry: AccountingEntry,
  role: AccountRole,
  account: NetsuiteAccount,
  facts: NetsuiteFacts,
): Resolution<string | null> {
  const vendor = entry.counterparty === null ? null : vendorOf(entry, facts);
  const vendorId = vendor && 'value' in vendor ? vendor.value.id : null;
  const employeeId = employeeOf(entry, facts)?.id ?? null;
  const named = isOfEmployees(role) ? employeeId : role === 'payable' ? vendorId : (vendorId ?? employeeId);
  const canBeNamed = isWritable(facts, 'journalEntry', 'line', 'entity');
  if (!isKeptByName(account) || (named !== null && canBeNamed)) return resolved(named);
  if (vendor && 'problems' in vendor && role === 'payable') return vendor;
  const why = canBeNamed ? 'NetSuite knows neither vendor nor employee of the entry' : 'its lines show no name';
  const found = `The account ${accountLabel(account)} is of a type that NetSuite keeps by name, and ${why}.`;
  return refused(netsuiteProblem('NETSUITE_NAME_MISSING', found));
}

function isOfEmployees(role: AccountRole): boolean {
  return role === 'out-of-pocket' || role === 'receivable';
}

/** Accounts payable and receivable. Source: Oracle, Account: Type. */
function isKeptByName({ type }: NetsuiteAccount): boolean {
  return type === 'AcctPay' || type === 'AcctRec';
}
