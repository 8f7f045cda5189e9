// The real command over a simulated Pleo and the bench's ledger, in a folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  DEFAULT_API_KEY,
  generateExportJob,
  startPleoSimulator,
  type GeneratedExportJob,
  type PleoSimulator,
} from '@ledgerferry/pleo-simulator';
import { runnerFlags } from '../runner-flags.ts';
import { startLedger, type Ledger } from './ledger.ts';

const MAIN = join(import.meta.dirname, '../../../apps/runner/dist/main.js');

/** A company whose jobs the command carries. */
export interface Workplace {
  readonly pleo: PleoSimulator;
  readonly ledger: Ledger;
  readonly stateFile: string;
  /** Lets a job wait at Pleo. Jobs of different seeds have different entries, and partly the same vendors. */
  addJob(options: { readonly seed: number; readonly items: number }): GeneratedExportJob;
  /** Starts the command. */
  start(): ChildProcess;
  /** Runs the command to its end. @throws where the job did not complete. */
  run(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorkplace({ unique }: { readonly unique: boolean }): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerferry-bench-calls-'));
  const pleo = await startPleoSimulator({ rateLimitPerMinute: 1_000_000 });
  const ledger = await startLedger({ unique });
  const configuration = join(folder, 'ledgerferry.json');
  const companyId = generateExportJob({ seed: 1, items: 1 }).companyId;
  await writeFile(configuration, JSON.stringify(settings({ pleo, ledger, companyId, unique })));
  const start = (): ChildProcess =>
    spawn(process.execPath, [...runnerFlags(), MAIN, 'run', '--json', '--config', configuration], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  return {
    pleo,
    ledger,
    stateFile: join(folder, 'state.db'),
    addJob({ seed, items }) {
      const job = generateExportJob({ seed, items, companyId, receipts: 0.1, methods: [null], types: TYPES });
      pleo.addJob(job);
      return job;
    },
    start,
    async run() {
      const command = start();
      const said = command.stdout ? text(command.stdout) : '';
      const [exitCode] = (await once(command, 'exit')) as [number];
      if (exitCode !== 0) throw new Error(`the command ended with ${exitCode}: ${await said}`);
    },
    async close() {
      await Promise.all([pleo.close(), ledger.close(), rm(folder, { recursive: true })]);
    },
  };
}

const TYPES = ['card_purchase', 'fee', 'refund', 'invoice', 'invoice_payment'] as const;

function settings({
  pleo,
  ledger,
  companyId,
  unique,
}: {
  readonly pleo: PleoSimulator;
  readonly ledger: Ledger;
  readonly companyId: string;
  readonly unique: boolean;
}): object {
  return {
    adapter: join(import.meta.dirname, 'ledger-adapter.ts'),
    state: 'sqlite:./state.db',
    pleo: { baseUrl: pleo.url, apiKey: DEFAULT_API_KEY, limits: { perMinute: 1_000_000 } },
    companies: [
      {
        id: companyId,
        name: 'Bench',
        bookkeeping: {
          accounts: { wallet: '55010', outOfPocket: '63040', contra: '55990', payable: '63000' },
          posting: 'final',
        },
        connection: { baseUrl: ledger.url, unique },
      },
    ],
  };
}
