import { IntegrationError, type ErrorKind, type IntegrationErrorOptions, type Problem } from '@ledgerferry/core';

interface ErrorRow extends Pick<IntegrationErrorOptions, 'itemReason' | 'jobReason'> {
  readonly kind: ErrorKind;
  /** What happened to `subject` (a path, mostly) and what to do. */
  readonly say: (subject: string) => string;
}

/** Every error this adapter throws. */
export const JOURNAL_ERRORS = {
  /** The folder of the ledger or of the receipts does not exist. */
  JOURNAL_FOLDER_MISSING: {
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    say: (path) =>
      `There is no folder for ${path}. Create it, or correct the connection settings "file" and "receipts".`,
  },
  /** This user may not read or write there. */
  JOURNAL_NO_PERMISSION: {
    kind: 'misconfigured',
    jobReason: 'authorization_failure',
    say: (path) => `Ledgerferry may not read or write ${path}. Give its user permission to, in the folder as well.`,
  },
  /** The path names a folder, or a link that leads nowhere, or no text. */
  JOURNAL_NOT_A_LEDGER: {
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    say: (path) => `${path} is not a text file in UTF-8. Correct the connection setting "file", or restore the ledger.`,
  },
  /** Something in the ledger would swallow or change what is appended. */
  JOURNAL_CANNOT_APPEND: {
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    say: (subject) => `Nothing can be appended to ${subject}.`,
  },
  /** The ledger was there a moment ago: an editor may be saving it. */
  JOURNAL_VANISHED: {
    kind: 'transient',
    jobReason: 'accounting_system_unreachable',
    say: (path) => `${path} was there and is gone. Put it back: without it Ledgerferry cannot know what is booked.`,
  },
  /** Another program holds the ledger's lock, or keeps changing the file. */
  JOURNAL_BUSY: {
    kind: 'transient',
    jobReason: 'accounting_system_timeout',
    say: (path) => `${path} is being written by another program. Ledgerferry tries again.`,
  },
  /** No room is left. Nothing was written. */
  JOURNAL_DISK_FULL: {
    kind: 'connection-lost',
    jobReason: 'accounting_system_unreachable',
    say: (path) => `There is no room left to write ${path}. Free some, then export again; nothing was changed.`,
  },
  /** The disk or network drive failed before anything was changed. */
  JOURNAL_UNREACHABLE: {
    kind: 'transient',
    jobReason: 'accounting_system_unreachable',
    say: (path) => `${path} cannot be read or written just now; nothing was changed. Check the disk or network drive.`,
  },
  /** The new content is in place, but the disk did not confirm that it is there to stay. */
  JOURNAL_NOT_CONFIRMED: {
    kind: 'outcome-unknown',
    say: (path) => `The disk did not confirm what was written to ${path}. Ledgerferry looks it up.`,
  },
  /** The receipt is larger than 30 MB. */
  JOURNAL_RECEIPT_TOO_LARGE: {
    kind: 'item-rejected',
    itemReason: 'receipt_file_size_limit_exceeded',
    say: (name) => `The receipt ${name} is larger than 30 MB. File it by hand.`,
  },
} as const satisfies Record<string, ErrorRow>;

/** Code of an error that this adapter throws. */
export type JournalErrorCode = keyof typeof JOURNAL_ERRORS;

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
  const row: ErrorRow = JOURNAL_ERRORS[code];
  const message = addition === undefined ? row.say(subject) : `${row.say(subject)} ${addition}`;
  return new IntegrationError(row.kind, code, message, { cause, itemReason: row.itemReason, jobReason: row.jobReason });
}

/** Turns what the operating system says of a path into an error of the table. Nothing was applied. */
export function fromSystemError(error: unknown, path: string): IntegrationError {
  if (IntegrationError.isInstance(error)) return error;
  return journalError(BY_SYSTEM_CODE[systemCode(error)] ?? 'JOURNAL_UNREACHABLE', path, { cause: error });
}

/** The operating system's name for an error, such as `ENOENT`; empty where it is none of its errors. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** An entry names an account by nothing that could stand in the ledger. */
export function accountWithoutCode(name: string): Problem {
  return {
    code: 'JOURNAL_ACCOUNT_WITHOUT_CODE',
    reason: 'missing_configuration',
    owner: 'bookkeeper',
    message: `The account ${name} has no code, and this ledger names accounts by code. Give it one in Pleo, then export again.`,
  };
}

/** What would be written could not be read back as meant. Nothing was written. */
export function unwritable(reference: string): Problem {
  return {
    code: 'JOURNAL_UNWRITABLE',
    reason: 'unexpected_failure',
    owner: 'ledgerferry',
    message: `The entry ${reference} cannot be written in this ledger's form without loss; nothing was booked. Tell Ledgerferry's makers.`,
  };
}
