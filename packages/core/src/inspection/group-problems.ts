import { CORE_ERRORS } from '../errors/core-errors.js';
import { errorsOf, type ErrorCatalogue } from '../errors/error-catalogue.js';
import type { Problem } from '../errors/problem.js';
import type { ItemOutcome } from '../model/item-outcome.js';

/** Equal problems of several entries, told once. */
export interface ProblemGroup extends Problem {
  /** The sentence they share; where they differ, what their code means. An entry's own id stands as `…`. */
  readonly message: string;
  /** What the entries' own sentences say, each once. */
  readonly sentences: readonly string[];
  readonly accountingEntryIds: readonly string[];
}

/**
 * Groups the problems of failed and parked entries by code and owner; the largest group first. A sentence that names its own entry
 * counts as equal to that of another entry.
 */
export function groupProblems(
  outcomes: readonly ItemOutcome[],
  catalogue: ErrorCatalogue = CORE_ERRORS,
): readonly ProblemGroup[] {
  const problems = outcomes.flatMap((outcome) => {
    const problem = problemOf(outcome);
    return problem ? [{ accountingEntryId: outcome.accountingEntryId, problem }] : [];
  });
  const groups = Map.groupBy(problems, ({ problem: { code, owner } }) => `${code} ${owner}`);
  return [...groups.values()]
    .flatMap((members) => toGroup(members, catalogue) ?? [])
    .toSorted((left, right) => right.accountingEntryIds.length - left.accountingEntryIds.length);
}

interface Member {
  readonly accountingEntryId: string;
  readonly problem: Problem;
}

function toGroup(members: readonly Member[], catalogue: ErrorCatalogue): ProblemGroup | undefined {
  const [first] = members;
  if (!first) return undefined;
  const { code, reason, owner } = first.problem;
  const told = members.map((member) => (members.length > 1 ? withoutOwnId(member) : member.problem.message));
  const [sentence = '', ...others] = new Set(told);
  return {
    code,
    reason,
    owner,
    message: others.length === 0 ? sentence : (catalogue[code]?.meaning ?? `${others.length + 1} different reasons.`),
    sentences: [sentence, ...others],
    accountingEntryIds: members.map(({ accountingEntryId }) => accountingEntryId),
  };
}

/** What an entry's sentence says of any entry. */
function withoutOwnId({ accountingEntryId, problem }: Member): string {
  return problem.message.replaceAll(accountingEntryId, '…');
}

/** Why an entry is not simply exported; undefined where it is, or was not attempted. */
export function problemOf(outcome: ItemOutcome): Problem | undefined {
  switch (outcome.status) {
    case 'failed':
      return outcome.problem;
    case 'parked':
      return errorsOf(CORE_ERRORS).problem('PARKED', outcome.evidence);
    case 'exported':
    case 'not-attempted':
      return undefined;
  }
}
