import { IntegrationError } from '../errors/integration-error.js';
import type { AttachCall, FoundAttachment } from '../ports/accounting-adapter.js';
import type { JobRun } from './job-run.js';
import { asksForTooLong } from './retry-policy.js';

/**
 * The receipts that hang on a document, or undefined where the ledger cannot say: that stops no job. Only a lost connection does, or a ledger
 * that takes no calls for long.
 */
export async function attachmentsOf(
  { reader, receiptReach, ports: { logger } }: JobRun,
  target: AttachCall['target'],
): Promise<readonly FoundAttachment[] | undefined> {
  try {
    const attachments = await reader.findAttachments(target);
    receiptReach.noteReached();
    return attachments;
  } catch (error) {
    if (!IntegrationError.isInstance(error) || error.kind === 'connection-lost' || asksForTooLong(error)) throw error;
    if (error.kind === 'transient') receiptReach.noteMissed();
    logger.warn({ externalId: target.externalId, err: error }, 'receipts could not be looked for');
    return undefined;
  }
}
