import { valueOf, type AccountingEntry, type EntryPlan } from '@ledgerferry/core';
import type { NetsuiteConnection } from '../netsuite-connection.js';
import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import { resolvePlan } from './resolve-plan.js';

/**
 * What NetSuite will hold for an entry that passed the rules. Pure: the same entry, facts and settings give the same documents.
 *
 * @throws `item-rejected` with the code of the rule that an entry did not pass.
 */
export function planNetsuiteEntry(
  entry: AccountingEntry,
  facts: NetsuiteFacts,
  connection: NetsuiteConnection,
): EntryPlan {
  return valueOf(resolvePlan(entry, { facts, connection }));
}
