import { errorsOf, IntegrationError, type ErrorDefinition, type Problem } from '@ledgerferry/core';

interface JournalErrorDefinition extends ErrorDefinition {
  /** What happened to `subject` (a path, mostly) and what to do. */
  readonly say: (subject: string) => string;
}

/** Every error and problem of this adapter, with its sentence. */
export const JOURNAL_ERRORS = {
  JOURNAL_FOLDER_MISSING: {
    meaning: 'The folder of the ledger or of the receipts does not exist.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Create the folder, or correct the connection settings "file" and "receipts".',
    say: (path) =>
      `There is no folder for ${path}. Create it, or correct the connection settings "file" and "receipts".`,
  },
  JOURNAL_NO_PERMISSION: {
    meaning: 'The user that Ledgerferry runs as may not read or write there.',
    kind: 'misconfigured',
    jobReason: 'authorization_failure',
    owner: 'administrator',
    fix: 'Give that user permission to the file and to its folder.',
    say: (path) => `Ledgerferry may not read or write ${path}. Give its user permission to, in the folder as well.`,
  },
  JOURNAL_NOT_A_LEDGER: {
    meaning: 'The path names a folder, or a link that leads nowhere, or no text.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Correct the connection setting "file", or restore the ledger from a copy.',
    say: (path) => `${path} is not a text file in UTF-8. Correct the connection setting "file", or restore the ledger.`,
  },
  JOURNAL_CANNOT_APPEND: {
    meaning: 'Something in the ledger would swallow or change what is appended.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'bookkeeper',
    fix: 'Correct in the ledger what the message names, then run again.',
    say: (subject) => `Nothing can be appended to ${subject}.`,
  },
  JOURNAL_VANISHED: {
    meaning: 'The ledger was there a moment ago and is gone: an editor may be saving it.',
    kind: 'transient',
    jobReason: 'accounting_system_unreachable',
    owner: 'bookkeeper',
    fix: 'Put the ledger back: without it Ledgerferry cannot know what is booked. Then run again.',
    say: (path) => `${path} was there and is gone. Put it back: without it Ledgerferry cannot know what is booked.`,
  },
  JOURNAL_BUSY: {
    meaning: "Another program holds the ledger's lock, or keeps changing the file.",
    kind: 'transient',
    jobReason: 'accounting_system_timeout',
    owner: 'administrator',
    fix: 'Nothing, at first: Ledgerferry tries again. If it stays, end the other program.',
    say: (path) => `${path} is being written by another program. Ledgerferry tries again.`,
  },
  JOURNAL_DISK_FULL: {
    meaning: 'No room is left. Nothing was written.',
    kind: 'connection-lost',
    jobReason: 'accounting_system_unreachable',
    owner: 'administrator',
    fix: 'Free some room, then have the entries exported again.',
    say: (path) => `There is no room left to write ${path}. Free some, then export again; nothing was changed.`,
  },
  JOURNAL_UNREACHABLE: {
    meaning: 'The disk or network drive failed before anything was changed.',
    kind: 'transient',
    jobReason: 'accounting_system_unreachable',
    owner: 'administrator',
    fix: 'Check the disk or network drive, then run again.',
    say: (path) => `${path} cannot be read or written just now; nothing was changed. Check the disk or network drive.`,
  },
  JOURNAL_NOT_CONFIRMED: {
    meaning: 'The new content is in place, but the disk did not confirm that it is there to stay.',
    kind: 'outcome-unknown',
    owner: 'administrator',
    fix: 'Nothing, at first: Ledgerferry looks the entries up. If it stays, check the disk.',
    say: (path) => `The disk did not confirm what was written to ${path}. Ledgerferry looks it up.`,
  },
  JOURNAL_RECEIPT_TOO_LARGE: {
    meaning: 'The receipt is larger than 30 MB.',
    kind: 'item-rejected',
    itemReason: 'receipt_file_size_limit_exceeded',
    owner: 'bookkeeper',
    fix: 'File the receipt by hand, or replace it in Pleo by a smaller one and export the entry again.',
    say: (name) => `The receipt ${name} is larger than 30 MB. File it by hand.`,
  },
  JOURNAL_ACCOUNT_WITHOUT_CODE: {
    meaning: 'An entry names an account that has no code, and this ledger names accounts by code.',
    kind: 'item-rejected',
    itemReason: 'missing_configuration',
    owner: 'bookkeeper',
    fix: 'Give the account a code in Pleo, then export the entry again.',
    say: (name) =>
      `The account ${name} has no code, and this ledger names accounts by code. Give it one in Pleo, then export again.`,
  },
  JOURNAL_UNWRITABLE: {
    meaning: 'What would be written could not be read back as meant. Nothing was written.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'ledgerferry',
    fix: "Book the entry by hand and tell Ledgerferry's makers.",
    say: (reference) =>
      `The entry ${reference} cannot be written in this ledger's form without loss; nothing was booked. Tell Ledgerferry's makers.`,
  },
} as const satisfies Readonly<Record<string, JournalErrorDefinition>>;

export type JournalErrorCode = keyof typeof JOURNAL_ERRORS;

const errors = errorsOf(JOURNAL_ERRORS);

const BY_SYSTEM_CODE: Readonly<Record<string, JournalErrorCode>> = {
  ENOENT: 'JOURNAL_FOLDER_MISSING',
  ENOTDIR: 'JOURNAL_FOLDER_MISSING',
  EACCES: 'JOURNAL_NO_PERMISSION',
  EPERM: 'JOURNAL_NO_PERMISSION',
  EROFS: 'JOURNAL_NO_PERMISSION',
  EISDIR: 'JOURNAL_NOT_A_LEDGER',
  ELOOP: 'JOURNAL_NOT_A_LEDGER',
  ENOSPC: 'JOURNAL_DISK_FULL',
  EDQUOT: 'JOURNAL_DISK_FULL',
  EFBIG: 'JOURNAL_DISK_FULL',
};

/** Makes an error of the table. `addition` says more of the case. */
export function journalError(
  code: JournalErrorCode,
  subject: string,
  { cause, addition }: { readonly cause?: unknown; readonly addition?: string } = {},
): IntegrationError {
  const sentence = JOURNAL_ERRORS[code].say(subject);
  return errors.error(code, addition === undefined ? sentence : `${sentence} ${addition}`, { cause });
}

/** Turns what the operating system says of a path into an error of the table. Nothing was applied. */
export function fromSystemError(cause: unknown, path: string): IntegrationError {
  if (IntegrationError.isInstance(cause)) return cause;
  return journalError(BY_SYSTEM_CODE[systemCode(cause)] ?? 'JOURNAL_UNREACHABLE', path, { cause });
}

/** The operating system's name for an error, such as `ENOENT`; empty where it is none of its errors. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Makes a problem of the table. */
export function journalProblem(code: JournalErrorCode, subject: string): Problem {
  return errors.problem(code, JOURNAL_ERRORS[code].say(subject));
}
