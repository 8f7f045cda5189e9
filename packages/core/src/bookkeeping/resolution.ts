import type { Problem } from '../errors/problem.js';

/** What was resolved, or every reason why it could not be. */
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
