import { IntegrationError } from '../errors/integration-error.js';
import type { ReceiptFile } from '../model/export-item.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { AttachCall } from '../ports/accounting-adapter.js';
import type { ReceiptContent } from '../ports/item-source.js';
import type { DocumentIdentity, DocumentResult, StoredDocument } from '../ports/state-store.js';
import { clearUnsentReceipt } from './clearance.js';
import { bookedOutcome, type BookedEntry } from './conclude-entry.js';
import type { PreparedEntry } from './document-book.js';
import { receiptKey } from './document-reference.js';
import type { JobRun } from './job-run.js';
import { receiptFileName } from './receipt-file-name.js';
import { recordResults } from './record-results.js';
import { sendReceipt, type GivenUp } from './send-receipt.js';

/** A receipt that is still to be attached. */
interface OpenReceipt {
  readonly key: string;
  readonly index: number;
  readonly file: ReceiptFile;
  readonly stored: StoredDocument | undefined;
}

/**
 * The receipts of a booked entry that its document in the ledger does not hold yet, as far as the store knows. What was sent to another
 * document, which a person has deleted since, says nothing of this one.
 */
export function receiptsToAttach(
  run: JobRun,
  { accountingEntryId, receipts }: PreparedEntry,
  { externalId }: BookedEntry,
): readonly OpenReceipt[] {
  if (!run.writer.capabilities.attachments) return [];
  return receipts
    .map((file, index) => {
      const key = receiptKey(accountingEntryId, index);
      const stored = run.storedReceipts.get(key);
      return { key, index, file, stored: stored?.fingerprint === externalId ? stored : undefined };
    })
    .filter((receipt) => receipt.stored?.state !== 'posted');
}

/**
 * Attaches an entry's receipts one after the other, each exactly once, then settles the item: with a warning for each receipt that
 * could not be attached, or as failed where the settings require receipts. The entry itself stays booked.
 */
export async function attachReceipts(run: JobRun, prepared: PreparedEntry, booked: BookedEntry): Promise<void> {
  const target = targetOf(prepared, booked);
  const receipts = receiptsToAttach(run, prepared, booked);
  const givenUp: GivenUp[] = [];
  for (const [position, receipt] of receipts.entries()) {
    const attached = leaveOut(run, receipt) ?? (await attachReceipt(run, booked, receipt, target));
    if ('message' in attached) givenUp.push(attached);
    const isLast = position === receipts.length - 1;
    const documents = 'message' in attached ? [] : [attached];
    await recordResults(run, 'receipt', documents, isLast ? [outcomeOf(run, booked, givenUp)] : []);
  }
}

/** An entry that is reported in time is worth more than its receipts: those can follow. */
function leaveOut({ reporter, receiptReach }: JobRun, receipt: OpenReceipt): GivenUp | undefined {
  if (reporter.isTimeRunningOut) return leftOut(receipt, 'Pleo would have ended the job meanwhile');
  if (receiptReach.isLost) return leftOut(receipt, 'the ledger could not be reached with those before it');
  return undefined;
}

function leftOut({ index }: OpenReceipt, because: string): GivenUp {
  return {
    reason: 'receipt_upload_failure',
    message: `Receipt ${index + 1} was not attached, because ${because}: export the entry again to attach it, or add it by hand.`,
  };
}

function targetOf({ documents }: PreparedEntry, { externalId }: BookedEntry): AttachCall['target'] {
  const [first] = documents;
  return { externalId, recordType: first?.document.recordType ?? '', reference: first?.reference ?? '' };
}

function outcomeOf(run: JobRun, booked: BookedEntry, givenUp: readonly GivenUp[]): ItemOutcome {
  const [first] = givenUp;
  if (!first || run.ports.settings.receipts === 'best-effort') {
    return bookedOutcome(
      booked,
      givenUp.map(({ message }) => message),
      run,
    );
  }
  const { accountingEntryId, externalId } = booked;
  const message = `${first.message} The entry is in the ledger as ${externalId}; export it again to attach only what is missing.`;
  const problem = { code: 'RECEIPT_REQUIRED', reason: first.reason, owner: 'bookkeeper' as const, message };
  return { status: 'failed', accountingEntryId, externalId, problem };
}

/** One receipt: download, look where it may be there, write down, attach. */
async function attachReceipt(
  run: JobRun,
  booked: BookedEntry,
  receipt: OpenReceipt,
  target: AttachCall['target'],
): Promise<DocumentResult | GivenUp> {
  const { accountingEntryId } = booked;
  const content = await download(run, receipt);
  if ('reason' in content) return content;
  const tooLarge = refuseTooLarge(run, receipt, content);
  if (tooLarge) return tooLarge;
  const fileName = receiptFileName(accountingEntryId, receipt.index, content.contentType);
  const identity = identityOf(accountingEntryId, receipt, target);
  return sendReceipt(
    run,
    { identity, fileName, content, target },
    {
      clearance: clearUnsentReceipt(booked, receipt.stored),
      // what another run sent was sent before this one began, whatever its clock said
      mayBeThereSince: Math.max(receipt.stored?.intendedAt ?? 0, run.beganAt),
    },
  );
}

async function download(run: JobRun, { index, file }: OpenReceipt): Promise<ReceiptContent | GivenUp> {
  try {
    return await run.ports.source.openFile(file);
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.kind !== 'item-rejected') throw error;
    return {
      reason: error.itemReason ?? 'receipt_download_failure',
      message: `Receipt ${index + 1} was not attached: ${error.message}`,
    };
  }
}

function identityOf(
  accountingEntryId: string,
  { key, stored }: OpenReceipt,
  { externalId }: AttachCall['target'],
): DocumentIdentity {
  const generation = stored ? stored.generation + 1 : 0;
  const nothing = { date: null, invoice: null };
  return {
    key,
    accountingEntryId,
    role: 'receipt',
    recordType: 'receipt',
    reference: key,
    fingerprint: externalId,
    generation,
    ...nothing,
  };
}

function refuseTooLarge(run: JobRun, { index }: OpenReceipt, { bytes }: ReceiptContent): GivenUp | undefined {
  const maximumBytes = run.writer.capabilities.attachments?.maximumBytes ?? 0;
  if (bytes.byteLength <= maximumBytes) return undefined;
  return {
    reason: 'receipt_file_size_limit_exceeded',
    message: `Receipt ${index + 1} has ${bytes.byteLength} bytes, more than the ${maximumBytes} that the ledger takes: add a smaller copy by hand.`,
  };
}
