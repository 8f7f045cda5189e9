import type { PostOutcome } from '@ledgerferry/core';
import { messagesOf } from '../api/messages-of.js';
import { refusalAnswer, type RecordAnswer } from '../api/record-answers.js';
import { wordsOf } from '../api/refusals.js';
import { isRequestKeyTaken } from '../errors/problem-of-messages.js';
import { xeroError } from '../errors/xero-errors.js';
import { refused, type Judge } from './judge-answer.js';

/** Judges each document of the call by its own among the answer's elements. */
type JudgeEach = (answers: readonly RecordAnswer[], judge: Judge) => readonly PostOutcome[];

/**
 * What a 400 says of the documents of its call: those that it finds fault with are refused, and of the others nothing is known; where it
 * finds fault with the call itself, all are. Source: Xero Accounting API, Response codes and errors.
 *
 * @throws `outcome-unknown` where the request key was used for another request.
 */
export function judgeRefusedCall(body: unknown, judgeEach: JudgeEach): readonly PostOutcome[] {
  const words = wordsOf(body);
  if (isRequestKeyTaken([words])) throw xeroError('XERO_REQUEST_KEY_TAKEN', 'Xero knows the request key of a call.');
  const read = refusalAnswer.safeParse(body);
  const elements = read.success ? (read.data.Elements ?? []) : [];
  if (read.success && read.data.Type !== null && elements.length === 0)
    return judgeEach([], (_, judged) => refused([words], judged));
  return judgeEach(elements, (element, judged) => {
    const errors = messagesOf(element, 'ValidationErrors');
    if (errors.length > 0) return refused(errors, judged);
    return { status: 'unknown', key: judged.key, evidence: 'Xero refused the call and says nothing of this document' };
  });
}
