import { isJsonObject, type Json } from '@ledgerferry/core';
import type { TransactionRow } from './read-transactions.js';

/**
 * True where a transaction carries what the planned one would say of its entry: the link to Pleo, in its field or at the end of the memo,
 * else the very memo. An internal id alone proves nothing: when a sandbox is refreshed, other people's transactions have ours.
 */
export function tellsOfEntry({ memo, link }: TransactionRow, body: Json, linkField: string | undefined): boolean {
  if (!isJsonObject(body)) return false;
  const planned = linkField === undefined ? undefined : body[linkField];
  if (typeof planned === 'string') return link === planned;
  if (typeof body['memo'] !== 'string') return false;
  const [linkInMemo] = /https?:\/\/\S+$/.exec(body['memo']) ?? [];
  return linkInMemo === undefined ? memo === body['memo'] : (memo ?? '').includes(linkInMemo);
}
