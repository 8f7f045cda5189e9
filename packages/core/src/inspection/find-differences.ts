import { formatMoney, isSameMoney, type Money } from '../model/money.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';
import { difference, type Difference } from './ledger-differences.js';
import { isHeld, type LedgerSight } from './look-at-ledger.js';

/**
 * What the ledger holds otherwise than it was booked, document by document and receipt by receipt. `expected` knows what a document
 * should come to, where its posting was answered without a total.
 */
export function ledgerDifferences(
  documents: readonly StoredDocument[],
  sight: LedgerSight,
  expected: (document: StoredDocument) => Money | null = ({ booked }) => booked,
): readonly Difference[] {
  return documents
    .filter(({ state }) => state === 'posted')
    .flatMap((document) =>
      document.role === 'receipt'
        ? receiptDifferences(document, sight)
        : documentDifferences(document, sight.findings.get(document.key), expected(document)),
    );
}

function documentDifferences(
  { role, reference, externalId }: StoredDocument,
  finding: Finding | undefined,
  expected: Money | null,
): readonly Difference[] {
  const name = `${role} ${externalId}`;
  switch (finding?.status) {
    // an accounting system that cannot be asked tells nothing
    case undefined:
      return [];
    case 'unknown':
      return [difference('LEDGER_UNCLEAR', `${name}, reference ${reference}: ${finding.evidence}`)];
    case 'absent':
      return [difference('DELETED_IN_LEDGER', `${name} is not in the ledger any more (reference ${reference})`)];
    case 'voided':
      return [difference('DELETED_IN_LEDGER', `${name} is voided in the ledger (reference ${reference})`)];
    case 'live':
    case 'draft':
      return [...duplicates(name, finding), ...amounts(name, finding, expected)];
  }
}

function duplicates(
  name: string,
  { externalId, others }: Extract<Finding, { status: 'live' | 'draft' }>,
): readonly Difference[] {
  if (others.length === 0) return [];
  const ids = [externalId, ...others].join(', ');
  return [difference('TWICE_IN_LEDGER', `${name} is in the ledger ${others.length + 1} times: ${ids}`)];
}

function amounts(
  name: string,
  { summary }: Extract<Finding, { status: 'live' | 'draft' }>,
  expected: Money | null,
): readonly Difference[] {
  if (!expected || !summary || isSameMoney(expected, summary.total)) return [];
  const message = `${name} should come to ${formatMoney(expected)}, and the ledger has ${formatMoney(summary.total)}`;
  return [difference('AMOUNT_DIFFERS_IN_LEDGER', message)];
}

function receiptDifferences(
  { key, externalId, fingerprint }: StoredDocument,
  { attachments }: LedgerSight,
): readonly Difference[] {
  const there = attachments.get(fingerprint);
  if (!there || there.some((attachment) => attachment.externalId === externalId)) return [];
  const message = `receipt ${receiptNumber(key)} (${externalId}) is not listed with ${fingerprint} any more`;
  return [difference('RECEIPT_MISSING_IN_LEDGER', message)];
}

/** `1` for the first receipt of an entry. */
export function receiptNumber(key: string): number {
  return Number(key.slice(key.lastIndexOf('/') + 1)) + 1;
}

/** What the ledger holds of an entry, in two words. */
export type LedgerStatus = 'booked' | 'partly booked' | 'absent' | 'nothing sent' | 'cannot tell';

export function ledgerStatus(documents: readonly StoredDocument[], { findings }: LedgerSight): LedgerStatus {
  const sent = documents.filter(({ role, state }) => role !== 'receipt' && state !== 'planned');
  if (sent.length === 0) return 'nothing sent';
  const found = sent.map(({ key }) => findings.get(key));
  if (found.some((finding) => finding === undefined || finding.status === 'unknown')) return 'cannot tell';
  if (!found.some(isHeld)) return 'absent';
  const isWhole = found.every(isHeld) && !documents.some(({ state }) => state === 'planned');
  return isWhole ? 'booked' : 'partly booked';
}
