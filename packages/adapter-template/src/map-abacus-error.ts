import { IntegrationError, type Problem } from '@ledgerferry/core';
import { z } from 'zod';

const refusalBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** What Abacus Books says of a refused voucher, and what a bookkeeper is told. */
const PROBLEMS: Readonly<Record<string, Omit<Problem, 'message'> & { readonly advice: string }>> = {
  period_locked: {
    code: 'ABACUS_PERIOD_LOCKED',
    reason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    advice: 'Open the period in Abacus Books, then export again.',
  },
  unknown_account: {
    code: 'ABACUS_ACCOUNT_UNKNOWN',
    reason: 'account_unknown',
    owner: 'bookkeeper',
    advice: 'Create the account in Abacus Books or choose another category in Pleo, then export again.',
  },
  unknown_tax_code: {
    code: 'ABACUS_TAX_CODE_UNKNOWN',
    reason: 'tax_code_unknown',
    owner: 'bookkeeper',
    advice: 'Create the tax code in Abacus Books or choose another in Pleo, then export again.',
  },
};

const UNLISTED = {
  code: 'ABACUS_REFUSED',
  reason: 'accounting_system_validation_failure',
  owner: 'bookkeeper',
  advice: 'Correct the entry in Pleo, then export again.',
} as const;

/** Turns the body of a 422 into a problem. */
export function problemOf(body: unknown): Problem {
  const refusal = refusalBody.safeParse(body);
  const { code, message } = refusal.success ? refusal.data.error : { code: '', message: 'no reason given' };
  const { advice, ...row } = PROBLEMS[code] ?? UNLISTED;
  return { ...row, message: `Abacus Books refused the entry: ${message}. ${advice}` };
}

/** An account that the rules find missing before anything is sent. */
export function unknownAccount(account: string): Problem {
  return problemOf({ error: { code: 'unknown_account', message: `there is no account ${account}` } });
}

export function receiptTooLarge(fileName: string): IntegrationError {
  return new IntegrationError(
    'item-rejected',
    'ABACUS_RECEIPT_TOO_LARGE',
    `The receipt ${fileName} is larger than 10 MB. Attach a smaller copy in Abacus Books by hand.`,
    { itemReason: 'receipt_file_size_limit_exceeded' },
  );
}

/** A refusal where the API documents none. */
export function unexpectedRefusal(status: number): IntegrationError {
  return new IntegrationError(
    'misconfigured',
    'ABACUS_UNEXPECTED_REFUSAL',
    `Abacus Books answered ${status}, which its API does not document. Check the connection setting "baseUrl".`,
    { jobReason: 'invalid_configuration' },
  );
}
