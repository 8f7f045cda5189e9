import type { OutgoingDocument } from '@ledgerferry/core';
import type { RecordAnswer } from '../api/record-answers.js';
import { referencesOf } from '../api/record-reference.js';
import { normalizedContactName } from '../reference-data/match-contact.js';
import type { XeroRecord, XeroRecordType } from '../xero-record.js';

/** A document on its way out, and the record that it was sent as. */
export interface SentDocument {
  readonly outgoing: OutgoingDocument;
  readonly record: XeroRecord;
}

/**
 * The answer's element of each document, by key: found by reference or name, never by position, because no page promises an order. The one
 * element of a call of one document is its own unless it names another.
 */
export function matchAnswers(
  recordType: XeroRecordType,
  sent: readonly SentDocument[],
  answers: readonly RecordAnswer[],
): ReadonlyMap<string, RecordAnswer> {
  const named = new Map(answers.flatMap((answer) => namesOf(recordType, answer).map((name) => [name, answer])));
  const matched = new Map<string, RecordAnswer>();
  for (const { outgoing, record } of sent) {
    const answer = named.get(nameSent(recordType, record, outgoing.reference)) ?? onlyOne(recordType, sent, answers);
    if (answer) matched.set(outgoing.document.key, answer);
  }
  return matched;
}

function onlyOne(
  recordType: XeroRecordType,
  sent: readonly SentDocument[],
  answers: readonly RecordAnswer[],
): RecordAnswer | undefined {
  const [answer] = answers;
  const isAlone = sent.length === 1 && answers.length === 1;
  return isAlone && answer && namesOf(recordType, answer).length === 0 ? answer : undefined;
}

function namesOf(recordType: XeroRecordType, answer: RecordAnswer): readonly string[] {
  if (recordType === 'contact') return answer.Name === null ? [] : [normalizedContactName(answer.Name)];
  return referencesOf(recordType, answer);
}

function nameSent(recordType: XeroRecordType, { Name }: XeroRecord, reference: string): string {
  return recordType === 'contact' && typeof Name === 'string' ? normalizedContactName(Name) : reference;
}
