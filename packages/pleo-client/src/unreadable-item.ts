import type { Problem } from '@ledgerferry/core';
import { pleoErrors } from './pleo-error-codes.js';

/** Thrown while one entry is read, caught where its page is read: it fails alone. */
export class UnreadableItem extends Error {
  override readonly name = 'UnreadableItem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** The problem of an entry that lacks a field, or has it in another form. */
export function unreadableField(path: string): Problem {
  return pleoErrors.problem(
    'PLEO_ITEM_UNREADABLE',
    `Pleo sent this entry without a readable "${path}", so it was not booked. Export it again; tell support if it stays.`,
  );
}
