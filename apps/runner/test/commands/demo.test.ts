import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateExportJob } from '@ledgerferry/pleo-simulator';
import { expect, test } from 'vitest';
import { entriesOf, makeFolder, soundEntries } from '../open-workplace.js';
import { runLedgerferry } from '../run-ledgerferry.js';

const ITEMS = ['--items', '40'];
const JOB = generateExportJob({ seed: 1, items: 40, broken: 0.05 });

/** What a ledger in hledger form holds; `sum` is debits less credits, in hundredths. */
async function documentsIn(file: string) {
  const [, ...blocks] = (await readFile(file, 'utf8')).split(/\n\n(?=\d{4}-)/);
  return blocks.map((text) => {
    const amounts = [...text.matchAll(/^ {4}\S+ +(-?\d+)\.(\d\d) [A-Z]{3}$/gm)].map(([, whole, cents]) =>
      Number(`${whole}${cents}`),
    );
    return {
      text,
      reference: /; reference:(.*)$/m.exec(text)?.[1] ?? '',
      postings: amounts.length,
      sum: amounts.reduce((sum, amount) => sum + amount, 0),
    };
  });
}

test('exports a job into a ledger and shows what failed, why and what to do next', async () => {
  const cwd = await makeFolder();

  const ran = await runLedgerferry(['demo', ...ITEMS], { cwd, env: { PATH: process.env['PATH'] ?? '' } });

  expect(ran.exitCode).toBe(0);
  expect(ran.stderr).toContain('40 entries wait, 2 of them broken on purpose');
  expect(ran.stdout).toContain('38 entries exported, 2 failed');
  expect(ran.stdout).toMatch(/total \d+\.\d\d EUR/);
  expect(ran.stdout).toContain('The ledger    ledgerferry-demo/ledger.journal');
  expect(ran.stdout).toContain('hledger -f ledgerferry-demo/ledger.journal balance');
  expect(ran.stdout).not.toContain('complains');
  expect(await readFile(join(cwd, 'ledgerferry-demo', 'ledger.journal'), 'utf8')).toContain('reference:');
});

test.each([
  ['xero', /\((\S+)\)$|^(\S+)$/, 'bank-transaction'],
  ['netsuite', /^(\S+)()$/, 'journalEntry'],
])(
  'exports a job into a simulated %s and leaves its books, in which debits equal credits',
  async (adapter, form, kind) => {
    const cwd = await makeFolder();

    const ran = await runLedgerferry(['demo', '--adapter', adapter, ...ITEMS], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '' },
    });

    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('38 entries exported, 2 failed');
    expect(ran.stdout).toContain(`The ledger    ledgerferry-demo/${adapter}-books.journal`);
    expect(ran.stdout).not.toContain('The receipts');
    expect(ran.stdout).not.toContain('complains');
    const documents = await documentsIn(join(cwd, 'ledgerferry-demo', `${adapter}-books.journal`));
    expect(documents.filter(({ sum, postings }) => sum !== 0 || postings < 2)).toEqual([]);
    expect(documents.map(({ text }) => text).join()).toContain(kind);
    const references = documents.map(({ reference }) => form.exec(reference)?.slice(1).join('') ?? '');
    expect(new Set(references).size).toBe(references.length);
    expect(entriesOf(references.map((reference) => reference.replace('_', '/')))).toEqual(soundEntries(JOB));
  },
);

test('refuses to export into a system that it does not know, and names those that it does', async () => {
  const ran = await runLedgerferry(['demo', '--adapter', 'abacus']);

  expect(ran.exitCode).toBe(64);
  expect(ran.stderr).toContain('Allowed choices are journal, xero, netsuite.');
});

test('leaves a configuration that other commands can be tried with', async () => {
  const cwd = await makeFolder();
  const { stdout } = await runLedgerferry(['demo', ...ITEMS, '--json'], { cwd });
  const { configuration, jobs } = JSON.parse(stdout);

  const ran = await runLedgerferry(['show', jobs[0].jobId, '--config', configuration], { cwd });

  expect(ran.exitCode).toBe(0);
  expect(ran.stdout).toContain('Demo company: Export Job');
});

test('prints commands that still work when the simulated systems are gone', async () => {
  const cwd = await makeFolder();
  const { stdout } = await runLedgerferry(['demo', '--adapter', 'netsuite', ...ITEMS], { cwd });
  const [show = '', explain = ''] = [...stdout.matchAll(/^ {2}ledgerferry ((?:show|explain) .*)$/gm)].map(
    ([, command]) => command,
  );

  const shown = await runLedgerferry(show.split(' '), { cwd });
  const explained = await runLedgerferry(explain.split(' '), { cwd });

  expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shown.stdout).toContain('Demo company: Export Job');
  expect(explained).toMatchObject({ exitCode: 0, stderr: '' });
  expect(explained.stdout).toContain('Failed (');
});

test('makes its folder anew each time', async () => {
  const cwd = await makeFolder();
  await runLedgerferry(['demo', ...ITEMS], { cwd });

  const again = await runLedgerferry(['demo', ...ITEMS], { cwd });

  expect(again.exitCode).toBe(0);
  expect(again.stdout).toContain('38 entries exported, 2 failed');
});

test('refuses a folder that no demo made, and leaves it alone', async () => {
  const cwd = await makeFolder();
  await mkdir(join(cwd, 'mine'));
  await writeFile(join(cwd, 'mine', 'thesis.txt'), 'years of work');

  const ran = await runLedgerferry(['demo', '--folder', 'mine'], { cwd });

  expect(ran.exitCode).toBe(64);
  expect(ran.stderr).toContain('was not made by a demo');
  expect(await readFile(join(cwd, 'mine', 'thesis.txt'), 'utf8')).toBe('years of work');
});
