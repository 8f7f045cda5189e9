import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../open-workplace.js';
import { runLedgerferry } from '../run-ledgerferry.js';

const ITEMS = ['--items', '40'];

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

test('leaves a configuration that other commands can be tried with', async () => {
  const cwd = await makeFolder();
  const { stdout } = await runLedgerferry(['demo', ...ITEMS, '--json'], { cwd });
  const { configuration, jobs } = JSON.parse(stdout);

  const ran = await runLedgerferry(['show', jobs[0].jobId, '--config', configuration], { cwd });

  expect(ran.exitCode).toBe(0);
  expect(ran.stdout).toContain('Demo company: Export Job');
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
