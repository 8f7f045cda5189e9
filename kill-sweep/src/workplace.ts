import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_API_KEY } from '@ledgerferry/pleo-simulator';
import { startFarEnds, type FarEnds } from './far-ends.ts';
import { itemsFor } from './ledgers/open-ledger.ts';
import { startRunner, type RunnerProcess, type SignalAtCommit } from './runner-process.ts';
import type { LedgerKind } from './sweep-case.ts';
import { sweepJob, type SweepJob } from './sweep-job.ts';

/** A folder with a configuration and a state file, the far ends that it names, and the runners that work there. */
export interface Workplace {
  readonly input: SweepJob;
  readonly farEnds: FarEnds;
  readonly start: (atCommit?: SignalAtCommit) => RunnerProcess;
  /** Lets time pass for every runner and for Pleo, without waiting. */
  readonly passTime: (ms: number) => Promise<void>;
  /** How long a request can linger, as the ledger says to those who start from now on. At first hardly at all. */
  readonly setLinger: (ms: number) => void;
  /** Deletes the state file and what belongs to it. */
  readonly deleteState: () => Promise<void>;
  /** Commits of all runners so far. */
  readonly commits: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A dead runner's connections are broken with it: nothing of it lingers, unless an effect is to come late. */
const SHORT_LINGER_MS = 200;

/** A lease lasts a minute, and a request is said to linger as long: with this much more, both are over. */
export const A_MINUTE_MS = 61_000;

/** Ledgers that refuse a reference that they hold. */
const REFUSING: readonly LedgerKind[] = ['unique', 'netsuite'];

const ADAPTER = new URL('./inside-the-runner/adapter-of-the-case.mjs', import.meta.url).href;

/** Opens a workplace with the job waiting. */
export async function openWorkplace(ledger: LedgerKind): Promise<Workplace> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'ledgerferry-kill-sweep-')));
  const configuration = join(folder, 'ledgerferry.yaml');
  const clockFile = join(folder, 'milliseconds-ahead');
  const commitsFile = join(folder, 'commits');
  await writeFile(clockFile, '0');
  await writeFile(commitsFile, '');
  const input = sweepJob(itemsFor(ledger));
  const farEnds = await startFarEnds({ input, ledger, clockFile });
  await writeFile(configuration, JSON.stringify(configurationOf(farEnds, input)));
  const environment = {
    KILL_SWEEP_CLOCK: clockFile,
    KILL_SWEEP_COMMITS: commitsFile,
    KILL_SWEEP_ADAPTER: farEnds.ledger.adapter,
    KILL_SWEEP_UNIQUE: String(REFUSING.includes(ledger)),
  };
  const runners: RunnerProcess[] = [];
  let ahead = 0;
  let lingerMs = SHORT_LINGER_MS;
  return {
    input,
    farEnds,
    start: (atCommit) => {
      const lingering = { KILL_SWEEP_LINGER_MS: String(lingerMs) };
      const runner = startRunner({ configuration, environment: { ...environment, ...lingering }, atCommit });
      runners.push(runner);
      return runner;
    },
    passTime: async (ms) => {
      ahead += ms;
      await writeFile(clockFile, String(ahead));
    },
    setLinger: (ms) => {
      lingerMs = ms;
    },
    deleteState: async () => {
      for (const ending of ['', '-wal', '-shm']) await rm(join(folder, `state.db${ending}`), { force: true });
    },
    commits: async () => (await readFile(commitsFile)).byteLength,
    close: async () => {
      for (const runner of runners) runner.signal('SIGKILL');
      await Promise.all(runners.map((runner) => runner.ended));
      await farEnds.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** JSON is YAML. */
function configurationOf(farEnds: FarEnds, { job }: SweepJob): unknown {
  const { accounts, connection } = farEnds.ledger;
  return {
    adapter: ADAPTER,
    state: 'sqlite:./state.db',
    pleo: { baseUrl: farEnds.pleoUrl, apiKey: DEFAULT_API_KEY, limits: { perMinute: 100_000 } },
    companies: [
      {
        id: job.companyId,
        name: 'Example ApS',
        bookkeeping: { accounts, timeZone: 'Europe/Copenhagen', posting: 'final' },
        connection: connection(farEnds.ledgerUrl),
      },
    ],
  };
}
