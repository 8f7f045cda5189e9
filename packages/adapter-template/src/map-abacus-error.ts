import { errorsWithAdvice, type ErrorCatalogue, type IntegrationError, type Problem } from '@ledgerferry/core';
import { z } from 'zod';

/** Every error and problem of this adapter. */
export const ABACUS_ERRORS = {
  ABACUS_PERIOD_LOCKED: {
    meaning: 'The entry is dated in a period that is locked in Abacus Books.',
    kind: 'item-rejected',
    itemReason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    fix: 'Open the period in Abacus Books, then export again.',
  },
  ABACUS_ACCOUNT_UNKNOWN: {
    meaning: 'Abacus Books has no account of this code.',
    kind: 'item-rejected',
    itemReason: 'account_unknown',
    owner: 'bookkeeper',
    fix: 'Create the account in Abacus Books or choose another category in Pleo, then export again.',
  },
  ABACUS_TAX_CODE_UNKNOWN: {
    meaning: 'Abacus Books has no tax code of this name.',
    kind: 'item-rejected',
    itemReason: 'tax_code_unknown',
    owner: 'bookkeeper',
    fix: 'Create the tax code in Abacus Books or choose another in Pleo, then export again.',
  },
  ABACUS_REFUSED: {
    meaning: 'Abacus Books refused the entry for another reason; the message carries its own words.',
    kind: 'item-rejected',
    itemReason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    fix: 'Correct the entry in Pleo, then export again.',
  },
  ABACUS_RECEIPT_TOO_LARGE: {
    meaning: 'The receipt is larger than 10 MB.',
    kind: 'item-rejected',
    itemReason: 'receipt_file_size_limit_exceeded',
    owner: 'bookkeeper',
    fix: 'Attach a smaller copy in Abacus Books by hand.',
  },
  ABACUS_UNEXPECTED_REFUSAL: {
    meaning: 'Abacus Books answered with a status that its API does not document.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Check the connection setting "baseUrl".',
  },
} as const satisfies ErrorCatalogue;

const errors = errorsWithAdvice(ABACUS_ERRORS);

const refusalBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Codes of Abacus Books and ours. */
const BY_ABACUS_CODE: Readonly<Record<string, keyof typeof ABACUS_ERRORS>> = {
  period_locked: 'ABACUS_PERIOD_LOCKED',
  unknown_account: 'ABACUS_ACCOUNT_UNKNOWN',
  unknown_tax_code: 'ABACUS_TAX_CODE_UNKNOWN',
};

/** Turns the body of a 422 into a problem. */
export function problemOf(body: unknown): Problem {
  const refusal = refusalBody.safeParse(body);
  const { code, message } = refusal.success ? refusal.data.error : { code: '', message: 'no reason given' };
  return errors.problem(BY_ABACUS_CODE[code] ?? 'ABACUS_REFUSED', `Abacus Books refused the entry: ${message}.`);
}

/** An account that the rules find missing before anything is sent. */
export function unknownAccount(account: string): Problem {
  return problemOf({ error: { code: 'unknown_account', message: `there is no account ${account}` } });
}

export function receiptTooLarge(fileName: string): IntegrationError {
  return errors.error('ABACUS_RECEIPT_TOO_LARGE', `The receipt ${fileName} is larger than 10 MB.`);
}

/** A refusal where the API documents none. */
export function unexpectedRefusal(status: number): IntegrationError {
  const found = `Abacus Books answered ${status}, which its API does not document.`;
  return errors.error('ABACUS_UNEXPECTED_REFUSAL', found);
}
