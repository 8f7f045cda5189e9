import { IntegrationError, type Json, type PostOutcome } from '@ledgerferry/core';
import { errorDetailsOf } from '../api/error-details.js';
import { unexpectedRefusal } from '../api/refusals.js';
import { isAboutContent, soundsAlreadyThere } from '../errors/already-there.js';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import { problemOfDetails } from '../errors/problem-of-details.js';
import { stateOf } from '../find/held-transaction.js';
import { readTransactions, type TransactionRow } from '../find/read-transactions.js';
import type { Posting } from './posting.js';

/** A document that NetSuite did not take. */
interface RefusedDocument {
  readonly key: string;
  readonly reference: string;
  /** As it was sent. */
  readonly record: Json;
}

/** What NetSuite says of a record; anything else it refuses is about the call. */
const OF_THE_RECORD = [400, 404, 409, 422];

/**
 * What a refusal means: it is there already, or something is wrong with it. NetSuite has no code for the former and words it in the
 * user's language, so the external id is looked up. Source: Oracle, REST Web Services: Error Handling and Error Codes.
 */
export async function judgeRefusal(
  answer: { readonly status: number; readonly body: unknown },
  { key, reference, record }: RefusedDocument,
  posting: Posting,
): Promise<PostOutcome> {
  if (!OF_THE_RECORD.includes(answer.status)) throw unexpectedRefusal('a new record', answer);
  const details = errorDetailsOf(answer.body);
  const refused: PostOutcome = { status: 'refused', key, problem: problemOfDetails(details, record) };
  if (isAboutContent(details)) return refused;
  try {
    const held = await readTransactions({ externalIds: [reference], ids: [] }, posting.api);
    const [first] = held;
    if (first === undefined)
      return soundsAlreadyThere(details) ? { status: 'unknown', key, evidence: HIDDEN } : refused;
    return held.every((row) => stateOf(row) === 'voided') ? holdsItsId(key, first) : { status: 'exists', key };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { status: 'unknown', key, evidence: `NetSuite refused it, and could not be asked for it: ${error.message}` };
  }
}

const HIDDEN = 'NetSuite says that it has a record of this external id, and does not show it to the role';

/** What is voided counts as absent, and yet no other can have its external id. */
function holdsItsId(key: string, { id }: TransactionRow): PostOutcome {
  const found = `Transaction ${id} in NetSuite is voided and still holds the external id of this entry.`;
  return { status: 'refused', key, problem: netsuiteProblem('NETSUITE_VOIDED_HOLDS_ID', found) };
}
