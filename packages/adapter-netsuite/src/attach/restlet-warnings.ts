import { IntegrationError } from '@ledgerferry/core';
import type { ReceiptRestlet } from '../api/receipt-restlet.js';
import { restletError } from './attach-receipt.js';

/** No transaction has this id: a RESTlet that says so is there. */
const NOWHERE = { type: 'journalEntry', id: '0' };

/** Why the RESTlet cannot be used, as a sentence for an administrator; nothing where it answers. Entries are posted all the same. */
export async function restletWarnings(restlet: ReceiptRestlet | null): Promise<readonly string[]> {
  try {
    const answer = await restlet?.listFiles(NOWHERE);
    if (!answer || answer.ok) return [];
    const error = restletError(
      answer,
      'The RESTlet for receipts cannot be used, so that receipts would not be uploaded.',
    );
    return error.code === 'NETSUITE_RESTLET_MISSING' ? [error.message] : [];
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return [`The RESTlet for receipts was not reached, so that receipts may not be uploaded. ${error.message}`];
  }
}
