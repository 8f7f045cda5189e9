import { jsonAnswer, type Answer } from './answer.js';

/** Ends a request with an answer of its own. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Refused with ${answer.status}.`);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

/** 400 for a request that cannot be read at all. Source of the form: Xero Accounting API, Response Codes. */
export function unreadable(type: 'PostDataInvalidException' | 'QueryParseException', message: string): Refusal {
  const ErrorNumber = type === 'QueryParseException' ? 16 : 14;
  return new Refusal(jsonAnswer(400, { ErrorNumber, Type: type, Message: message }));
}

/** 400 for what can be read and is not allowed. */
export function validationException(
  elements: readonly unknown[],
  message = 'A validation exception occurred',
): Refusal {
  return new Refusal(
    jsonAnswer(400, { ErrorNumber: 10, Type: 'ValidationException', Message: message, Elements: elements }),
  );
}
