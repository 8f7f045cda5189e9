import { AssertionError } from 'node:assert';
import { inspect, isDeepStrictEqual } from 'node:util';
import { IntegrationError } from '@ledgerferry/core';

/** Fails with `rule`, a sentence that says what must be, unless `condition` holds. */
export function demand(condition: boolean, rule: string): asserts condition {
  if (!condition) throw new AssertionError({ message: rule });
}

/** Fails with `rule`, and both values, unless they are deeply equal. */
export function demandEqual(actual: unknown, expected: unknown, rule: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  const difference = isLong(actual) && isLong(expected) ? listed(actual, expected) : both(actual, expected);
  throw new AssertionError({ message: `${rule}\n${difference}` });
}

function both(actual: unknown, expected: unknown): string {
  return `  expected: ${shown(expected)}\n  found:    ${shown(actual)}`;
}

/** Of long lists only what is different. */
function listed(actual: readonly unknown[], expected: readonly unknown[]): string {
  const without = (list: readonly unknown[], other: readonly unknown[]) =>
    list.filter((each) => !other.some((one) => isDeepStrictEqual(one, each)));
  return [
    `  expected: ${expected.length}, of which are missing: ${shown(without(expected, actual))}`,
    `  found:    ${actual.length}, of which are too many: ${shown(without(actual, expected))}`,
  ].join('\n');
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 8;
}

/** The IntegrationError that `action` throws; fails with `rule` where it throws another or none. */
export async function demandIntegrationError(action: () => Promise<unknown>, rule: string): Promise<IntegrationError> {
  let answer: unknown;
  try {
    answer = await action();
  } catch (error) {
    if (IntegrationError.isInstance(error)) return error;
    throw new AssertionError({ message: `${rule}\n  expected: an IntegrationError\n  found:    ${described(error)}` });
  }
  throw new AssertionError({
    message: `${rule}\n  expected: an IntegrationError\n  found:    the answer ${shown(answer)}`,
  });
}

/** A value on one line, or few. */
export function shown(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 140, compact: 6, maxArrayLength: 12 });
}

/** An error in few words. */
export function described(error: unknown): string {
  if (IntegrationError.isInstance(error)) return `"${error.kind}" with code ${error.code}: ${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : shown(error);
}
