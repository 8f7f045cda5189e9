import { resolveDocumentKeys, type OutgoingDocument, type PostCall, type PostOutcome } from '@ledgerferry/core';
import { ENDPOINTS, xeroRecordType } from '../api/endpoints.js';
import type { RecordAnswer } from '../api/record-answers.js';
import { placeReference } from '../api/record-reference.js';
import { unexpectedRefusal } from '../api/refusals.js';
import type { XeroApi } from '../api/xero-api.js';
import type { KnownOrganisation } from '../reference-data/known-organisation.js';
import { xeroRecord, type XeroRecordType } from '../xero-record.js';
import { judgeAnswer, type Judge } from './judge-answer.js';
import { judgeRefusedCall } from './judge-refused-call.js';
import { matchAnswers, type SentDocument } from './match-answers.js';

/** Sends the documents of one call in one request, and says of each what became of it. */
export async function postRecords(
  { documents, requestKey, resolved }: PostCall,
  { api, organisation }: { readonly api: XeroApi; readonly organisation: KnownOrganisation },
): Promise<readonly PostOutcome[]> {
  const recordType = recordTypeOf(documents);
  const endpoint = ENDPOINTS[recordType];
  const sent = documents.map((outgoing) => toSend(recordType, outgoing, resolved));
  const records = sent.map(({ record }) => record);
  const answer = await api.createRecords(endpoint, records, requestKey);

  function judgeEach(answers: readonly RecordAnswer[], judge: Judge): readonly PostOutcome[] {
    const matched = matchAnswers(recordType, sent, answers);
    return documents.map(({ document: { key, summary } }) => {
      const currency = summary?.total.currency ?? null;
      return judge(matched.get(key), { key, recordType, currency, organisation });
    });
  }

  if (answer.ok) return judgeEach(answer.body.records, judgeAnswer);
  if (answer.status === 400) return judgeRefusedCall(answer.body, judgeEach);
  throw unexpectedRefusal(`/${endpoint.name}`, answer);
}

/** Throws where the id of a document that this one names is missing: nothing is sent then. */
function toSend(recordType: XeroRecordType, outgoing: OutgoingDocument, resolved: PostCall['resolved']): SentDocument {
  const { document, reference } = outgoing;
  const record = xeroRecord(resolveDocumentKeys(document.body, resolved));
  return { outgoing, record: placeReference(recordType, record, reference) };
}

function recordTypeOf([first]: readonly OutgoingDocument[]): XeroRecordType {
  return xeroRecordType(first?.document.recordType ?? '');
}
