import { ITEM_FAILURE_REASON_TYPES, type Problem } from '@ledgerferry/core';
import { demand, shown } from './advice.js';

const OWNERS: readonly string[] = ['bookkeeper', 'administrator', 'ledgerferry'] satisfies readonly Problem['owner'][];

/** Demands that a problem can be acted on by a person, and passed on to Pleo. */
export function demandProblem(problem: Problem): void {
  demandCode(problem);
  demandReason(problem);
  demandOwner(problem);
  demandSentence(problem);
}

export function demandCode({ code }: Problem): void {
  demand(
    /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(code),
    `The code of a problem must be upper case with a prefix, such as XERO_PERIOD_LOCKED, but is ${shown(code)}.`,
  );
}

export function demandReason({ code, reason }: Problem): void {
  demand(
    ITEM_FAILURE_REASON_TYPES.includes(reason),
    `The reason of ${code} must be one that Pleo knows (ITEM_FAILURE_REASON_TYPES), but is ${shown(reason)}.`,
  );
}

export function demandOwner({ code, owner }: Problem): void {
  demand(OWNERS.includes(owner), `The owner of ${code} must be one of ${OWNERS.join(', ')}, but is ${shown(owner)}.`);
}

/** A sentence for a bookkeeper: no dump of a value, and nothing of ours that leaked into it. */
export function demandSentence({ code, message }: Problem): void {
  demand(
    message.length >= 20 && /[.!?]$/.test(message),
    `The message of ${code} must be a sentence that says what is wrong and what to do, but is ${shown(message)}.`,
  );
  demand(
    !/\bundefined\b|\bnull\b|\bNaN\b|\[object |[{}]/.test(message),
    `The message of ${code} must be in a bookkeeper's words, but is ${shown(message)}.`,
  );
}
