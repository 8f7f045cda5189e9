import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, openWorkplace } from '../open-workplace.js';
import { runLedgerferry } from '../run-ledgerferry.js';

describe('answers 64 for', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no command', [], /Usage: ledgerferry/],
    ['an unknown command', ['fly'], /unknown command 'fly'/],
    ['an unknown option', ['run', '--fast'], /unknown option '--fast'/],
    ['a job that is no UUID', ['run', '--job', '17'], /Expected the UUID of an Export Job/],
    ['a missing argument', ['show'], /missing required argument 'job'/],
    ['two verdicts at once', ['settle', 'x', '--found', '1', '--absent'], /either --found ID/],
    ['no verdict', ['settle', 'x'], /either --found ID/],
    ['no entries at all', ['demo', '--items', '0'], /Expected at least 1/],
    ['a number that is none', ['demo', '--items', 'many'], /Expected a whole number/],
  ])('%s', async (_, argv, complaint) => {
    const ran = await runLedgerferry(argv);

    expect(ran).toMatchObject({ exitCode: 64, stdout: '' });
    expect(ran.stderr).toMatch(complaint);
  });

  test('a company that the configuration does not have', async () => {
    const { configuration } = await openWorkplace();

    const ran = await runLedgerferry(['run', '--company', 'Nobody', '--config', configuration]);

    expect(ran.exitCode).toBe(64);
    expect(ran.stderr).toContain('The configuration has no company "Nobody". It has: Example ApS (');
  });

  test.each(['show', 'explain', 'reconcile'])('%s of what never ran here', async (command) => {
    const { configuration } = await openWorkplace();

    const ran = await runLedgerferry([command, '99999999-2222-4333-8444-555555555555', '--config', configuration]);

    expect(ran.exitCode).toBe(64);
    expect(ran.stderr).toMatch(/never (ran|part of a job that ran) here/);
  });
});

test('answers 0 and prints on stdout when asked for help', async () => {
  const ran = await runLedgerferry(['--help']);

  expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
  for (const command of [
    'demo',
    'check',
    'connect',
    'plan',
    'run',
    'jobs',
    'show',
    'explain',
    'reconcile',
    'settle',
    'simulate',
  ]) {
    expect(ran.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
});

test('answers 78 for a wrong configuration before anything is contacted, on stdout only as JSON', async () => {
  const { configuration, settings, write, simulator } = await openWorkplace();
  await write({ ...settings, state: 'nowhere' });

  const text = await runLedgerferry(['run', '--config', configuration]);
  const json = await runLedgerferry(['run', '--config', configuration, '--json']);

  expect(text).toMatchObject({ exitCode: 78, stdout: '' });
  expect(text.stderr).toContain('state: must be "sqlite:" and a file');
  expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'CONFIGURATION', problems: [{ path: 'state' }] } });
  expect(simulator.requests).toEqual([]);
});

test('finds ledgerferry.yaml in the working directory', async () => {
  const { folder } = await openWorkplace({ items: 2 });

  expect((await runLedgerferry(['run'], { cwd: folder })).exitCode).toBe(0);
});

test('answers 78 for a log level that does not exist', async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, 'ledgerferry.yaml'), '');

  const ran = await runLedgerferry(['check'], { cwd: folder, env: { LEDGERFERRY_LOG: 'loud' } });

  expect(ran.exitCode).toBe(78);
  expect(ran.stderr).toContain('LEDGERFERRY_LOG: must be one of debug, info, warn, error, silent');
});
