import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { enterTwice, takeOut } from '../edit-ledger.js';
import { openWorkplace, type Workplace } from '../open-workplace.js';
import { runLedgerferry, type Ran } from '../run-ledgerferry.js';

let workplace: Workplace;

/** Entries of every kind: most go through accounts payable, and then come as an invoice and its payment; all have receipts. */
const JOB = {
  items: 12,
  types: ['card_purchase'],
  methods: ['accounts_payable'],
  receipts: 1,
  currencies: ['DKK'],
} as const;
const OTHER_JOB = '11111111-2222-4333-8444-555555555555';
const LEDGER_WITHOUT_PAYMENTS = fileURLToPath(new URL('../adapters/ledger-without-payments.ts', import.meta.url));
const SPEECHLESS_LEDGER = fileURLToPath(new URL('../adapters/speechless-ledger.ts', import.meta.url));
const NOBODY_KNOWS = '99999999-2222-4333-8444-555555555555';

beforeEach(async () => {
  workplace = await openWorkplace(JOB);
});

function ferry(...argv: readonly string[]): Promise<Ran> {
  return runLedgerferry([...argv, '--config', workplace.configuration]);
}

/** Exports the same entries again, in a job of its own. */
async function exportAgain(): Promise<Ran> {
  workplace.simulator.addJob({ ...workplace.job, id: OTHER_JOB, createdAt: '2026-03-20T07:30:00Z' });
  return ferry('run');
}

/** The first entry that is booked under such a role. */
async function entryWith(role: 'journal' | 'payment'): Promise<string> {
  const reference = (await workplace.bookedReferences()).find((each) => each.endsWith(`/${role}`)) ?? '';
  return reference.slice(0, -role.length - 1);
}

/** Explains an entry, and demands that it fits on a screen of 24 lines and 100 columns. */
async function explain(entry: string): Promise<string> {
  const { exitCode, stdout } = await ferry('explain', entry);
  expect(exitCode).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  return stdout;
}

describe('an entry that was exported', () => {
  test('is told from the click to the end of the job, with what the ledger holds now', async () => {
    await ferry('run');
    const entry = await entryWith('journal');

    const told = await explain(entry);

    const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
    const story = [
      `Export Job ${workplace.job.id} was taken up.`,
      'The journal was about to be sent to the ledger.',
      String.raw`The ledger has the journal: id LF-\w+, [\d.]+ DKK.`,
      'The receipt 1 was about to be sent to the ledger.',
      String.raw`The ledger has the receipt 1: id .*`,
      String.raw`The entry was settled: exported as LF-\w+.`,
      'Pleo was told.',
      'The job ended as completed.',
    ];
    expect(told).toMatch(new RegExp(story.map((line) => String.raw`  ${time}  ${line}\n`).join('')));
    expect(told).toMatch(/^ {2}Exported: it was booked as LF-\w+\.$/m);
    expect(told).toMatch(/^ {2}Nobody must act\.$/m);
    expect(told).toMatch(/^ {2}journal +LF-\w+ +there, [\d.]+ DKK on 2026-\d\d-\d\d\n {2}receipt 1 +there\n$/m);
  });

  test('is told as linked where it was exported twice, with both jobs', async () => {
    await ferry('run');
    await exportAgain();

    const told = await explain(await entryWith('journal'));

    expect(told).toMatch(/Exported: it was in the ledger before as LF-\w+, and was linked, not booked again\./);
    expect(told).toContain(`Export Job ${workplace.job.id} was taken up.`);
    expect(told).toContain(`Export Job ${OTHER_JOB} was taken up.`);
    expect(told).toMatch(/… \d+ lines in between: --json tells all/);
    expect(told).toContain('Nobody must act.');
  });

  test('is for the bookkeeper where somebody deleted it since', async () => {
    await ferry('run');
    const entry = await entryWith('journal');
    await takeOut(workplace.ledger, `${entry}/journal`);

    const told = await explain(entry);

    expect(told).toMatch(/The bookkeeper: journal LF-\w+ is not in the ledger any more/);
    expect(told).toContain('[DELETED_IN_LEDGER]');
    expect(told).toContain(
      'To do: Nothing, if that was meant. Else export the entry again in Pleo: it is booked anew.',
    );
    expect(told).toMatch(/^ {2}journal +LF-\w+ +not there$/m);
  });

  test('is for the bookkeeper where the ledger holds it twice', async () => {
    await ferry('run');
    const entry = await entryWith('journal');
    await enterTwice(workplace.ledger, `${entry}/journal`);

    const told = await explain(entry);

    expect(told).toContain('[TWICE_IN_LEDGER]');
    expect(told).toContain('To do: Delete all but one in the ledger; keep the one with the id that Pleo shows.');
    expect(told).toMatch(/there, [\d.]+ DKK on 2026-\d\d-\d\d, and again as LF-\w+/);
  });

  test('is told as partly in the ledger where its payment is gone', async () => {
    await ferry('run');
    const entry = await entryWith('payment');
    await takeOut(workplace.ledger, `${entry}/payment`);

    const told = await explain(entry);

    expect(told).toMatch(/The bookkeeper: payment LF-\w+ is not in the ledger any more/);
    expect(told).toMatch(/^ {2}invoice +LF-\w+ +there, .*\n {2}payment +LF-\w+ +not there$/m);
  });
});

test('an entry that failed is told with the reason, who must act and what they do', async () => {
  workplace = await openWorkplace({ items: 20, broken: 0.1, types: ['card_purchase'] });
  await ferry('run');

  const told = await explain(workplace.job.planted[0]?.accountingEntryId ?? '');

  expect(told).toContain('Failed (MISSING_CATEGORY): nothing of it counts as booked.');
  expect(told).toContain('The entry was settled: failed, MISSING_CATEGORY (before anything was sent).');
  expect(told).toMatch(/The bookkeeper: .*[^]*has no category: choose a category in Pleo and export it again\./);
  expect(told).toMatch(/To do: In Pleo, give every line of the entry a category/);
  expect(told).toContain('Nothing of it was sent.');
});

test('an entry that is booked in part is told with what the ledger has and refused, and with the advice of the adapter', async () => {
  await workplace.write({ ...workplace.settings, adapter: LEDGER_WITHOUT_PAYMENTS });
  expect((await ferry('run')).exitCode).toBe(1);
  const invoice = (await workplace.bookedReferences()).find((reference) => reference.endsWith('/invoice')) ?? '';

  const told = await explain(invoice.replace('/invoice', ''));

  expect(told).toMatch(/Failed \(ACME_PAYMENTS_LOCKED\), although the ledger has LF-\w+\./);
  expect(told).toContain('The payment was not booked: The ledger takes no payments today.');
  expect(told.replaceAll(/\s+/g, ' ')).toMatch(
    /The bookkeeper: The ledger takes no payments today\. Part of the entry is in the ledger already \(LF-\w+\): .* \[ACME_PAYMENTS_LOCKED\]/,
  );
  expect(told).toContain('To do: Unlock the payments journal, then export the entry again.');
  expect(told).toMatch(/^ {2}invoice +LF-\w+ +there, .*\n {2}payment +not there \(this state: not booked\)$/m);
});

test('an entry that nobody can settle is told with the evidence and the verdict that is asked for', async () => {
  await workplace.write({ ...workplace.settings, adapter: SPEECHLESS_LEDGER });
  expect((await ferry('run')).exitCode).toBe(75);

  const told = await explain(workplace.job.accountingEntryIds[0] ?? '');

  expect(told).toContain('Uncertain: it may be in the ledger, and a person must look.');
  expect(told).toMatch(/Whether the ledger has the (journal|invoice) could not be settled/);
  expect(told.replaceAll(/\s+/g, ' ')).toMatch(
    /The bookkeeper: The entry may be in the ledger: check reference [^ ]+; .* \[PARKED\] To do: Look in the ledger for the reference named\. There once and right: `settle ENTRY --found ID`\./,
  );
  expect(told).toMatch(/^ {2}(journal|invoice) +not asked \(this state: uncertain\)$/m);
  expect(told).toContain('This ledger cannot be asked.');
});

test('the story is told also where the ledger cannot be asked, with the reason', async () => {
  await ferry('run');
  const entry = await entryWith('journal');
  await rm(workplace.ledger);
  await mkdir(workplace.ledger);

  const told = await explain(entry);

  expect(told).toContain('The ledger has the journal: id LF-');
  expect(told).toContain('The ledger could not be asked:');
  expect(told).toContain('[JOURNAL_NOT_A_LEDGER]');
  expect(told).toMatch(/^ {2}journal +LF-\w+ +not asked$/m);
});

test('an entry that waits in a job at Pleo is told where, in words and as JSON', async () => {
  const [entry = ''] = workplace.job.accountingEntryIds;

  const told = await explain(entry);
  const json: unknown = JSON.parse((await ferry('explain', entry, '--json')).stdout);

  expect(told).toContain(`It waits in Export Job ${workplace.job.id} of Example ApS: nothing of it was sent`);
  expect(json).toMatchObject({ accountingEntryId: entry, found: false, waitsIn: workplace.job.id });
});

test('an entry that neither this state nor Pleo knows is answered with 64 and what to check', async () => {
  const ran = await ferry('explain', NOBODY_KNOWS);

  expect(ran.exitCode).toBe(64);
  expect(ran.stderr).toContain('was never part of a job that ran here, and waits in none at Pleo');
});

test('everything is in the JSON, also what one screen has no room for', async () => {
  await ferry('run');
  await exportAgain();
  const entry = await entryWith('payment');
  await takeOut(workplace.ledger, `${entry}/payment`);

  const json: unknown = JSON.parse((await ferry('explain', entry, '--json')).stdout);

  expect(json).toMatchObject({
    accountingEntryId: entry,
    found: true,
    jobs: [
      { jobId: workplace.job.id, state: 'reported', outcome: { status: 'exported' } },
      { jobId: OTHER_JOB, state: 'reported', outcome: { status: 'exported', alreadyExported: true } },
    ],
    actions: [{ code: 'DELETED_IN_LEDGER', owner: 'bookkeeper' }],
    documents: [
      { role: 'invoice', ledger: { status: 'live' } },
      { role: 'payment', ledger: { status: 'absent' } },
      { role: 'receipt', isListed: true },
    ],
    ledgerNote: null,
  });
});
