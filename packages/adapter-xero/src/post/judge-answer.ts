import type { PostOutcome } from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import { heldRecord } from '../api/held-record.js';
import { messagesOf } from '../api/messages-of.js';
import type { RecordAnswer } from '../api/record-answers.js';
import { isAccountLeftOut, isContactTaken, problemOfMessages } from '../errors/problem-of-messages.js';
import type { KnownOrganisation } from '../reference-data/known-organisation.js';
import type { XeroRecordType } from '../xero-record.js';

/** What the outcome of a document is judged by. */
export interface Judged {
  readonly key: string;
  readonly recordType: XeroRecordType;
  /** Of the planned document: that of an answer which names none. */
  readonly currency: string | null;
  readonly organisation: KnownOrganisation;
}

/** Judges one document by the element of an answer that is its own; undefined where there is none. */
export type Judge = (answer: RecordAnswer | undefined, judged: Judged) => PostOutcome;

/**
 * What became of one document. Its status and errors count before its id, because Xero also gives refused elements one.
 * Source: Xero Accounting API, Requests and responses: summarizeErrors.
 */
export function judgeAnswer(answer: RecordAnswer | undefined, judged: Judged): PostOutcome {
  const { key, recordType, organisation } = judged;
  if (answer === undefined) return { status: 'unknown', key, evidence: 'the answer of Xero does not name it' };
  const errors = messagesOf(answer, 'ValidationErrors');
  if (answer.StatusAttributeString === 'ERROR' || errors.length > 0) return refused(errors, judged);
  const leftOut = messagesOf(answer, 'Warnings').find(isAccountLeftOut);
  if (leftOut !== undefined) return { status: 'unknown', key, evidence: `Xero took it and says: ${leftOut}` };
  const held = heldRecord(recordType, answer, { planned: judged.currency, base: organisation.baseCurrency });
  if (held === undefined) return { status: 'unknown', key, evidence: 'the answer of Xero gives it no id' };
  const externalUrl = deepLink(recordType, held.id, organisation.shortCode);
  return { status: 'posted', key, externalId: held.id, externalUrl, summary: held.summary };
}

/** A refusal in Xero's words; or the word that a contact is there already. */
export function refused(
  messages: readonly string[],
  { key, recordType }: Pick<Judged, 'key' | 'recordType'>,
): PostOutcome {
  if (recordType === 'contact' && isContactTaken(messages)) return { status: 'exists', key };
  return { status: 'refused', key, problem: problemOfMessages(messages) };
}
