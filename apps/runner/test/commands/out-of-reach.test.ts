import { fileURLToPath } from 'node:url';
import { sendJson, startServer } from '@ledgerferry/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../open-workplace.js';
import { runLedgerferry, type Ran } from '../run-ledgerferry.js';

const DISTANT_LEDGER = fileURLToPath(new URL('../adapters/distant-ledger.ts', import.meta.url));
const JOB = { items: 3, types: ['card_purchase'], methods: ['journal'] } as const;
const TOLD_AT_ONCE = 'The ledger cannot be reached (asked 1 times, again within 6000 ms).';

const cleanUps: (() => Promise<void>)[] = [];
let workplace: Workplace;
let entry: string;

function ferry(...argv: readonly string[]): Promise<Ran> {
  return runLedgerferry([...argv, '--config', workplace.configuration]);
}

beforeAll(async () => {
  workplace = await openWorkplace(JOB, { atTheEnd: (cleanUp) => cleanUps.push(cleanUp) });
  entry = workplace.job.accountingEntryIds[0] ?? '';
  await ferry('run');
});

afterAll(() => Promise.all(cleanUps.map((cleanUp) => cleanUp())));

describe('a ledger that is out of reach', () => {
  beforeEach(() => workplace.write({ ...workplace.settings, adapter: DISTANT_LEDGER }));

  test('keeps explain from nothing but the ledger: what this state knows is told', async () => {
    const { exitCode, stdout } = await ferry('explain', entry);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Export Job ${workplace.job.id} was taken up.`);
    expect(stdout).toMatch(/^ {2}Exported: it was booked as LF-\w+\.$/m);
    expect(stdout).toMatch(/^ {2}journal +LF-\w+ +not asked$/m);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`The ledger could not be asked: ${TOLD_AT_ONCE} [DISTANT]`);
  });

  test('is told of at once by check, plan and reconcile, which can do nothing without it', async () => {
    const checked = await ferry('check');
    expect(checked.exitCode).toBe(75);
    expect(checked.stdout).toContain(`Example ApS: not ready\n  ${TOLD_AT_ONCE}`);
    const reconciled = await ferry('reconcile', workplace.job.id);
    expect([reconciled.exitCode, reconciled.stderr]).toEqual([75, expect.stringContaining(TOLD_AT_ONCE)]);
    workplace.simulator.addJob({ ...workplace.job, id: '11111111-2222-4333-8444-555555555555' });
    const planned = await ferry('plan');
    expect([planned.exitCode, planned.stderr]).toEqual([75, expect.stringContaining(TOLD_AT_ONCE)]);
  });

  test('is asked for as long as it takes by a run', async () => {
    const { stdout } = await ferry('run');
    expect(stdout).toContain('again within undefined ms');
  });
});

test('a Pleo that is out of reach is told of at once, beside the jobs that this state knows', async () => {
  const { url, seen } = await startServer((response) => sendJson(response, 503, {}, { 'Retry-After': '7' }));
  await workplace.write({ ...workplace.settings, pleo: { baseUrl: url, apiKey: 'key' } });

  const { exitCode, stdout, stderr } = await ferry('jobs');

  expect([exitCode, seen.length]).toEqual([75, 1]);
  expect(stdout).toContain(workplace.job.id);
  expect(stderr).toContain('Pleo is in trouble of its own: it answered 503.');
});
