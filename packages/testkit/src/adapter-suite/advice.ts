import { AssertionError } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { IntegrationError } from '@ledgerferry/core';

/** Fails with `advice`, a sentence that says what an adapter must do and why, unless `condition` holds. */
export function demand(condition: boolean, advice: string): asserts condition {
  if (!condition) throw new AssertionError({ message: advice });
}

/** Fails with `advice`, and both values, unless they are deeply equal. */
export function demandEqual(actual: unknown, expected: unknown, advice: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  const message = `${advice}\n  found:    ${JSON.stringify(actual)}\n  expected: ${JSON.stringify(expected)}`;
  throw new AssertionError({ message, actual, expected });
}

/** The IntegrationError that `action` throws; fails with `advice` where it throws another or none. */
export async function demandIntegrationError(
  action: () => Promise<unknown>,
  advice: string,
): Promise<IntegrationError> {
  try {
    const answer = await action();
    throw new AssertionError({ message: `${advice}\n  it answered: ${JSON.stringify(answer)}` });
  } catch (error) {
    if (IntegrationError.isInstance(error)) return error;
    if (error instanceof AssertionError) throw error;
    throw new AssertionError({ message: `${advice}\n  it threw: ${String(error)}` });
  }
}
