import { relative, resolve } from 'node:path';
import {
  DEFAULT_API_KEY,
  generateExportJob,
  startPleoSimulator,
  type GeneratedExportJob,
} from '@ledgerferry/pleo-simulator';
import { ledgerCheck } from '../demo/check-with-hledger.js';
import { prepareDemoFolder, type DemoFolder } from '../demo/demo-folder.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describeReport } from '../presentation/describe-report.js';
import { toReportJson } from '../presentation/report-json.js';
import type { CompanyResult } from '../export-companies.js';
import type { CommandInput } from '../with-companies.js';
import { exitCodeOf, runExports } from './run.js';

export interface DemoInput extends Pick<CommandInput, 'surroundings' | 'json'> {
  readonly items: number;
  readonly seed: number;
  readonly folder: string;
}

/** Share of entries that are broken on purpose. */
const BROKEN = 0.05;

/** Exports a simulated job with the real engine into a plain-text ledger. Answers 0 where it went as it was meant to. */
export async function demo(input: DemoInput): Promise<ExitCode> {
  const { surroundings, json, items, seed } = input;
  const folder = await prepareDemoFolder(resolve(surroundings.cwd, input.folder));
  const job = generateExportJob({ seed, items, broken: BROKEN });
  const simulator = await startPleoSimulator();
  try {
    simulator.addJob(job);
    await folder.writeConfiguration({ baseUrl: simulator.url, apiKey: DEFAULT_API_KEY, companyId: job.companyId });
    surroundings.stderr.write(
      `A bookkeeper clicks Export in Pleo: ${items} entries wait, ${job.planted.length} of them broken on purpose.\n`,
    );
    const quiet = { ...surroundings, env: { LEDGERFERRY_LOG: 'error', ...surroundings.env } };
    const results = await runExports({ surroundings: quiet, json, config: folder.configuration });
    const checked = await ledgerCheck(folder.ledger, surroundings.env);
    surroundings.stdout.write(
      json ? toJson(results, folder) : toText(results, { job, folder, checked, cwd: surroundings.cwd }),
    );
    return wentAsPlanned(results, job) ? EXIT.done : exitCodeOf(results) || EXIT.unfinished;
  } finally {
    await simulator.close();
  }
}

/** Every entry that was broken on purpose failed, and no other. */
function wentAsPlanned(
  results: readonly CompanyResult[],
  { planted, accountingEntryIds }: GeneratedExportJob,
): boolean {
  const outcomes = results.flatMap(({ reports }) => reports.flatMap((report) => report.outcomes));
  const broken = new Set(planted.map(({ accountingEntryId }) => accountingEntryId));
  const isAsMeant = outcomes.every(
    ({ accountingEntryId, status }) => status === (broken.has(accountingEntryId) ? 'failed' : 'exported'),
  );
  return isAsMeant && outcomes.length === accountingEntryIds.length;
}

interface Shown {
  readonly job: GeneratedExportJob;
  readonly folder: DemoFolder;
  readonly checked: string | null;
  readonly cwd: string;
}

function toText(results: readonly CompanyResult[], { job, folder, checked, cwd }: Shown): string {
  const near = (path: string): string => relative(cwd, path) || '.';
  const configuration = near(folder.configuration);
  const reports = results.flatMap(({ company, errors, reports, error }) => [
    ...reports.map((report) =>
      describeReport(report, { name: company.name, exponents: company.pleo.currencyExponents, errors }),
    ),
    ...(error ? [`${error.message} [${error.code}]`] : []),
  ]);
  const [broken] = job.planted;
  return `${reports.join('\n\n')}

The ledger    ${near(folder.ledger)}
The receipts  ${near(folder.receipts)}/
The state     ${near(folder.state)}
${checked === null ? '' : `\n${checked}\n`}
What to do next:
  hledger -f ${near(folder.ledger)} balance
  ledgerferry show ${job.id} --config ${configuration}
${broken ? `  ledgerferry explain ${broken.accountingEntryId} --config ${configuration}\n` : ''}  ledgerferry simulate pleo    and then your own configuration
`;
}

function toJson(results: readonly CompanyResult[], { ledger, receipts, state, configuration }: DemoFolder): string {
  const jobs = results.flatMap(({ reports, errors }) => reports.map((report) => toReportJson(report, errors)));
  return `${JSON.stringify({ jobs, ledger, receipts, state, configuration })}\n`;
}
