import type { OutgoingDocument, PostCall, PostOutcome } from '@ledgerferry/core';
import { ENDPOINTS, xeroRecordType } from '../api/endpoints.js';
import type { RecordAnswer } from '../api/record-answers.js';
import { placeReference } from '../api/record-reference.js';
import { unexpectedRefusal } from '../api/refusals.js';
import type { XeroApi } from '../api/xero-api.js';
import type { KnownOrganisation } from '../reference-data/known-organisation.js';
import type { XeroRecordType } from '../xero-record.js';
import { judgeAnswer } from './judge-answer.js';
import { judgeRefusedCall } from './judge-refused-call.js';
import { matchAnswers, type SentDocument } from './match-answers.js';
import { resolveKeys } from './resolve-keys.js';

/** Sends the documents of one call in one request, and says of each what became of it. */
export async function postRecords(
  { documents, requestKey, resolved }: PostCall,
  { api, organisation }: { readonly api: XeroApi; readonly organisation: KnownOrganisation },
): Promise<readonly PostOutcome[]> {
  const recordType = recordTypeOf(documents);
  const endpoint = ENDPOINTS[recordType];
  const sent = documents.map((outgoing): SentDocument => {
    const { document, reference } = outgoing;
    return { outgoing, record: placeReference(recordType, resolveKeys(document.body, resolved), reference) };
  });
  const answer = await api.createRecords(
    endpoint,
    sent.map(({ record }) => record),
    requestKey,
  );
  const outcomesOf = (answers: readonly RecordAnswer[], judge: Judge) => {
    const matched = matchAnswers(recordType, sent, answers);
    return documents.map(({ document: { key, summary } }) => {
      const currency = summary?.total.currency ?? null;
      return judge(matched.get(key), { key, recordType, currency, organisation });
    });
  };
  if (answer.ok) return outcomesOf(answer.body.records, judgeAnswer);
  if (answer.status === 400) return judgeRefusedCall(answer.body, outcomesOf);
  throw unexpectedRefusal(`/${endpoint.name}`, answer);
}

/** What became of a document, by the answer's element that is its own. */
type Judge = typeof judgeAnswer;

function recordTypeOf([first]: readonly OutgoingDocument[]): XeroRecordType {
  return xeroRecordType(first?.document.recordType ?? '');
}
