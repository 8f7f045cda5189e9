import type { ExportJobItem } from '@ledgerferry/core';
import type { LedgerAttachment, MemoryDocument, MemoryJobBook } from '@ledgerferry/testkit';
import { HELD_ALREADY } from './faults/batch-faults.js';
import { latestItems, MAYBE } from './world/bookkeeper.js';
import { EXPECTED_RECEIPTS, EXPECTED_REFERENCES, INVALID_ENTRY } from './world/reference-job.js';
import { entryOf, type World } from './world/world.js';

/** What must never happen. */
export type Verdict = {
  readonly [Wrong in 'duplicates' | 'losses' | 'wrongStatuses' | 'unfinished' | 'needlesslyParked']: readonly string[];
};

export const WRONGS = ['duplicates', 'losses', 'wrongStatuses', 'unfinished', 'needlesslyParked'] as const;

/** True where nothing is wrong. */
export function isClean(verdict: Verdict): boolean {
  return WRONGS.every((wrong) => verdict[wrong].length === 0);
}

/** What is wrong, from the input and the books of Pleo and the ledger alone: the engine is not asked, nor is its store. */
export function judge(world: World): Verdict {
  const documents = world.ledger.documents().filter(({ state }) => state !== 'voided');
  const receipts = world.ledger.attachments();
  const books = world.pleo.books();
  return {
    duplicates: [...documentsTwice(world, documents), ...receiptsTwice(receipts)],
    losses: [...missingDocuments(world, documents), ...missingReceipts(world, receipts)],
    wrongStatuses: [...wrongItems(world, documents), ...books.flatMap(toldAsRefused), ...books.flatMap(wrongEnd)],
    unfinished: [
      ...(world.hasHung ? ['a process never stopped reading'] : []),
      ...books.flatMap(({ status }, index) => (isOpen(status) ? [`job ${index + 1} is ${status}`] : [])),
    ],
    needlesslyParked: needlesslyParked(world),
  };
}

function isOpen(status: MemoryJobBook['status']): boolean {
  return status === 'pending' || status === 'in_progress';
}

/** A copy that a person made is that person's affair. */
function documentsTwice({ tampered }: World, documents: readonly MemoryDocument[]): readonly string[] {
  const ours = documents.filter(({ reference }) => tampered.get(entryOf(reference)) !== 'copied');
  return twice(ours.map(({ reference }) => reference));
}

function receiptsTwice(receipts: readonly LedgerAttachment[]): readonly string[] {
  return twice(receipts.map(({ fileName, documentId }) => `${fileName} on ${documentId}`));
}

function twice(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => `${name} ${same.length} times`);
}

/** What is not there, unless the ledger refused it or a person took it away. */
function missingDocuments(world: World, documents: readonly MemoryDocument[]): readonly string[] {
  const held = new Set(documents.map(({ reference }) => reference));
  return EXPECTED_REFERENCES.filter((reference) => !held.has(reference) && isSound(world, entryOf(reference)));
}

function missingReceipts(world: World, receipts: readonly LedgerAttachment[]): readonly string[] {
  if (!world.ledgerClass.capabilities.attachments || world.tampered.size > 0 || world.refused.size > 0) return [];
  const missing = EXPECTED_RECEIPTS - receipts.length;
  return missing > 0 && !world.mayLackReceipts ? [`${missing} receipts`] : [];
}

/** An entry is successful at Pleo under the id of its first document, or failed and not in the ledger. */
function wrongItems(world: World, documents: readonly MemoryDocument[]): readonly string[] {
  return [...latestItems(world).values()].flatMap((item) => {
    const [first] = documents.filter(({ reference }) => entryOf(reference) === item.accountingEntryId);
    return isRight(world, item, first) ? [] : `${item.accountingEntryId} is ${item.status} as ${item.externalId}`;
  });
}

function isRight(world: World, item: ExportJobItem, first: MemoryDocument | undefined): boolean {
  const { accountingEntryId, status, externalId } = item;
  if (accountingEntryId === INVALID_ENTRY) return status === 'failed' && !first;
  if (world.tampered.has(accountingEntryId)) return true;
  if (world.refused.has(accountingEntryId)) return status === 'failed';
  return status === 'successful' && externalId === first?.externalId;
}

/** What the ledger holds was told as refused, also where a further export has put it right since. */
function toldAsRefused({ items }: MemoryJobBook): readonly string[] {
  return items
    .filter(({ failureReason }) => failureReason?.includes(HELD_ALREADY))
    .map(({ accountingEntryId }) => `${accountingEntryId} is in the ledger and was told as refused`);
}

/** A job is begun once and ended once, and its end fits its items. */
function wrongEnd({ status, items, events, contradictions }: MemoryJobBook, index: number): readonly string[] {
  const name = `job ${index + 1}`;
  const wrong: string[] = [];
  if (contradictions > 0) wrong.push(`${name}: Pleo was told two outcomes of one entry`);
  if (events.filter((event) => event === 'started').length > 1) wrong.push(`${name} was started twice`);
  if (events.filter((event) => event !== 'started').length > 1) wrong.push(`${name} was ended twice`);
  const successful = items.filter((item) => item.status === 'successful').length;
  if (status === 'completed' && successful < items.length) wrong.push(`${name} is completed, but not all of it is`);
  if (status === 'completed_with_errors' && (successful === items.length || successful === 0))
    wrong.push(`${name} is ${status} with ${successful} of ${items.length}`);
  if (status.startsWith('completed') && items.some((item) => item.status === 'pending'))
    wrong.push(`${name} is ${status} with items pending`);
  return wrong;
}

/** Handed to a person though a look-up could have told. Where nothing can be looked up, at most what was in flight. */
function needlesslyParked(world: World): readonly string[] {
  const parked = world.pleo
    .books()
    .flatMap(({ items }) => items.filter(({ failureReason }) => failureReason?.includes(MAYBE)))
    .map(({ accountingEntryId }) => accountingEntryId)
    .filter((accountingEntryId) => isSound(world, accountingEntryId));
  const allowed = world.ledgerClass.capabilities.reference.lookup === 'none' ? world.mayBeParked : 0;
  return parked.length > allowed ? [`${parked.length} entries, ${allowed} were in flight`] : [];
}

/** True where nothing but the program decides what becomes of an entry. */
function isSound({ tampered, refused }: World, accountingEntryId: string): boolean {
  return !tampered.has(accountingEntryId) && !refused.has(accountingEntryId);
}
