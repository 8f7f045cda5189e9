import type { ExportItem } from '@ledgerferry/pleo-simulator';
import type { FarEnds } from './far-ends.ts';
import type { Finding } from './finding.ts';
import type { BookedRecord, LedgerUnderTest } from './ledgers/ledger-under-test.ts';
import type { SweepJob } from './sweep-job.ts';

/** The id of the entry that a record belongs to: its reference without the role. */
export function entryOf({ reference }: Pick<BookedRecord, 'reference'>): string {
  return reference.slice(0, reference.lastIndexOf('/'));
}

/** What is wrong in the ledger's books: each sound entry must stand there once, with its amount and its receipts, and nothing else. */
export function judgeLedger({ ledger }: FarEnds, { job, faulty }: SweepJob): readonly Finding[] {
  const records = Map.groupBy(ledger.records(), entryOf);
  const sound = job.exportItems.filter(({ accountingEntryId }) => !faulty.has(accountingEntryId));
  const known = new Set(sound.map(({ accountingEntryId }) => accountingEntryId));
  const strangers = ledger.records().filter((record) => !known.has(entryOf(record)));
  return [
    ...ledger.takenAgain.map((reference) => duplicate(reference)),
    ...sound.flatMap((item) => judgeEntry(item, records.get(item.accountingEntryId) ?? [], ledger)),
    ...strangers.map(({ reference }): Finding => ({ wrong: 'wrong', about: `voucher ${reference}` })),
    ...judgeReceipts(ledger, sound, job.receipts),
  ];
}

function judgeEntry(
  item: ExportItem,
  records: readonly BookedRecord[],
  { recordsOfPaidInvoice }: Pick<LedgerUnderTest, 'recordsOfPaidInvoice'>,
): readonly Finding[] {
  const { accountingEntryId, amount } = item;
  if (records.length === 0) return [{ wrong: 'loss', about: `entry ${accountingEntryId}` }];
  const byReference = Map.groupBy(records, ({ reference }) => reference);
  const doubled = [...byReference].flatMap(([reference, same]) => same.slice(1).map(() => duplicate(reference)));
  if (doubled.length > 0) return doubled;
  const { currency, value } = amount.inWalletCurrency;
  const expected = (isPaidInvoice(item) ? recordsOfPaidInvoice : 1) * Math.abs(value);
  const total = records.reduce((sum, record) => sum + record.total, 0);
  const isRight = total === expected && records.every((record) => record.currency === currency);
  return isRight ? [] : [{ wrong: 'wrong', about: `entry ${accountingEntryId} comes to ${total}, not ${expected}` }];
}

function duplicate(reference: string): Finding {
  return { wrong: 'duplicate', about: `voucher ${reference}` };
}

/** Goes through accounts payable and is paid at once. Source: Pleo, Bookkeeping method resolution. */
const THROUGH_PAYABLE = ['card_purchase', 'card_invoice', 'out_of_pocket', 'chargeback', 'refund'];

function isPaidInvoice({ type, bookkeeping }: ExportItem): boolean {
  return bookkeeping?.method === 'accounts_payable' && THROUGH_PAYABLE.includes(type);
}

/** Receipts are told apart by their sizes. One of an entry that has none of its own places hangs where the ledger lets it. */
function judgeReceipts(
  ledger: FarEnds['ledger'],
  sound: readonly ExportItem[],
  contents: SweepJob['job']['receipts'],
): readonly Finding[] {
  const records = new Map(ledger.records().map((record) => [record.id, entryOf(record)]));
  const held = Map.groupBy(ledger.receipts(), ({ recordId }) => records.get(recordId) ?? recordId);
  const findings: Finding[] = [];
  for (const { accountingEntryId, files } of sound) {
    const sizes = (held.get(accountingEntryId) ?? []).map(({ byteLength }) => byteLength);
    for (const receipt of files ?? []) {
      const size = contents.find(({ id }) => receipt?.url === `receipt:${id}`)?.bytes.byteLength ?? 0;
      const position = sizes.indexOf(size);
      if (position >= 0) sizes.splice(position, 1);
      else if (receipt) findings.push({ wrong: 'loss', about: `a receipt of ${size} bytes of ${accountingEntryId}` });
    }
    for (const size of sizes)
      findings.push({ wrong: 'duplicate', about: `a receipt of ${size} bytes of ${accountingEntryId}` });
  }
  return findings;
}
