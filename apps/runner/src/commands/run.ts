import { systemClock } from '@ledgerferry/core';
import { exitCodeOfError, exitCodeOfReport, firstThatApplies, type ExitCode } from '../exit-code.js';
import { exportCompanies, type CompanyResult } from '../export-companies.js';
import { describeStoppedCompanies } from '../presentation/describe-stopped-companies.js';
import { describeReport } from '../presentation/describe-report.js';
import { createProgress } from '../presentation/progress.js';
import { toReportJson } from '../presentation/report-json.js';
import { chooseCompanies, withCompanies, type CommandInput } from '../with-companies.js';

export interface RunInput extends CommandInput {
  /** Id or name; default all. */
  readonly company?: string | undefined;
  /** Only this job. */
  readonly job?: string | undefined;
}

/** Processes every eligible job now, and tells how each ended. */
export async function run(input: RunInput): Promise<ExitCode> {
  const { stdout, stderr } = input.surroundings;
  const results = await runExports(input);
  stderr.write(describeStoppedCompanies(results));
  if (input.job && results.every(({ reports, error }) => reports.length === 0 && !error)) {
    stderr.write(`Export Job ${input.job} is not waiting: it is finished, or belongs to another company.\n`);
  }
  stdout.write(input.json ? toJson(results) : toText(results));
  return exitCodeOf(results);
}

/** The same, without a word on stdout. */
export function runExports(input: RunInput): Promise<readonly CompanyResult[]> {
  const progress = createProgress(input.surroundings, { json: input.json, clock: systemClock });
  return withCompanies(input, { work: 'export', logTo: progress.logOutput }, async ({ companies, logger }) => {
    try {
      const chosen = chooseCompanies(companies, input.company);
      return await exportCompanies({ companies: chosen, jobId: input.job, logger, watch: progress.watch });
    } finally {
      progress.close();
    }
  });
}

export function exitCodeOf(results: readonly CompanyResult[]): ExitCode {
  return firstThatApplies(
    results.flatMap(({ reports, error }) => [
      ...reports.map(exitCodeOfReport),
      ...(error ? [exitCodeOfError(error)] : []),
    ]),
  );
}

function toJson(results: readonly CompanyResult[]): string {
  const jobs = results.flatMap(({ reports, errors }) => reports.map((report) => toReportJson(report, errors)));
  return `${JSON.stringify({ jobs })}\n`;
}

function toText(results: readonly CompanyResult[]): string {
  const reports = results.flatMap(({ company, errors, reports }) =>
    reports.map((report) =>
      describeReport(report, { name: company.name, exponents: company.pleo.currencyExponents, errors }),
    ),
  );
  if (reports.length > 0) return `${reports.join('\n\n')}\n`;
  return results.some(({ error }) => error) ? '' : 'Nothing to do: no Export Job is waiting.\n';
}
