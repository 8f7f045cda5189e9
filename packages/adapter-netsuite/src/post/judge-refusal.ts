import { IntegrationError, type Json, type PostOutcome } from '@ledgerferry/core';
import { errorDetailsOf } from '../api/error-details.js';
import { unexpectedRefusal } from '../api/refusals.js';
import { mayBeThereAlready, type ErrorDetail } from '../errors/error-detail.js';
import { problemOfDetails } from '../errors/problem-of-details.js';
import { isThere } from '../find/find-documents.js';
import { VISIBILITY_MS } from '../netsuite-capabilities.js';
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
  refused: RefusedDocument,
  posting: Posting,
): Promise<PostOutcome> {
  if (!OF_THE_RECORD.includes(answer.status)) throw unexpectedRefusal('a new record', answer);
  const details = errorDetailsOf(answer.body);
  const { key, reference, record } = refused;
  try {
    if (mayBeThereAlready(details) && (await looksThere(reference, details, posting))) return { status: 'exists', key };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { status: 'unknown', key, evidence: `NetSuite refused it, and could not be asked for it: ${error.message}` };
  }
  return { status: 'refused', key, problem: problemOfDetails(details, record) };
}

/** Words that hint at a record which is there, in some languages of NetSuite: worth a second look, once it surely shows. */
const HINTS = /exist|vorhanden|bestaat|finns|findes|finnes|olemassa|istnieje|duplica|doppel/i;

async function looksThere(
  reference: string,
  details: readonly ErrorDetail[],
  { api, wait }: Posting,
): Promise<boolean> {
  if (await isThere(reference, api)) return true;
  if (!details.some(({ detail }) => HINTS.test(detail))) return false;
  await wait(VISIBILITY_MS);
  return isThere(reference, api);
}
