import { CORE_ERRORS, errorsOf, type AdapterDefinition, type ErrorCatalogue } from '@ledgerferry/core';
import { HTTP_ERRORS } from '@ledgerferry/http';
import { PLEO_ERRORS } from '@ledgerferry/pleo-client';
import { STATE_ERRORS } from '@ledgerferry/state-sql';

/**
 * Every error that the command itself can end with.
 *
 * @public docs/errors.md is made of it.
 */
export const RUNNER_ERRORS = {
  USAGE: {
    meaning: 'The command line asks for something that does not exist.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Correct the command line: the message says what there is. `ledgerferry --help` lists all commands.',
  },
  CONFIGURATION: {
    meaning: 'The configuration or an environment variable cannot be used. Everything that is wrong is listed at once.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Correct the settings that the message names; nothing was contacted.',
  },
  ADAPTER_NOT_FOUND: {
    meaning: 'There is no package or module of the name in the setting adapter.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: "Install the package in the configuration's folder, or correct the name.",
  },
  ADAPTER_BROKEN: {
    meaning: 'The adapter is there and cannot be loaded.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Install the adapter again, with what it needs; if it stays, tell its maker.',
  },
  ADAPTER_UNSUITABLE: {
    meaning: 'The module named as adapter is none: its default export is not what `defineAdapter` returns.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Correct the setting adapter; if it is right, tell its maker.',
  },
  ADAPTER_CONTRACT: {
    meaning: 'The adapter speaks another version of the adapter contract than this Ledgerferry.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Install versions of the adapter and of Ledgerferry that fit together.',
  },
  CONSENT_REFUSED: {
    meaning: 'A user declined to let the app in, or the far end did not even ask.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Connect again as a user who may grant access. If nobody was asked, correct the settings that the message names.',
  },
  CONSENT_TIMED_OUT: {
    meaning: 'Nobody consented while `connect` waited.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Connect again when somebody can consent; the browser must run on the same machine.',
  },
  CONSENT_OF_ANOTHER_COMPANY: {
    meaning: "A user of another company consented: Pleo's tokens would not be those of the configured company.",
    kind: 'misconfigured',
    owner: 'administrator',
    fix: "Connect again as a user of the configured company, or correct the company's id.",
  },
  STOPPED: {
    meaning: 'A signal asked Ledgerferry to stop: nothing new was begun, and what was in flight was finished.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Nothing: the next run goes on.',
  },
} as const satisfies ErrorCatalogue;

/** Makes this package's errors. */
export const runnerErrors = errorsOf(RUNNER_ERRORS);

/** Every code that can be met with this adapter. */
export function everyError({ errors = {} }: Pick<AdapterDefinition, 'errors'>): ErrorCatalogue {
  return { ...errors, ...CORE_ERRORS, ...HTTP_ERRORS, ...PLEO_ERRORS, ...STATE_ERRORS, ...RUNNER_ERRORS };
}
