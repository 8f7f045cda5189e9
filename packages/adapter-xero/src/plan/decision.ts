import { IntegrationError, type Problem } from '@ledgerferry/core';

/**
 * What was decided about an entry, or every reason why it cannot be booked. The rules show the reasons, the plan takes the value: so
 * nothing is decided twice.
 */
export type Decision<Value> = { readonly value: Value } | Undecided;

export interface Undecided {
  /** At least one; the first is the one reported. */
  readonly problems: readonly Problem[];
}

export function decided<Value>(value: Value): Decision<Value> {
  return { value };
}

export function undecided(...problems: readonly Problem[]): Undecided {
  return { problems };
}

/** The reasons why not; none where it was decided. */
export function problemsIn(decision: Decision<unknown>): readonly Problem[] {
  return 'problems' in decision ? decision.problems : [];
}

/** Every value, or the problems of all. */
export function decideAll<Value>(decisions: readonly Decision<Value>[]): Decision<readonly Value[]> {
  const problems = decisions.flatMap(problemsIn);
  if (problems.length > 0) return { problems };
  return decided(decisions.flatMap((decision) => ('value' in decision ? [decision.value] : [])));
}

/** What an entry that passed the rules comes to. @throws `item-rejected` with the problem's code, for one that did not pass them. */
export function valueOf<Value>(decision: Decision<Value>): Value {
  if ('value' in decision) return decision.value;
  const [problem] = decision.problems;
  throw new IntegrationError('item-rejected', problem?.code ?? 'XERO_REFUSED', problem?.message ?? '', {
    itemReason: problem?.reason,
  });
}
