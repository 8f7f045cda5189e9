import {
  isJsonObject,
  resolveDocumentKeys,
  type Json,
  type OutgoingDocument,
  type PostCall,
  type PostOutcome,
} from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import { recordNameOf } from '../api/record-names.js';
import { judgeRefusal } from './judge-refusal.js';
import type { Posting } from './posting.js';

/** Sends the documents of one call, each in a request of its own, and says of each what became of it. */
export async function postRecords(
  { documents, resolved }: PostCall,
  posting: Posting,
): Promise<readonly PostOutcome[]> {
  const outcomes: PostOutcome[] = [];
  for (const outgoing of documents) outcomes.push(await postRecord(outgoing, resolved, posting));
  return outcomes;
}

async function postRecord(
  { document, reference }: OutgoingDocument,
  resolved: PostCall['resolved'],
  posting: Posting,
): Promise<PostOutcome> {
  const { key } = document;
  const record = named(resolveDocumentKeys(document.body, resolved), reference);
  const answer = await posting.api.createRecord(recordNameOf(document.recordType), record);
  if (!answer.ok) return judgeRefusal(answer, { key, reference, record }, posting);
  const externalId = idIn(answer.header('location'));
  if (externalId === undefined) return { status: 'unknown', key, evidence: 'NetSuite took it and named no id' };
  return { status: 'posted', key, externalId, externalUrl: deepLink(posting.accountId, externalId), summary: null };
}

/** Nothing is written without an external id: it is what refuses a second one. */
function named(body: Json, externalId: string): Json {
  if (!isJsonObject(body)) throw new TypeError('the body of a document for NetSuite must be an object');
  return { ...body, externalId };
}

/** Source: Oracle, Creating a Record Instance: `Location` ends in type and internal id; that of an asynchronous job does not. */
function idIn(location: string | undefined): string | undefined {
  return /\/record\/v1\/\w+\/(\d+)\/?$/.exec(location ?? '')?.[1];
}
