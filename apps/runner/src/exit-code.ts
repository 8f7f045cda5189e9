import { IntegrationError, type JobReport } from '@ledgerferry/core';
import { ConfigurationError } from './configuration/configuration-error.js';
import { UsageError } from './usage-error.js';

/** What the command answers to the shell. Where several apply, the first of this list that is not `done`. */
export const EXIT = {
  /** The command line cannot be understood. */
  usage: 64,
  /** A person must change the configuration, or connect again. Nothing was started. */
  configuration: 78,
  /** Something is left to do: expired, parked, out of reach, or another process works on it. Run again. */
  unfinished: 75,
  /** A job failed as a whole. */
  jobFailed: 2,
  /** Some entries failed; `reconcile` found a difference. */
  someFailed: 1,
  /** All completed, or nothing to do. */
  done: 0,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The first exit code, in the order of {@link EXIT}, among those that apply. */
export function firstThatApplies(codes: readonly ExitCode[]): ExitCode {
  return Object.values(EXIT).find((code) => codes.includes(code)) ?? EXIT.done;
}

export function exitCodeOfReport({ stopped, items, status, outcomes }: JobReport): ExitCode {
  const isOpen = outcomes.some((outcome) => outcome.status === 'not-attempted') && status !== 'failed';
  if (stopped?.unfinished || items.parked > 0 || isOpen) return EXIT.unfinished;
  if (status === 'failed') return EXIT.jobFailed;
  return items.failed > 0 ? EXIT.someFailed : EXIT.done;
}

/** What cannot be helped by running again is the configuration's fault; everything else is unfinished. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof ConfigurationError) return EXIT.configuration;
  if (!IntegrationError.isInstance(error)) return EXIT.unfinished;
  return error.kind === 'misconfigured' || error.kind === 'connection-lost' ? EXIT.configuration : EXIT.unfinished;
}
