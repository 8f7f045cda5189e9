import 'reflect-metadata';
import { runCommandLine } from '../src/run-command-line.js';

/** What a command left behind. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stop?: AbortSignal;
  /** Called with each text that reaches stdout. */
  readonly onStdout?: (text: string) => void;
  /** Called with each text that reaches stderr. */
  readonly onStderr?: (text: string) => void;
  readonly isTTY?: boolean;
}

/** Runs the real command line in this process, with streams of its own. */
export async function runLedgerferry(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const exitCode = await runCommandLine({
    argv,
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    stdout: {
      write: (text) => {
        stdout += text;
        options.onStdout?.(text);
      },
    },
    stderr: {
      write: (text) => {
        stderr += text;
        options.onStderr?.(text);
      },
      isTTY: options.isTTY,
    },
    stop: options.stop ?? new AbortController().signal,
  });
  return { exitCode, stdout, stderr };
}
