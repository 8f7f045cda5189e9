import { IntegrationError } from '@ledgerferry/core';

/** The error that a call fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<IntegrationError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!IntegrationError.isInstance(error)) throw new Error(`no IntegrationError but ${String(error)}`);
  return error;
}
