import { IntegrationError } from '../errors/integration-error.js';
import type { Problem } from '../errors/problem.js';

/** What was resolved, or every reason why it could not be. Rules show the reasons, plans take the value: so nothing is decided twice. */
export type Resolution<Value> = { readonly value: Value } | Refused;

export interface Refused {
  /** At least one; the first is the one reported. */
  readonly problems: readonly Problem[];
}

export function resolved<Value>(value: Value): Resolution<Value> {
  return { value };
}

export function refused(...problems: readonly Problem[]): Refused {
  return { problems };
}

/** Every part's value under its name, or the problems of all parts in their order. */
export function resolveAll<Parts extends object>(parts: {
  readonly [Name in keyof Parts]: Resolution<Parts[Name]>;
}): Resolution<Parts> {
  const problems: Problem[] = [];
  const values: Partial<Parts> = {};
  for (const name in parts) {
    const part = parts[name];
    if ('problems' in part) problems.push(...part.problems);
    else values[name] = part.value;
  }
  return problems.length > 0 ? { problems } : { value: values as Parts };
}

/** Every value in its place, or the problems of all. */
export function resolveEach<Value>(resolutions: readonly Resolution<Value>[]): Resolution<readonly Value[]> {
  const problems = resolutions.flatMap(problemsIn);
  if (problems.length > 0) return { problems };
  return resolved(resolutions.flatMap((resolution) => ('value' in resolution ? [resolution.value] : [])));
}

/** The reasons why not; none where it was resolved. */
export function problemsIn(resolution: Resolution<unknown>): readonly Problem[] {
  return 'problems' in resolution ? resolution.problems : [];
}

/** What an entry comes to. @throws `item-rejected` that carries the first problem, for one that did not pass the rules, or settles what they did not know. */
export function valueOf<Value>(resolution: Resolution<Value>): Value {
  if ('value' in resolution) return resolution.value;
  const [problem] = resolution.problems;
  throw new IntegrationError('item-rejected', problem?.code ?? 'ENTRY_NOT_PLANNED', problem?.message ?? '', {
    itemReason: problem?.reason,
    owner: problem?.owner,
  });
}
