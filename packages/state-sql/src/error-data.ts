import { IntegrationError, type ErrorKind } from '@ledgerferry/core';

/** An IntegrationError as data, so that it can come from another thread. Its cause stays behind, but for its message. */
export interface ErrorData {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly message: string;
  readonly details: IntegrationError['details'];
  readonly cause: string | undefined;
}

export function toErrorData(error: IntegrationError): ErrorData {
  const { kind, code, message, details, cause } = error;
  return { kind, code, message, details, cause: cause instanceof Error ? cause.message : undefined };
}

export function fromErrorData({ kind, code, message, details, cause }: ErrorData): IntegrationError {
  return new IntegrationError(kind, code, message, { details, cause });
}
