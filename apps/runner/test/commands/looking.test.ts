import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorkplace, type Workplace } from '../open-workplace.js';
import { runLedgerferry, type Ran } from '../run-ledgerferry.js';

let workplace: Workplace;

const JOB = { items: 20, broken: 0.1, types: ['card_purchase'] } as const;

function ferry(...argv: readonly string[]): Promise<Ran> {
  return runLedgerferry([...argv, '--config', workplace.configuration]);
}

/** Nothing but reads reached Pleo, and nothing new lies in the folder. */
async function expectNothingChanged(): Promise<void> {
  const { simulator, folder, job } = workplace;
  expect(simulator.requests.map(({ method }) => method)).not.toContain('POST');
  expect(simulator.requests.map(({ method }) => method)).not.toContain('PUT');
  expect(simulator.books.job(job.id).status).toBe('pending');
  expect(await readdir(folder)).toEqual(['ledgerferry.yaml']);
}

describe('check', () => {
  beforeEach(async () => {
    workplace = await openWorkplace(JOB);
  });

  test('logs in on both sides, tells what waits, and changes nothing', async () => {
    const ran = await ferry('check');

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('Example ApS: ready\n  books: books.journal (');
    expect(ran.stdout).toContain('1 Export Job waiting, 0 in progress');
    expect(ran.stdout).toContain('books.journal does not exist yet and will be created.');
    await expectNothingChanged();
  });

  test('lists accounts that are missing', async () => {
    const { settings, write } = workplace;
    const [company] = settings.companies;
    await write({ ...settings, companies: [{ ...company, bookkeeping: { accounts: { wallet: '55000' } } }] });

    const ran = await ferry('check', '--json');

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('bookkeeping.accounts.payable is not set');
  });

  test('answers 78 with the reason where a side cannot be logged in to', async () => {
    const { settings, write, simulator } = workplace;
    await write({ ...settings, pleo: { baseUrl: simulator.url, apiKey: 'wrong' } });

    const ran = await ferry('check');

    expect(ran.exitCode).toBe(78);
    expect(ran.stdout).toContain('Example ApS: not ready\n  Pleo does not accept the credentials');
  });
});

describe('plan', () => {
  beforeEach(async () => {
    workplace = await openWorkplace(JOB);
  });

  test('shows debits and credits with equal totals, and writes nothing anywhere', async () => {
    const ran = await ferry('plan');

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('would book 18 of 20 entries');
    expect(ran.stdout).toMatch(/^ +account +debit +credit$/m);
    expect(ran.stdout).toContain('Would not be booked:');
    const totals = [...ran.stdout.matchAll(/total debit (\S+ [A-Z]{3}), credit (\S+ [A-Z]{3})/g)];
    expect(totals.length).toBeGreaterThan(0);
    for (const [, debit, credit] of totals) expect(debit).toBe(credit);
    await expectNothingChanged();
  });

  test('plans what a run then books', async () => {
    const planned: unknown = JSON.parse((await ferry('plan', '--json')).stdout);
    await ferry('run');

    const references = await workplace.bookedReferences();
    expect(planned).toMatchObject({ jobs: [{ jobId: workplace.job.id }] });
    for (const reference of references) expect(JSON.stringify(planned)).toContain(`"key":"${reference}"`);
  });
});

describe('after a run', () => {
  const cleanUps: (() => Promise<void>)[] = [];
  let failed: string;
  let booked: string;

  beforeAll(async () => {
    workplace = await openWorkplace(JOB, { atTheEnd: (cleanUp) => cleanUps.push(cleanUp) });
    const { planted, accountingEntryIds } = workplace.job;
    failed = planted[0]?.accountingEntryId ?? '';
    booked = accountingEntryIds.find((id) => planted.every((one) => one.accountingEntryId !== id)) ?? '';
    await ferry('run');
  });

  beforeEach(() => workplace.write(workplace.settings));

  afterAll(() => Promise.all(cleanUps.map((cleanUp) => cleanUp())));

  test('jobs lists it as finished', async () => {
    const ran = await ferry('jobs');

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(new RegExp(`^Example ApS\n  ${workplace.job.id}  completed_with_errors`));
  });

  test('jobs still tells what this state knows where Pleo does not let us in, and answers 78', async () => {
    const { write, settings, simulator } = workplace;
    await write({ ...settings, pleo: { baseUrl: simulator.url, apiKey: 'wrong' } });

    const ran = await ferry('jobs', '--json');

    expect(ran.exitCode).toBe(78);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      companies: [{ open: null, stored: [{ jobId: workplace.job.id }] }],
    });
  });

  test('show lists every entry with its outcome, and each cause once', async () => {
    const ran = await ferry('show', workplace.job.id);

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(new RegExp(`${booked}  exported  LF-`));
    expect(ran.stdout).toMatch(new RegExp(`${failed}  failed`));
    expect(ran.stdout).toContain('[MISSING_CATEGORY]');
  });

  test('settle refuses an entry that is not in doubt', async () => {
    const ran = await ferry('settle', booked, '--absent');

    expect(ran.exitCode).toBe(78);
    expect(ran.stderr).toContain('[NOTHING_TO_SETTLE]');
  });

  test('settle refuses a contact that no job needed', async () => {
    const ran = await ferry('settle', 'prerequisite/contact/nobody', '--absent');

    expect(ran.exitCode).toBe(64);
    expect(ran.stderr).toContain('prerequisite/contact/nobody was never needed by a job that ran here.');
  });
});

test('a command that only looks makes no state file', async () => {
  workplace = await openWorkplace(JOB);

  await ferry('jobs');

  expect(existsSync(join(workplace.folder, 'state.db'))).toBe(false);
});
