import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAbacusSimulator, type AbacusSimulator } from '@ledgerferry/adapter-template/simulator';
import { generateExportJob } from '@ledgerferry/pleo-simulator';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openWorkplace, type Workplace } from './open-workplace.js';

// The built program, as users run it: `pnpm exec turbo run build` comes first.
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const TOKEN = 'abacus-token';

/** Some of its entries fit the simulated books, which know three accounts; the others are refused before anything is sent. */
const JOB = { items: 20, types: ['wallet_topup', 'wallet_unload', 'personal_spend'] } as const;

let workplace: Workplace;
let ledger: AbacusSimulator;

/** Runs the command to its end and returns its exit code. */
function ferry(command: 'plan' | 'check' | 'run'): Promise<number> {
  const argv = [MAIN, command, '--json', '--config', workplace.configuration];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, argv, () => resolve(child.exitCode ?? -1));
  });
}

/** Everything that can be changed, byte by byte: the files of the workplace, Pleo's books and the ledger's. */
async function everythingThere(): Promise<unknown> {
  const { folder, simulator } = workplace;
  const names = (await readdir(folder)).toSorted();
  const files = await Promise.all(names.map(async (name) => [name, await hashOf(join(folder, name))]));
  const jobs = simulator.books.jobs().map(({ id, status, events, items }) => ({ id, status, events, items }));
  const { vouchers, files: attachments } = ledger;
  return structuredClone({ files, jobs, vouchers, attachments });
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** What left the process since, as far as the two far ends saw it. */
function requestsSince(before: { readonly pleo: number; readonly ledger: number }): readonly string[] {
  const all = [...workplace.simulator.requests.slice(before.pleo), ...ledger.requests.slice(before.ledger)];
  return all.map(({ method, path }) => `${method} ${path}`);
}

beforeEach(async () => {
  workplace = await openWorkplace(JOB);
  ledger = await startAbacusSimulator({ token: TOKEN });
  onTestFinished(() => ledger.close());
  const [company] = workplace.settings.companies;
  await workplace.write({
    ...workplace.settings,
    adapter: '@ledgerferry/adapter-template',
    companies: [
      {
        ...company,
        bookkeeping: { accounts: { wallet: '55010', contra: '63000', payable: '63000', employeeReceivable: '63000' } },
        connection: { baseUrl: ledger.url, token: TOKEN },
      },
    ],
  });
});

/** A run has booked what it could, and another job waits. */
async function runOnce(): Promise<void> {
  await ferry('run');
  workplace.simulator.addJob(generateExportJob({ ...JOB, seed: 8, companyId: workplace.job.companyId }));
  if (ledger.vouchers.length === 0) throw new Error('nothing was booked');
}

describe.each(['plan', 'check'] as const)('%s, as a process of its own', (command) => {
  test.each([
    ['before anything was booked', async () => {}],
    ['with a job booked and another one waiting', runOnce],
  ])('reads from both far ends, sends nothing else, and leaves every byte as it is, %s', async (_when, happen) => {
    await happen();
    const sent = { pleo: workplace.simulator.requests.length, ledger: ledger.requests.length };
    const before = await everythingThere();

    expect(await ferry(command)).toBe(0);

    const requests = requestsSince(sent);
    expect(requests).toContain('GET /v1/accounts');
    expect(requests).toContain('GET /v3/export-jobs');
    expect(requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    expect(await everythingThere()).toEqual(before);
  });
});
