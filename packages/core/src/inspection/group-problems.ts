import { BOOKKEEPING_PROBLEMS } from '../bookkeeping/problems.js';
import type { Problem } from '../errors/problem.js';
import type { ItemOutcome } from '../model/item-outcome.js';

/** Equal problems of several entries, told once. */
export interface ProblemGroup extends Problem {
  /** What the entries' own sentences say, each once. */
  readonly sentences: readonly string[];
  readonly accountingEntryIds: readonly string[];
}

/** Groups the problems of failed and parked entries by code; the largest group first. */
export function groupProblems(outcomes: readonly ItemOutcome[]): readonly ProblemGroup[] {
  const problems = outcomes.flatMap((outcome) => {
    const problem = problemOf(outcome);
    return problem ? [{ accountingEntryId: outcome.accountingEntryId, problem }] : [];
  });
  const groups = [...Map.groupBy(problems, ({ problem }) => problem.code).values()].map(toGroup);
  return groups.toSorted((left, right) => right.accountingEntryIds.length - left.accountingEntryIds.length);
}

function toGroup(members: readonly { readonly accountingEntryId: string; readonly problem: Problem }[]): ProblemGroup {
  const sentences = [...new Set(members.map(({ problem }) => problem.message))];
  const { code, reason, owner, message } = members[0]?.problem ?? NO_PROBLEM;
  const meaning =
    code in BOOKKEEPING_PROBLEMS ? BOOKKEEPING_PROBLEMS[code as keyof typeof BOOKKEEPING_PROBLEMS].meaning : message;
  return {
    code,
    reason,
    owner,
    message: sentences.length === 1 ? message : meaning,
    sentences,
    accountingEntryIds: members.map(({ accountingEntryId }) => accountingEntryId),
  };
}

/** Why an entry is not simply exported; undefined where it is, or was not attempted. */
export function problemOf(outcome: ItemOutcome): Problem | undefined {
  switch (outcome.status) {
    case 'failed':
      return outcome.problem;
    case 'parked':
      return { code: 'PARKED', reason: 'unexpected_failure', owner: 'bookkeeper', message: outcome.evidence };
    case 'exported':
    case 'not-attempted':
      return undefined;
  }
}

const NO_PROBLEM: Problem = { code: 'UNKNOWN', reason: 'unexpected_failure', owner: 'ledgerferry', message: '' };
