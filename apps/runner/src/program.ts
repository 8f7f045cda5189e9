import { readFileSync } from 'node:fs';
// commander: the command line's grammar and its help, without dependencies
import { Command, InvalidArgumentError, Option } from 'commander';
import { check } from './commands/check.js';
import { connect } from './commands/connect.js';
import { explain } from './commands/explain.js';
import { jobs } from './commands/jobs.js';
import { plan } from './commands/plan.js';
import { reconcile } from './commands/reconcile.js';
import { run } from './commands/run.js';
import { settle } from './commands/settle.js';
import { show } from './commands/show.js';
import { DEMO_LEDGER_NAMES, type DemoLedgerName } from './demo/demo-ledgers.js';
import type { ExitCode } from './exit-code.js';
import type { Surroundings } from './surroundings.js';
import type { CommandInput } from './with-companies.js';

type Work = (input: CommandInput) => Promise<ExitCode>;

/** The command line: names, options and help. `done` gets the exit code of the command that was run. */
export function createProgram(surroundings: Surroundings, done: (exitCode: ExitCode) => void): Command {
  const { stdout, stderr } = surroundings;
  const program = new Command('ledgerferry')
    .description('Carries Pleo Export Jobs into an accounting system, exactly once.')
    .version(versionOf())
    .exitOverride()
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) })
    .configureHelp({ showGlobalOptions: true })
    .option('--config <file>', 'the configuration', 'ledgerferry.yaml')
    .option('--json', 'print exactly one JSON document on stdout', false);
  const does = async (work: Work): Promise<void> => {
    const { config, json } = program.opts<{ config: string; json: boolean }>();
    done(await work({ surroundings, config, json }));
  };

  program
    .command('demo')
    .description(
      'export a simulated job and leave books to look at: a plain-text ledger, or those of a simulated system',
    )
    .addOption(
      new Option('--adapter <name>', 'where the job is exported to').choices(DEMO_LEDGER_NAMES).default('journal'),
    )
    .option('--items <number>', 'entries in the job', atLeastOne, 200)
    .option('--seed <number>', 'another seed is another job', wholeNumber, 1)
    .option('--folder <folder>', 'made anew each time', 'ledgerferry-demo')
    .action((options: DemoOptions) =>
      does(async ({ json }) => {
        // only the demo and the simulator need the simulated Pleo: other commands start sooner without it
        const { demo } = await import('./commands/demo.js');
        return demo({ surroundings, json, ...options });
      }),
    );
  program
    .command('check')
    .description('validate the configuration and log in on both sides; changes nothing')
    .action(() => does(check));
  program
    .command('connect <far-end>')
    .description('ask a user to let us into pleo, or into the accounting system, such as xero')
    .option('--company <id>', 'only what this company needs, by id or name')
    .option('--port <number>', 'where the browser comes back to, on this machine', wholeNumber, 8085)
    .action((farEnd: string, options: ConnectOptions) => does((input) => connect({ ...input, farEnd, ...options })));
  ofCompanies(program.command('plan').description('show what would be booked; writes nothing')).action(
    (options: CompanyOptions) => does((input) => plan({ ...input, ...options })),
  );
  ofCompanies(program.command('run').description('process every waiting job now, then exit')).action(
    (options: CompanyOptions) => does((input) => run({ ...input, ...options })),
  );
  program
    .command('jobs')
    .description('list jobs that ran here and jobs that wait')
    .action(() => does(jobs));
  program
    .command('show <job>')
    .description('show what became of a job')
    .action((job: string) => does((input) => show({ ...input, job })));
  program
    .command('explain <entry>')
    .description('tell what happened to an entry and who must act')
    .action((entry: string) => does((input) => explain({ ...input, entry })));
  program
    .command('reconcile <job>')
    .description('compare Pleo, the state and the ledger; exit 1 where they differ')
    .action((job: string) => does((input) => reconcile({ ...input, job })));
  program
    .command('settle <entry>')
    .description('settle an entry that is in doubt, after a look into the ledger')
    .option('--found <id>', 'it is there, under this id')
    .option('--absent', 'it is not there')
    .action((entry: string, options: { found?: string; absent?: boolean }) =>
      does((input) => settle({ ...input, entry, ...options })),
    );
  addSimulate(program, does, surroundings);
  return program;
}

interface CompanyOptions {
  readonly company?: string;
  readonly job?: string;
}

interface ConnectOptions {
  readonly company?: string;
  readonly port: number;
}

interface DemoOptions {
  readonly adapter: DemoLedgerName;
  readonly items: number;
  readonly seed: number;
  readonly folder: string;
}

interface SimulateXeroOptions extends ListenOptions {
  readonly oauth?: boolean;
}

interface SimulateNetsuiteOptions extends ListenOptions {
  readonly certificate?: boolean;
}

interface ListenOptions {
  readonly port: number;
  readonly host: string;
}

interface SimulatePleoOptions extends ListenOptions {
  readonly items: number;
  readonly seed: number;
  readonly broken: number;
  readonly company?: string;
  readonly apiKey?: string;
  readonly token?: string;
  readonly oauth?: boolean;
}

function ofCompanies(command: Command): Command {
  return command
    .option('--company <id>', 'only this company, by id or name')
    .addOption(new Option('--job <id>', 'only this Export Job').argParser(uuid));
}

function listening(command: Command): Command {
  return command
    .option('--port <number>', 'where it listens; 0 is any free port', wholeNumber, 0)
    .option('--host <host>', 'where it listens', '127.0.0.1');
}

function addSimulate(program: Command, does: (work: Work) => Promise<void>, surroundings: Surroundings): void {
  const simulate = program.command('simulate').description('start a simulator');
  listening(simulate.command('xero'))
    .description('a strict simulated Xero on a real port, with one organisation, until it is stopped')
    .option('--oauth', 'let an app in that a user must consent to, with `connect xero`')
    .action((options: SimulateXeroOptions) =>
      does(async ({ json }) => {
        const { simulateXero } = await import('./commands/simulate-xero.js');
        return simulateXero({ surroundings, json, ...options });
      }),
    );
  listening(simulate.command('netsuite'))
    .description('a strict simulated NetSuite on a real port, with one account, until it is stopped')
    .option('--certificate', 'let an app in that signs in by a certificate, instead of by a token')
    .action((options: SimulateNetsuiteOptions) =>
      does(async ({ json }) => {
        const { simulateNetsuite } = await import('./commands/simulate-netsuite.js');
        return simulateNetsuite({ surroundings, json, ...options });
      }),
    );
  listening(simulate.command('pleo'))
    .description('a strict simulated Pleo on a real port, with one waiting job, until it is stopped')
    .option('--items <number>', 'entries in the job', atLeastOne, 200)
    .option('--seed <number>', 'another seed is another job', wholeNumber, 1)
    .option('--broken <share>', 'share of entries that are broken on purpose, 0 to 1', share, 0)
    .option('--company <id>', "the job's company")
    .option('--api-key <key>', 'accept this API key')
    .option('--token <token>', 'accept this bearer token')
    .option('--oauth', 'issue rotating OAuth tokens')
    .action((options: SimulatePleoOptions) =>
      does(async ({ json }) => {
        const { simulatePleo } = await import('./commands/simulate-pleo.js');
        return simulatePleo({ surroundings, json, ...options });
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number, such as 200.');
  return Number(text);
}

function atLeastOne(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('Expected at least 1.');
  return number;
}

function share(text: string): number {
  if (!/^(0(\.\d+)?|1(\.0+)?)$/.test(text))
    throw new InvalidArgumentError('Expected a share from 0 to 1, such as 0.05.');
  return Number(text);
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function uuid(text: string): string {
  if (!UUID.test(text)) throw new InvalidArgumentError('Expected the UUID of an Export Job.');
  return text.toLowerCase();
}

function versionOf(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}
