import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../apps/runner/dist/main.js');

/** What the runner's first line asks Node for. */
const FLAGS = /^#!.* node (.*)$/m.exec(readFileSync(MAIN, 'utf8'))?.[1]?.split(' ') ?? [];

const PRELOADED = ['shared-clock', 'fail-at-commit'].map(
  (name) => new URL(`./inside-the-runner/${name}.mjs`, import.meta.url).href,
);

/** What Node compiled is kept, for the runner's second thread as well. */
const COMPILED = join(import.meta.dirname, '../node_modules/.cache/compiled');

// no runner outlives the sweep, stopped ones included
const alive = new Set<ChildProcess>();
process.on('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** The real command, at work. */
export interface RunnerProcess {
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Resolves once the process has stopped itself. */
  readonly stoppedItself: Promise<void>;
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
  /** What it complained of. */
  complaints(): string;
}

/** A signal that the runner sends itself, right before or after one of its commits. */
export interface SignalAtCommit {
  readonly number: number;
  readonly when: 'before' | 'after';
  readonly signal: 'SIGKILL' | 'SIGSTOP';
}

/** What a runner is started with. */
export interface RunnerSettings {
  readonly configuration: string;
  /** Read by the files in `inside-the-runner`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly atCommit?: SignalAtCommit | undefined;
}

/** A runner that hangs is killed, and found unfinished. */
const TIME_LIMIT_MS = 120_000;

/** Starts `ledgerferry run` as a process of its own. */
export function startRunner({ configuration, environment, atCommit }: RunnerSettings): RunnerProcess {
  const child = spawn(process.execPath, [...FLAGS, MAIN, 'run', '--config', configuration], {
    env: {
      ...process.env,
      ...environment,
      NODE_COMPILE_CACHE: COMPILED,
      ...(atCommit && { KILL_SWEEP_AT_COMMIT: [atCommit.number, atCommit.when, atCommit.signal].join(':') }),
      NODE_OPTIONS: PRELOADED.map((url) => `--import=${url}`).join(' '),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: TIME_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  alive.add(child);
  let complaints = '';
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      alive.delete(child);
      resolve(code ?? String(signal));
    });
  });
  const stoppedItself = new Promise<void>((resolve) => {
    child.stderr.on('data', (data: Buffer) => {
      complaints += data.toString();
      if (complaints.includes('kill-sweep: SIGSTOP')) resolve();
    });
  });
  return { ended, stoppedItself, signal: (name) => void child.kill(name), complaints: () => complaints };
}
