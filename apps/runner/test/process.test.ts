import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished, expect, test } from 'vitest';
import { entriesOf, openWorkplace, soundEntries, type Workplace } from './open-workplace.js';

// The built program, as users run it: `pnpm exec turbo run build` comes first.
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));

interface Child {
  readonly process: ChildProcess;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly stdout: () => string;
}

function start(argv: readonly string[]): Child {
  const child = spawn(process.execPath, [MAIN, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.resume();
  const ended = once(child, 'close').then(([code, signal]) => (code as number | null) ?? String(signal));
  return { process: child, ended, stdout: () => stdout };
}

/** Resolves once Pleo is asked for `endpoint`, and lets it wait for its answer. */
async function reaches({ simulator }: Workplace, endpoint: string): Promise<void> {
  while (!simulator.requests.some((request) => request.endpoint === endpoint)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function expectBookedOnce({ job, bookedReferences, simulator }: Workplace): Promise<void> {
  const references = await bookedReferences();
  expect(new Set(references).size).toBe(references.length);
  expect(entriesOf(references)).toEqual(soundEntries(job));
  expect(simulator.books.job(job.id).status).toBe('completed');
}

test('exports a job as a process of its own, with nothing but the result on stdout', async () => {
  const workplace = await openWorkplace({ items: 10 });

  const child = start(['run', '--json', '--config', workplace.configuration]);

  expect(await child.ended).toBe(0);
  expect(JSON.parse(child.stdout())).toMatchObject({ jobs: [{ status: 'completed', items: { exported: 10 } }] });
  await expectBookedOnce(workplace);
});

test('goes on after kill -9 in the middle of a job, without a duplicate or a loss', async () => {
  const workplace = await openWorkplace({ items: 10, receipts: 0 });
  workplace.simulator.faults.add({
    at: { endpoint: 'update-export-job-items', occurrence: 1 },
    fault: { kind: 'slow-answer', delayMs: 60_000 },
  });
  const child = start(['run', '--config', workplace.configuration]);
  await reaches(workplace, 'update-export-job-items');
  child.process.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');

  const second = start(['run', '--config', workplace.configuration]);

  expect(await second.ended).toBe(0);
  await expectBookedOnce(workplace);
});

test('answers 75 while another process works for the company, and leaves the work to it', async () => {
  const workplace = await openWorkplace({ items: 10, receipts: 0 });
  workplace.simulator.faults.add({
    at: { endpoint: 'get-export-items', occurrence: 1 },
    fault: { kind: 'slow-answer', delayMs: 1_500 },
  });
  const first = start(['run', '--config', workplace.configuration]);
  await reaches(workplace, 'get-export-items');

  const second = start(['run', '--config', workplace.configuration]);

  expect(await second.ended).toBe(75);
  expect(await first.ended).toBe(0);
  await expectBookedOnce(workplace);
});

test('stops at SIGTERM with 75, and a further run finishes the job', async () => {
  const workplace = await openWorkplace({ items: 10, receipts: 0 });
  workplace.simulator.faults.add({
    at: { endpoint: 'get-export-items', occurrence: 1 },
    fault: { kind: 'slow-answer', delayMs: 300 },
  });
  const child = start(['run', '--config', workplace.configuration]);
  await reaches(workplace, 'get-export-items');
  child.process.kill('SIGTERM');

  expect(await child.ended).toBe(75);
  expect(await start(['run', '--config', workplace.configuration]).ended).toBe(0);
  await expectBookedOnce(workplace);
});

test('ends at once at the second signal', async () => {
  const workplace = await openWorkplace({ items: 10, receipts: 0 });
  workplace.simulator.faults.add({
    at: { endpoint: 'get-export-items', occurrence: 1 },
    fault: { kind: 'slow-answer', delayMs: 60_000 },
  });
  const child = start(['run', '--config', workplace.configuration]);
  await reaches(workplace, 'get-export-items');
  child.process.kill('SIGINT');
  child.process.kill('SIGTERM');

  expect([130, 143]).toContain(await child.ended);
});
