import { CommanderError } from 'commander';
import { IntegrationError } from '@ledgerferry/core';
import { redactText } from '@ledgerferry/http';
import { ConfigurationError } from './configuration/configuration-error.js';
import { EXIT, exitCodeOfError, type ExitCode } from './exit-code.js';
import { createProgram } from './program.js';
import type { Surroundings } from './surroundings.js';
import { UsageError } from './usage-error.js';

/** Runs one command line and answers its exit code. Whatever happens is told on stderr and in that code: it never throws. */
export async function runCommandLine(surroundings: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  try {
    const program = createProgram(surroundings, (code) => (exitCode = code));
    await program.parseAsync([...surroundings.argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    // commander has told about its own errors already; asking for help is none
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return complain(error, surroundings);
  }
}

function complain(error: unknown, { argv, stdout, stderr }: Surroundings): ExitCode {
  const { code, message } = describeFailure(error);
  stderr.write(`${message}\n`);
  if (argv.includes('--json')) {
    const problems = error instanceof ConfigurationError ? { problems: error.problems } : {};
    stdout.write(`${JSON.stringify({ error: { code, message, ...problems } })}\n`);
  }
  return exitCodeOfError(error);
}

function describeFailure(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof UsageError) return { code: 'USAGE', message: error.message };
  if (error instanceof ConfigurationError) return { code: 'CONFIGURATION', message: error.message };
  if (IntegrationError.isInstance(error)) return { code: error.code, message: `${error.message} [${error.code}]` };
  const what = error instanceof Error ? `${error.name}: ${redactText(error.message)}` : typeof error;
  return {
    code: 'UNEXPECTED',
    message: `Ledgerferry failed unexpectedly (${what}). Run again; if it stays, tell its makers.`,
  };
}
