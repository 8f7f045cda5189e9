import { IntegrationError } from '../errors/integration-error.js';
import type { ItemFailureReasonType } from '../errors/failure-reason.js';
import type { AttachCall } from '../ports/accounting-adapter.js';
import type { ReceiptContent } from '../ports/item-source.js';
import type { DocumentIdentity, DocumentResult } from '../ports/state-store.js';
import { attachmentsOf } from './attachments-of.js';
import { clearAbsentReceipt, type Clearance } from './clearance.js';
import { requestKey } from './document-reference.js';
import type { WriteAnswer } from './guard-adapter.js';
import { intendAndSend } from './intend-and-send.js';
import type { JobRun } from './job-run.js';
import { pause } from './pause.js';
import { ACCOUNTING_SYSTEM_RETRIES, asksForTooLong, delayBeforeNext } from './retry-policy.js';
import { waitUntilVisible } from './wait-until-visible.js';

/** How often a receipt whose upload is in doubt is looked for and sent anew. */
const ROUNDS = 3;

/** A receipt that could not be attached, in words for the bookkeeper. */
export interface GivenUp {
  readonly reason: ItemFailureReasonType;
  readonly message: string;
}

/** A receipt on its way to a document in the ledger. */
export interface Sending {
  readonly identity: DocumentIdentity;
  readonly fileName: string;
  readonly content: ReceiptContent;
  readonly target: AttachCall['target'];
}

/** What is known of earlier sendings of a receipt. */
export interface Standing {
  /** None where it must be looked for first. */
  readonly clearance: Clearance | undefined;
  /** When it may have been sent at the latest. Milliseconds since the epoch. */
  readonly mayBeThereSince: number;
}

/** Sends a receipt until the ledger has it; without a clearance looks first. */
export async function sendReceipt(run: JobRun, sending: Sending, known: Standing): Promise<DocumentResult | GivenUp> {
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
