import { isJsonObject, isSameMoney, type DocumentQuery, type Finding, type Json } from '@ledgerferry/core';
import type { TransactionRow } from './read-transactions.js';
import { TRANSACTION_TYPES } from './transaction-types.js';

/**
 * Judges what was found by its internal id alone, because somebody has overwritten its external id. It is the entry's where its memo
 * carries the entry's link to Pleo, or where it is of the planned type, on the planned day and over the planned total. Else it is somebody else's:
 * when a sandbox is refreshed, other people's transactions have the ids that ours had.
 */
export function judgeById(
  { key, document }: DocumentQuery,
  [first]: readonly TransactionRow[],
  finding: Finding,
): Finding {
  if (first === undefined || tellsOfEntry(first, document.body)) return finding;
  if (finding.status !== 'live' && finding.status !== 'draft') return { status: 'absent', key };
  const { summary } = document;
  const isOfType = first.type === null || first.type === TRANSACTION_TYPES[document.recordType];
  if (!isOfType || first.trandate !== summary?.date) return { status: 'absent', key };
  if (finding.summary) return isSameMoney(finding.summary.total, summary.total) ? finding : { status: 'absent', key };
  return { status: 'unknown', key, evidence: `transaction ${first.id} may be it, but has lost its external id` };
}

/** The link to Pleo stands at the end of the memo, or did so before a field of its own was set up for it. */
function tellsOfEntry({ memo }: TransactionRow, body: Json): boolean {
  const link = linkIn(body);
  return link !== undefined && (memo ?? '').includes(link);
}

function linkIn(body: Json): string | undefined {
  if (!isJsonObject(body)) return undefined;
  return Object.values(body)
    .filter((value) => typeof value === 'string')
    .map((text) => /https?:\/\/\S+$/.exec(text)?.[0])
    .find((link) => link !== undefined);
}
