import { refused, resolved, type AccountingEntry, type Resolution } from '@ledgerferry/core';
import type { NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import { currencyOf } from './currency-of.js';
import { headMemo } from './entry-texts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { periodOf } from './period-of.js';
import { notShown } from './record-is-shown.js';
import { isWritable, writableOnly } from './writable-properties.js';

/** What all transactions begin with. The period is named, so that NetSuite does not move the entry to another one when it closes meanwhile. */
export function headOf(
  entry: AccountingEntry,
  record: NetsuiteRecordName,
  { facts, connection }: NetsuiteBooks,
): Resolution<NetsuiteRecord> {
  const unseen = notShown(record, facts);
  if (unseen) return refused(unseen);
  const currency = currencyOf(entry.amount, record, facts);
  if ('problems' in currency) return currency;
  const { linkField } = connection;
  const hasLinkField = linkField !== undefined && isWritable(facts, record, 'body', linkField);
  const period = periodOf(entry.date, facts);
  return resolved(
    writableOnly(facts, record, 'body', {
      ...(facts.subsidiary === null ? {} : { subsidiary: { id: facts.subsidiary } }),
      currency: { id: currency.value.id },
      tranDate: entry.date,
      ...(period ? { postingPeriod: { id: period.id } } : {}),
      memo: headMemo(entry, hasLinkField ? null : entry.webUrl),
      ...(hasLinkField && entry.webUrl !== null ? { [linkField]: entry.webUrl } : {}),
    }),
  );
}
