import { IntegrationError } from '../errors/integration-error.js';
import type { ItemFailureReasonType } from '../errors/failure-reason.js';
import type { ReceiptFile } from '../model/export-item.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { AttachCall } from '../ports/accounting-adapter.js';
import type { ReceiptContent } from '../ports/item-source.js';
import type { DocumentIdentity, DocumentResult, StoredDocument } from '../ports/state-store.js';
import { clearAbsentReceipt, clearUnsentReceipt, type Clearance } from './clearance.js';
import { bookedOutcome, type BookedEntry } from './conclude-entry.js';
import type { PreparedEntry } from './document-book.js';
import { receiptKey, requestKey } from './document-reference.js';
import type { WriteAnswer } from './guard-adapter.js';
import { intendAndSend } from './intend-and-send.js';
import type { JobRun } from './job-run.js';
import { pause } from './pause.js';
import { receiptFileName } from './receipt-file-name.js';
import { recordResults } from './record-results.js';
import { attachmentsOf } from './attachments-of.js';
import { ACCOUNTING_SYSTEM_RETRIES, asksForTooLong, delayBeforeNext } from './retry-policy.js';
import { waitUntilVisible } from './wait-until-visible.js';

/** How often a receipt whose upload is in doubt is looked for and sent anew. */
const ROUNDS = 3;

/** A receipt that is still to be attached. */
interface OpenReceipt {
  readonly key: string;
  readonly index: number;
  readonly file: ReceiptFile;
  readonly stored: StoredDocument | undefined;
}

/** A receipt that could not be attached, in words for the bookkeeper. */
interface GivenUp {
  readonly reason: ItemFailureReasonType;
  readonly message: string;
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

interface Sending {
  readonly identity: DocumentIdentity;
  readonly fileName: string;
  readonly content: ReceiptContent;
  readonly target: AttachCall['target'];
}

/** What is known of earlier sendings of a receipt. */
interface Standing {
  /** None where it must be looked for first. */
  readonly clearance: Clearance | undefined;
  /** When it may have been sent at the latest. Milliseconds since the epoch. */
  readonly mayBeThereSince: number;
}

/** Sends a receipt until the ledger has it; without a clearance looks first. */
async function sendReceipt(run: JobRun, sending: Sending, known: Standing): Promise<DocumentResult | GivenUp> {
  let { clearance, mayBeThereSince } = known;
  for (let round = 0; ; round++) {
    const cleared = clearance ?? (await lookForReceipt(run, sending, mayBeThereSince));
    if ('state' in cleared || 'message' in cleared) return cleared;
    if (round === ROUNDS) return notKnownToHaveArrived(sending);
    const identity = { ...sending.identity, generation: sending.identity.generation + round };
    const sent = await sendOnce(run, { ...sending, identity }, cleared);
    if (sent.status === 'attached') return attached(identity, sent.externalId);
    if (sent.status === 'refused') return refused(sent.error);
    clearance = undefined;
    mayBeThereSince = sent.since;
  }
}

function notKnownToHaveArrived({ fileName, target }: Sending): GivenUp {
  const message = `A receipt (${fileName}) may not have reached the ledger: look at ${target.externalId} there, and add it by hand if it is missing.`;
  return { reason: 'receipt_upload_failure', message };
}

type Sent =
  | { readonly status: 'attached'; readonly externalId: string }
  | { readonly status: 'refused'; readonly error: IntegrationError }
  /** It may have arrived; sent at the latest then. */
  | { readonly status: 'in-doubt'; readonly since: number };

/** A receipt that the ledger does not take never stops the job: only a lost connection does, or a ledger that takes no calls for long. */
async function sendOnce(run: JobRun, sending: Sending, first: Clearance): Promise<Sent> {
  const call = toCall(run, sending);
  const documents = [{ ...sending.identity, state: 'intended' as const }];
  const isGivenUp = (): boolean => run.reporter.isTimeRunningOut;
  let clearance = first;
  for (let attempt = 1; ; attempt++) {
    const intent = { callId: call.requestKey, jobId: run.job.id, documents };
    const answer = await intendAndSend(run, intent, {
      clearance,
      send: (spent) => attach(run, call, spent),
      isGivenUp,
    });
    if (answer.status === 'answered') {
      run.receiptReach.noteReached();
      return answer.result;
    }
    if (answer.status === 'in-doubt') return { status: 'in-doubt', since: run.ports.clock.now() };
    if (isGivenUp()) return { status: 'refused', error: answer.error };
    if (attempt >= ACCOUNTING_SYSTEM_RETRIES.attempts) {
      run.receiptReach.noteMissed();
      return { status: 'refused', error: answer.error };
    }
    // receipts that nobody takes before tomorrow are no reason to call the job done
    if (asksForTooLong(answer.error)) throw answer.error;
    clearance = answer.again;
    await pause(run, delayBeforeNext(ACCOUNTING_SYSTEM_RETRIES, attempt, answer.error), isGivenUp);
  }
}

async function attach(
  run: JobRun,
  call: AttachCall,
  clearance: Clearance,
): Promise<WriteAnswer<Exclude<Sent, { status: 'in-doubt' }>>> {
  try {
    const answer = await run.writer.attach(call, clearance);
    if (answer.status !== 'answered') return answer;
    return { status: 'answered', result: { status: 'attached', externalId: answer.result.externalId } };
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.kind === 'connection-lost') throw error;
    return { status: 'answered', result: { status: 'refused', error } };
  }
}

function refused(error: IntegrationError): GivenUp {
  return {
    reason: error.itemReason ?? 'receipt_upload_failure',
    message: `A receipt was not attached: ${error.message}`,
  };
}

/** Looks once a lost sending would show: the receipt as the ledger holds it, or the right to send it. A look that fails stops no job. */
async function lookForReceipt(
  run: JobRun,
  sending: Sending,
  mayBeThereSince: number,
): Promise<DocumentResult | Clearance | GivenUp> {
  const { identity, fileName, target } = sending;
  await waitUntilVisible(run, [mayBeThereSince]);
  const attachments = await attachmentsOf(run, target);
  if (attachments === undefined) return notKnownToHaveArrived(sending);
  const found = attachments.find((attachment) => attachment.fileName === fileName);
  return found ? attached(identity, found.externalId) : clearAbsentReceipt(found);
}

function attached(identity: DocumentIdentity, externalId: string): DocumentResult {
  return { ...identity, state: 'posted', externalId, externalUrl: null, booked: null, reason: null };
}

function toCall(run: JobRun, { identity, fileName, content, target }: Sending): AttachCall {
  const { key, generation } = identity;
  const named = { tenant: run.stored.tenant, content: [key, target.externalId], generation };
  return {
    requestKey: requestKey(named),
    key,
    fileName,
    target,
    bytes: content.bytes,
    contentType: content.contentType,
  };
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
