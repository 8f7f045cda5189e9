import type { ItemOutcome } from '../model/item-outcome.js';
import type { ItemUpdate } from '../ports/item-source.js';

/** The update that tells Pleo of an outcome; none where the item has no final status yet. */
export function itemUpdateOf(outcome: ItemOutcome, exportedAt: string): ItemUpdate | undefined {
  const { accountingEntryId } = outcome;
  switch (outcome.status) {
    case 'exported': {
      const { externalId, externalUrl } = outcome;
      return {
        accountingEntryId,
        status: 'successful',
        externalId,
        externalUrl,
        exportedAt,
      };
    }
    case 'failed': {
      const { problem, externalId } = outcome;
      return {
        accountingEntryId,
        status: 'failed',
        failureReason: problem.message,
        failureReasonType: problem.reason,
        externalId,
      };
    }
    case 'parked':
      return {
        accountingEntryId,
        status: 'failed',
        failureReason: outcome.evidence,
        failureReasonType: 'unexpected_failure',
        externalId: null,
      };
    case 'not-attempted':
      return undefined;
  }
}
