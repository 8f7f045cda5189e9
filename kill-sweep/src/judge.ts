import type { ExportItem, ItemBook } from '@ledgerferry/pleo-simulator';
import type { FarEnds } from './far-ends.ts';
import type { SweepJob } from './sweep-job.ts';

/** What can be wrong in the end. */
export const WRONGS = ['duplicate', 'loss', 'wrong', 'unfinished', 'parked'] as const;
export type Wrong = (typeof WRONGS)[number];

/** One thing that is wrong, and what it concerns. */
export interface Finding {
  readonly wrong: Wrong;
  readonly about: string;
}

/** What is wrong, from the books of Pleo and of the ledger and from the input alone: nothing of ours is asked. */
export function judge(farEnds: FarEnds, input: SweepJob): readonly Finding[] {
  const inLedger = judgeLedger(farEnds, input);
  const { status } = farEnds.pleo.books.job(input.job.id);
  if (status === 'pending' || status === 'in_progress') {
    const duplicates = inLedger.filter(({ wrong }) => wrong === 'duplicate');
    return [...duplicates, { wrong: 'unfinished', about: `the job is ${status}` }];
  }
  return [...inLedger, ...judgeItems(farEnds, input), ...judgeJob(farEnds, input)];
}

function judgeLedger({ ledger, takenAgain }: FarEnds, { job, faulty }: SweepJob): readonly Finding[] {
  const findings: Finding[] = takenAgain.map((reference) => ({ wrong: 'duplicate', about: `voucher ${reference}` }));
  const expected = new Set<string>();
  for (const item of job.exportItems) {
    if (faulty.has(item.accountingEntryId)) continue;
    for (const [position, reference] of referencesOf(item).entries()) {
      expected.add(reference);
      const [booked, ...others] = ledger.vouchers.filter((voucher) => voucher.reference === reference);
      findings.push(...others.map((): Finding => ({ wrong: 'duplicate', about: `voucher ${reference}` })));
      if (!booked) findings.push({ wrong: 'loss', about: `voucher ${reference}` });
      else if (`${booked.currency} ${booked.total}` !== totalOf(item)) {
        findings.push({ wrong: 'wrong', about: `voucher ${reference} says ${booked.total}, not ${totalOf(item)}` });
      }
      if (booked && position === 0) findings.push(...judgeReceipts(ledger.files, booked.id, item, job.receipts));
    }
  }
  const strangers = ledger.vouchers.filter(({ reference }) => !expected.has(reference));
  return [
    ...findings,
    ...strangers.map(({ reference }): Finding => ({ wrong: 'wrong', about: `voucher ${reference}` })),
  ];
}

/** An invoice and its payment where the entry goes through accounts payable. Source: Pleo, Bookkeeping method resolution. */
const THROUGH_PAYABLE = ['card_purchase', 'card_invoice', 'out_of_pocket', 'chargeback', 'refund'];

function referencesOf({ accountingEntryId, type, bookkeeping }: ExportItem): readonly string[] {
  const isPayable = bookkeeping?.method === 'accounts_payable' && THROUGH_PAYABLE.includes(type);
  if (isPayable) return [`${accountingEntryId}/invoice`, `${accountingEntryId}/payment`];
  if (type === 'invoice') return [`${accountingEntryId}/invoice`];
  return [`${accountingEntryId}/${type === 'invoice_payment' ? 'payment' : 'journal'}`];
}

function totalOf({ amount: { inWalletCurrency } }: ExportItem): string {
  const digits = String(Math.abs(inWalletCurrency.value)).padStart(3, '0');
  return `${inWalletCurrency.currency} ${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function judgeReceipts(
  files: FarEnds['ledger']['files'],
  voucherId: string,
  { accountingEntryId, files: receipts }: ExportItem,
  contents: SweepJob['job']['receipts'],
): readonly Finding[] {
  const attached = files.filter((file) => file.voucherId === voucherId);
  const sizes = attached.map(({ byteLength }) => byteLength);
  const missing: Finding[] = [];
  for (const receipt of receipts ?? []) {
    if (!receipt) continue;
    const size = contents.find(({ id }) => receipt.url === `receipt:${id}`)?.bytes.byteLength ?? 0;
    const position = sizes.indexOf(size);
    if (position >= 0) sizes.splice(position, 1);
    else missing.push({ wrong: 'loss', about: `a receipt of ${size} bytes of entry ${accountingEntryId}` });
  }
  const tooMany = sizes.map((size): Finding => ({
    wrong: 'duplicate',
    about: `a receipt of ${size} bytes at ${voucherId}`,
  }));
  return [...missing, ...tooMany];
}

function judgeItems({ pleo, ledger }: FarEnds, { job, faulty }: SweepJob): readonly Finding[] {
  const inputs = new Map(job.exportItems.map((item) => [item.accountingEntryId, item]));
  return pleo.books.job(job.id).items.flatMap((book): readonly Finding[] => {
    const { accountingEntryId, status, externalId } = book;
    if (book.refusals.length > 0)
      return [{ wrong: 'wrong', about: `Pleo refused updates of entry ${accountingEntryId}` }];
    if (faulty.has(accountingEntryId)) return status === 'failed' && externalId === null ? [] : [mismatch(book)];
    const input = inputs.get(accountingEntryId);
    const reference = input && referencesOf(input)[0];
    const booked = ledger.vouchers.find((voucher) => voucher.reference === reference);
    if (status === 'successful' && booked && booked.id === externalId) return [];
    return [mismatch(book)];
  });
}

function mismatch({ accountingEntryId, status, externalId, failureReasonType }: ItemBook): Finding {
  const isParked = failureReasonType === 'unexpected_failure';
  const about = `Pleo has entry ${accountingEntryId} as ${status} (${failureReasonType ?? externalId ?? 'no external id'})`;
  return { wrong: isParked ? 'parked' : 'wrong', about };
}

function judgeJob({ pleo }: FarEnds, { job, faulty }: SweepJob): readonly Finding[] {
  const { events, finalEventBeforeAllItems, itemUpdatesBeforeStart } = pleo.books.job(job.id);
  const final = faulty.size > 0 ? 'completed_with_errors' : 'completed';
  const accepted = events.filter((event) => event.accepted).map(({ event }) => event);
  const findings: Finding[] = [];
  if (accepted.join() !== `started,${final}`) findings.push({ wrong: 'wrong', about: `events ${accepted.join()}` });
  if (finalEventBeforeAllItems)
    findings.push({ wrong: 'wrong', about: 'the final event came before the last outcome' });
  if (itemUpdatesBeforeStart > 0) findings.push({ wrong: 'wrong', about: 'outcomes came before the start' });
  return findings;
}
