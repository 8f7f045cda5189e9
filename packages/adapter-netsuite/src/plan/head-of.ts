import { refused, resolved, type AccountingEntry, type Resolution } from '@ledgerferry/core';
import type { NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import { currencyOf } from './currency-of.js';
import { headMemo } from './entry-texts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { periodsOf } from './period-of.js';
import { notShown } from './record-is-shown.js';
import { isWritable, writableOnly } from './writable-properties.js';

/**
 * What all transactions begin with. The period is named, so that NetSuite does not move the entry to another one when it closes meanwhile;
 * but not where several hold the day, because NetSuite knows which fiscal calendar the subsidiary follows.
 */
export function headOf(
  entry: AccountingEntry,
  record: NetsuiteRecordName,
  books: NetsuiteBooks,
): Resolution<NetsuiteRecord> {
  const { facts, connection } = books;
  const unseen = notShown(record, facts);
  if (unseen) return refused(unseen);
  const currency = currencyOf(entry.amount, record, books);
  if ('problems' in currency) return currency;
  const { linkField } = connection;
  const hasLinkField = linkField !== undefined && isWritable(facts, record, 'body', linkField);
  const [period, ...others] = periodsOf(entry.date, facts);
  return resolved(
    writableOnly(facts, record, 'body', {
      ...(facts.subsidiary === null ? {} : { subsidiary: { id: facts.subsidiary } }),
      ...(currency.value === null ? {} : { currency: { id: currency.value.id } }),
      tranDate: entry.date,
      ...(period && others.length === 0 ? { postingPeriod: { id: period.id } } : {}),
      memo: headMemo(entry, hasLinkField ? null : entry.webUrl, connection),
      ...(hasLinkField && entry.webUrl !== null ? { [linkField]: entry.webUrl } : {}),
    }),
  );
}
