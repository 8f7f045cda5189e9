import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import {
  DEFAULT_API_KEY,
  generateExportJob,
  startPleoSimulator,
  type GeneratedExportJob,
} from '@ledgerferry/pleo-simulator';
import { ledgerCheck } from '../demo/check-with-hledger.js';
import { prepareDemoFolder, type DemoFolder } from '../demo/demo-folder.js';
import type { DemoLedger, StartedLedger } from '../demo/demo-ledger.js';
import { loadDemoLedger, type DemoLedgerName } from '../demo/demo-ledgers.js';
import { inHledgerForm } from '../demo/hledger-books.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describeReport } from '../presentation/describe-report.js';
import { toReportJson } from '../presentation/report-json.js';
import type { CompanyResult } from '../export-companies.js';
import type { CommandInput } from '../with-companies.js';
import { exitCodeOf, runExports } from './run.js';

export interface DemoInput extends Pick<CommandInput, 'surroundings' | 'json'> {
  readonly adapter: DemoLedgerName;
  readonly items: number;
  readonly seed: number;
  readonly folder: string;
}

/** Share of entries that are broken on purpose. */
const BROKEN = 0.05;

/** Exports a simulated job with the real engine, and leaves books to look at. Answers 0 where it went as it was meant to. */
export async function demo(input: DemoInput): Promise<ExitCode> {
  const { surroundings, json, items, seed } = input;
  const ledger = await loadDemoLedger(input.adapter);
  const folder = await prepareDemoFolder(resolve(surroundings.cwd, input.folder));
  const job = generateExportJob({ seed, items, broken: BROKEN });
  surroundings.stderr.write(
    `A bookkeeper clicks Export in Pleo: ${items} entries wait, ${job.planted.length} of them broken on purpose.\n`,
  );
  const results = await withFarEnds(ledger, job, (farEnds) => exportJob(input, { ledger, folder, job, farEnds }));
  const left = leftBehind(ledger, folder);
  const checked = await ledgerCheck(left.ledger, surroundings.env);
  surroundings.stdout.write(
    json ? toJson(results, left) : toText(results, { job, left, checked, cwd: surroundings.cwd }),
  );
  return wentAsPlanned(results, job) ? EXIT.done : exitCodeOf(results) || EXIT.unfinished;
}

interface FarEnds {
  readonly started: StartedLedger;
  /** The settings below `pleo` that reach the job. */
  readonly pleo: { readonly baseUrl: string; readonly apiKey: string };
}

/** Starts the accounting system, and a Pleo where the job waits; both are gone afterwards. */
async function withFarEnds<Result>(
  ledger: DemoLedger,
  job: GeneratedExportJob,
  action: (farEnds: FarEnds) => Promise<Result>,
): Promise<Result> {
  const simulator = await startPleoSimulator();
  try {
    simulator.addJob(job);
    const started = await ledger.start(job);
    try {
      return await action({ started, pleo: { baseUrl: simulator.url, apiKey: DEFAULT_API_KEY } });
    } finally {
      await started.close();
    }
  } finally {
    await simulator.close();
  }
}

interface Staged {
  readonly ledger: DemoLedger;
  readonly folder: DemoFolder;
  readonly job: GeneratedExportJob;
  readonly farEnds: FarEnds;
}

/** Does what `run` does, and leaves what a simulated system holds then. */
async function exportJob(
  { surroundings, json }: DemoInput,
  { ledger, folder, job, farEnds: { started, pleo } }: Staged,
): Promise<readonly CompanyResult[]> {
  const { adapter, accounts } = ledger;
  const { connection } = started;
  await folder.writeConfiguration({ pleo, companyId: job.companyId, adapter, accounts, connection });
  const quiet = { ...surroundings, env: { LEDGERFERRY_LOG: 'error', ...surroundings.env } };
  const results = await runExports({ surroundings: quiet, json, config: folder.configuration });
  const books = started.books();
  if (books) await writeFile(join(folder.path, ledger.ledger), inHledgerForm(books));
  return results;
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

/** Paths of what there is to look at. */
interface LeftBehind {
  readonly ledger: string;
  readonly receipts: string | null;
  readonly state: string;
  readonly configuration: string;
}

function leftBehind({ ledger, receipts }: DemoLedger, { path, state, configuration }: DemoFolder): LeftBehind {
  return {
    ledger: join(path, ledger),
    receipts: receipts === null ? null : join(path, receipts),
    state,
    configuration,
  };
}

interface Shown {
  readonly job: GeneratedExportJob;
  readonly left: LeftBehind;
  readonly checked: string | null;
  readonly cwd: string;
}

function toText(results: readonly CompanyResult[], { job, left, checked, cwd }: Shown): string {
  const near = (path: string): string => relative(cwd, path) || '.';
  const configuration = near(left.configuration);
  const reports = results.flatMap(({ company, errors, reports, error }) => [
    ...reports.map((report) =>
      describeReport(report, { name: company.name, exponents: company.pleo.currencyExponents, errors }),
    ),
    ...(error ? [`${error.message} [${error.code}]`] : []),
  ]);
  const [broken] = job.planted;
  return `${reports.join('\n\n')}

The ledger    ${near(left.ledger)}
${left.receipts === null ? '' : `The receipts  ${near(left.receipts)}/\n`}The state     ${near(left.state)}
${checked === null ? '' : `\n${checked}\n`}
What to do next:
  hledger -f ${near(left.ledger)} balance
  ledgerferry show ${job.id} --config ${configuration}
${broken ? `  ledgerferry explain ${broken.accountingEntryId} --config ${configuration}\n` : ''}  ledgerferry simulate pleo    and then your own configuration
`;
}

function toJson(results: readonly CompanyResult[], left: LeftBehind): string {
  const jobs = results.flatMap(({ reports, errors }) => reports.map((report) => toReportJson(report, errors)));
  return `${JSON.stringify({ jobs, ...left })}\n`;
}
