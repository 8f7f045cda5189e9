import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changeAmount, enterTwice, takeOut } from '../edit-ledger.js';
import { openWorkplace, type Workplace } from '../open-workplace.js';
import { runLedgerferry, type Ran } from '../run-ledgerferry.js';

const ROUNDING_LEDGER = fileURLToPath(new URL('../adapters/rounding-ledger.ts', import.meta.url));

/** Top-ups come to one amount on two accounts; of each entry there is one document. */
const JOB = { items: 12, types: ['wallet_topup'], currencies: ['DKK', 'EUR'] } as const;

function ferry({ configuration }: Workplace, ...argv: readonly string[]): Promise<Ran> {
  return runLedgerferry([...argv, '--config', configuration]);
}

function reconcile(workplace: Workplace, ...argv: readonly string[]): Promise<Ran> {
  return ferry(workplace, 'reconcile', workplace.job.id, ...argv);
}

/** A job that has run. */
async function ran(options: Parameters<typeof openWorkplace>[0] = JOB): Promise<Workplace> {
  const workplace = await openWorkplace(options);
  expect((await ferry(workplace, 'run')).exitCode).toBe(0);
  return workplace;
}

/** Changes the state file behind everybody's back, as a copy that was restored would. */
function changeState({ folder }: Workplace, sql: string, ...values: readonly string[]): void {
  const database = new DatabaseSync(join(folder, 'state.db'));
  database.prepare(sql).run(...values);
  database.close();
}

interface Booked {
  readonly id: string;
  readonly amount: string;
}

/** The entries that come to an amount in DKK, with that amount. */
function entriesInKroner({ job }: Workplace): readonly Booked[] {
  return job.exportItems
    .filter(({ amount }) => amount.inWalletCurrency.currency === 'DKK')
    .map(({ accountingEntryId, amount }) => {
      const { value } = amount.inWalletCurrency;
      return { id: accountingEntryId, amount: `${String(value).slice(0, -2)}.${String(value).slice(-2)}` };
    });
}

function firstInKroner(workplace: Workplace): Booked {
  return entriesInKroner(workplace)[0] ?? { id: '', amount: '' };
}

describe('a finished job', () => {
  test('agrees, entry by entry and in total by currency', async () => {
    const workplace = await ran();

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Export Job \S+: Pleo, the state and the ledger agree on 12 entries\.\n {2}control total of the documents, [\d.]+ DKK: the ledger agrees\n {2}control total of the documents, [\d.]+ EUR: the ledger agrees\n$/,
    );
  });

  test('differs where entries were deleted in the ledger: one message for both, and the total of their currency', async () => {
    const workplace = await ran();
    const [one, other] = entriesInKroner(workplace);
    await takeOut(workplace.ledger, `${one?.id}/journal`);
    await takeOut(workplace.ledger, `${other?.id}/journal`);

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(1);
    expect(stdout).toContain(`Export Job ${workplace.job.id}: 2 of 12 entries differ.`);
    expect(stdout).toContain('2 entries, for the bookkeeper: The entry was booked, and the ledger no longer holds it');
    expect(stdout).toContain('To do: Nothing, if that was meant. Else export the entry again in Pleo');
    expect(stdout).toMatch(new RegExp(`- ${one?.id}: journal LF-\\w+ is not in the ledger any more`));
    expect(stdout).toMatch(new RegExp(`- ${other?.id}: journal LF-\\w+ is not in the ledger any more`));
    expect(stdout).toMatch(/documents, [\d.]+ DKK: the ledger has [\d.]+ DKK/);
    expect(stdout).toMatch(/documents, [\d.]+ EUR: the ledger agrees/);
  });

  test('differs where an amount was edited in the ledger, with both amounts', async () => {
    const workplace = await ran();
    const { id, amount } = firstInKroner(workplace);
    await changeAmount(workplace.ledger, `${id}/journal`, amount, '1.23');

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('[AMOUNT_DIFFERS_IN_LEDGER]');
    expect(stdout).toMatch(
      new RegExp(`- ${id}: journal LF-\\w+ should come to ${amount} DKK, and the ledger has 1\\.23 DKK`),
    );
    expect(stdout).toMatch(/documents, [\d.]+ DKK: the ledger has [\d.]+ DKK/);
  });

  test('differs where the ledger holds an entry twice, with both ids', async () => {
    const workplace = await ran();
    const { id } = firstInKroner(workplace);
    await enterTwice(workplace.ledger, `${id}/journal`);

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('1 entry, for the bookkeeper: The ledger holds the entry more than once');
    expect(stdout).toMatch(
      new RegExp(`- ${id}: journal LF-\\w+ is in the ledger 2 times: LF-\\w+, LF-\\w+ \\(line \\d+\\)`),
    );
  });

  test('differs where Pleo shows an entry as successful that nothing is known of', async () => {
    const workplace = await ran();
    const { id } = firstInKroner(workplace);
    changeState(workplace, 'delete from document where accounting_entry_id = ?', id);

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('[SUCCESSFUL_WITHOUT_ENTRY]');
    expect(stdout).toMatch(new RegExp(`- ${id}: Pleo says successful \\(LF-\\w+\\), nothing is known of it`));
  });

  test('differs where the state is behind Pleo, and that is for the administrator', async () => {
    const workplace = await ran();
    const { id } = firstInKroner(workplace);
    changeState(workplace, `update item set state = 'enlisted', outcome = null where accounting_entry_id = ?`, id);

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '1 entry, for the administrator: Pleo has a final status of the entry that this state does not know',
    );
    expect(stdout).toMatch(new RegExp(`- ${id}: Pleo says successful \\(LF-\\w+\\), this state says nothing`));
  });

  test('differs where a receipt is gone from the ledger', async () => {
    const workplace = await ran({ items: 4, types: ['card_purchase'], receipts: 1 });
    const [id = ''] = workplace.job.accountingEntryIds;
    await rm(join(workplace.folder, 'receipts', id), { recursive: true });

    const { exitCode, stdout } = await reconcile(workplace);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('A receipt was attached to the entry, and the ledger no longer lists it.');
    expect(stdout).toMatch(new RegExp(`- ${id}: receipt 1 \\(.*\\) is not listed with LF-\\w+ any more`));
    expect(stdout).toMatch(/documents, .*: the ledger agrees/);
  });

  test('is not compared with the books of another organisation', async () => {
    const workplace = await ran();
    const [company] = workplace.settings.companies;
    await workplace.write({
      ...workplace.settings,
      companies: [{ ...company, connection: { file: './other.journal' } }],
    });

    const { exitCode, stderr } = await reconcile(workplace);

    expect(exitCode).toBe(78);
    expect(stderr).toContain('[TENANT_CHANGED]');
  });

  test('tells the same as JSON', async () => {
    const workplace = await ran();
    const { id, amount } = firstInKroner(workplace);
    await changeAmount(workplace.ledger, `${id}/journal`, amount, '1.23');

    const json = JSON.parse((await reconcile(workplace, '--json')).stdout);

    expect(json).toMatchObject({
      jobId: workplace.job.id,
      agrees: false,
      ledgerAsked: true,
      totals: [
        { currency: 'DKK', agrees: false },
        { currency: 'EUR', agrees: true },
      ],
    });
    expect(json.rows.filter((row: { differences: unknown[] }) => row.differences.length > 0)).toMatchObject([
      {
        accountingEntryId: id,
        pleo: 'successful',
        store: 'exported',
        ledger: 'booked',
        differences: [{ code: 'AMOUNT_DIFFERS_IN_LEDGER', owner: 'bookkeeper' }],
      },
    ]);
  });
});

test('a job that Pleo could not be told about differs until the next run has told it', async () => {
  const workplace = await openWorkplace(JOB);
  const fault = { kind: 'rate-limited', retryAfterSeconds: 3_600 } as const;
  workplace.simulator.faults.add({ at: { endpoint: 'update-export-job-items', times: 10 }, fault });
  expect((await ferry(workplace, 'run')).exitCode).toBe(75);

  const { exitCode, stdout } = await reconcile(workplace);

  expect(exitCode).toBe(1);
  expect(stdout).toContain('12 entries, for the administrator: What became of the entry is known here and not at Pleo');
  expect(stdout).toContain('To do: Run again: the next run tells Pleo and finishes the job.');

  workplace.simulator.faults.clear();
  expect((await ferry(workplace, 'run')).exitCode).toBe(0);
  expect((await reconcile(workplace)).exitCode).toBe(0);
});

test('a job that expired before Pleo was told differs, and exporting it again is what to do', async () => {
  const workplace = await openWorkplace(JOB);
  workplace.simulator.faults.add({ at: { endpoint: 'update-export-job-items' }, fault: { kind: 'job-expired' } });
  expect((await ferry(workplace, 'run')).exitCode).toBe(75);

  const { exitCode, stdout } = await reconcile(workplace);

  expect(exitCode).toBe(1);
  expect(stdout).toContain('12 entries, for the bookkeeper: The ledger holds the entry, or a part of it');
  expect(stdout).toContain('[NOT_SUCCESSFUL_AT_PLEO]');
  expect(stdout).toContain('To do: Export the entry again in Pleo: what is in the ledger is linked');
});

describe('control totals', () => {
  test('keep a job open while they disagree in a currency, name the entries, and let it close once a person has put them right', async () => {
    const workplace = await openWorkplace(JOB);
    const { job, ledger, settings, simulator, write } = workplace;
    await write({
      ...settings,
      adapter: ROUNDING_LEDGER,
      companies: [{ ...settings.companies[0], connection: { file: ledger } }],
    });

    const stopped = await ferry(workplace, 'run');

    expect(stopped.exitCode).toBe(75);
    expect(simulator.books.job(job.id).status).toBe('in_progress');
    const named = [
      ...stopped.stdout.matchAll(/(\S+)\/journal should come to ([\d.]+) (\w+), and the ledger has ([\d.]+) \w+\./g),
    ];
    expect(named.map(([, , , currency = '']) => currency).toSorted()).toEqual(['DKK', 'EUR']);
    expect(stopped.stdout).toMatch(
      /stays open: Pleo counts [\d.]+ \w+, the ledger [\d.]+ \w+; Pleo counts [\d.]+ \w+, the ledger [\d.]+ \w+\./,
    );
    expect(stopped.stdout).toContain('Correct that in the ledger and run again. [CONTROL_TOTALS_DISAGREE]');

    const compared = await reconcile(workplace);
    expect(compared.exitCode).toBe(1);
    for (const [, id = '', planned, currency, found] of named) {
      expect(compared.stdout).toMatch(
        new RegExp(
          `- ${id}: journal LF-\\w+ should come to ${planned} ${currency}, and the ledger has ${found} ${currency}`,
        ),
      );
    }
    expect(compared.stdout).toMatch(/documents, [\d.]+ EUR: the ledger has [\d.]+ EUR/);

    for (const [, id = '', planned = '', , found = ''] of named)
      await changeAmount(ledger, `${id}/journal`, found, planned);
    const closed = await ferry(workplace, 'run');
    expect(closed.exitCode).toBe(0);
    expect(simulator.books.job(job.id).status).toBe('completed');
    expect((await reconcile(workplace)).exitCode).toBe(0);
  });
});
