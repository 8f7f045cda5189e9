import type { Clock, ExportProgress } from '@ledgerferry/core';
import type { Output, Surroundings } from '../surroundings.js';

/** Shows how far jobs have come, on stderr. */
export interface ProgressDisplay {
  /** Takes the progress of one company's jobs. */
  readonly watch: (company: string) => (progress: ExportProgress) => void;
  /** Where logs go, so that they do not end up in the bar. */
  readonly logOutput: Output;
  /** Takes the bar away. */
  close(): void;
}

const CLEAR_LINE = '\r\u001B[2K';
const BAR_WIDTH = 24;
const LINE_EVERY_MS = 1_000;

/** A redrawn bar where a person watches a terminal, else plain lines: one a step, and at most one a second in between. */
export function createProgress(
  { stderr, env }: Pick<Surroundings, 'stderr' | 'env'>,
  { json, clock }: { readonly json: boolean; readonly clock: Clock },
): ProgressDisplay {
  const isBar = stderr.isTTY === true && !env['CI'] && !json;
  return isBar ? drawBar(stderr) : writeLines(stderr, clock);
}

function drawBar(stderr: Output): ProgressDisplay {
  const clear = (): void => void stderr.write(CLEAR_LINE);
  return {
    watch: (company) => (progress) => {
      const filled = progress.total > 0 ? Math.floor((BAR_WIDTH * progress.done) / progress.total) : 0;
      const bar = '#'.repeat(filled).padEnd(BAR_WIDTH, '.');
      stderr.write(
        `${CLEAR_LINE}[${bar}] ${describe(company, progress)}`.slice(0, CLEAR_LINE.length + (stderr.columns ?? 80)),
      );
    },
    logOutput: { write: (text) => stderr.write(`${CLEAR_LINE}${text}`) },
    close: clear,
  };
}

function writeLines(stderr: Output, clock: Clock): ProgressDisplay {
  const seen = new Set<string>();
  let lastAt = 0;
  return {
    watch: (company) => (progress) => {
      const step = `${progress.jobId} ${progress.step}`;
      const isNew = !seen.has(step);
      if (!isNew && clock.now() - lastAt < LINE_EVERY_MS) return;
      seen.add(step);
      lastAt = clock.now();
      stderr.write(`${describe(company, progress)}\n`);
    },
    logOutput: stderr,
    close: () => {},
  };
}

function describe(company: string, { step, done, total }: ExportProgress): string {
  return `${company}: ${step} ${done}/${total}`;
}
