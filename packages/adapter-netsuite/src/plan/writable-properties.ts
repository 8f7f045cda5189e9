import type { NetsuiteFacts, NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import type { NetsuiteRecord } from './netsuite-record.js';

/** True where the account shows the property: what it does not show is never sent. Source: Oracle, REST Web Services: Metadata Catalog. */
export function isWritable(
  { writable }: NetsuiteFacts,
  record: NetsuiteRecordName,
  place: 'body' | 'line',
  property: string,
): boolean {
  return writable.get(record)?.[place].has(property) ?? false;
}

/** Those of the properties that the account shows. */
export function writableOnly(
  facts: NetsuiteFacts,
  record: NetsuiteRecordName,
  place: 'body' | 'line',
  properties: NetsuiteRecord,
): NetsuiteRecord {
  return Object.fromEntries(
    Object.entries(properties).filter(([property]) => isWritable(facts, record, place, property)),
  );
}
