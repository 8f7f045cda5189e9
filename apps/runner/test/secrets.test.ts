import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkplace } from './open-workplace.js';
import { runLedgerferry, type Ran } from './run-ledgerferry.js';

const DEBUG = { LEDGERFERRY_LOG: 'debug' };

/** All that was said, and all that is left on the disk but the configuration, which is the user's own. */
async function everythingLeft(folder: string, { stdout, stderr }: Ran): Promise<string> {
  const names = await readdir(folder);
  const files = names.filter((name) => !name.endsWith('.yaml') && name !== 'receipts');
  const contents = await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')));
  return [stdout, stderr, ...contents].join('\n');
}

function expectNone(text: string, secrets: readonly string[]): void {
  for (const secret of secrets) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(`${secret}:`).toString('base64').replace(/=+$/, ''));
  }
}

test('neither the API key nor a signed file URL is logged, printed or stored, at the wordiest level', async () => {
  const apiKey = 'planted-api-key-17';
  const { folder, configuration, settings, write, simulator } = await openWorkplace(
    { items: 10, receipts: 1 },
    { credential: { apiKey } },
  );
  await write({ ...settings, pleo: { baseUrl: simulator.url, apiKey: '${PLEO_API_KEY}' } });
  simulator.faults.add({
    at: { endpoint: 'file', occurrence: 1 },
    fault: { kind: 'server-error', status: 500, effect: 'before' },
  });
  simulator.faults.add({ at: { endpoint: 'get-export-items', occurrence: 1 }, fault: { kind: 'answer-torn' } });

  const ran = await runLedgerferry(['run', '--config', configuration], { env: { ...DEBUG, PLEO_API_KEY: apiKey } });

  expect(ran.exitCode).toBe(0);
  expect(ran.stderr).toContain('"msg":"call answered"');
  const left = await everythingLeft(folder, ran);
  expectNone(left, [apiKey]);
  expect(left).not.toMatch(/signature=|\?expires=/i);
});

test('rotating tokens are kept encrypted, and shown nowhere', async () => {
  const oauth = { clientId: 'client', clientSecret: 'planted-client-secret', refreshToken: 'planted-refresh-token' };
  const { folder, configuration, settings, write, simulator } = await openWorkplace(
    { items: 5 },
    { credential: { oauth: { ...oauth, accessTokenSeconds: 3_600 } } },
  );
  const pleo = { baseUrl: simulator.url, oauth: { ...oauth, tokenUrl: `${simulator.url}/oauth/token` } };
  await write({ ...settings, secrets: { key: 'planted-encryption-key' }, pleo });

  const ran = await runLedgerferry(['run', '--config', configuration], { env: DEBUG });
  const again = await runLedgerferry(['run', '--config', configuration], { env: DEBUG });

  expect(ran.exitCode).toBe(0);
  expect(again.exitCode).toBe(0);
  expect(await readdir(folder)).toContain('state.db.credentials');
  expectNone(await everythingLeft(folder, ran), [oauth.clientSecret, oauth.refreshToken, 'planted-encryption-key']);
});

test('rotating tokens without a key to keep them with are refused by naming the setting', async () => {
  const oauth = { clientId: 'client', clientSecret: 'secret', refreshToken: 'refresh' };
  const { configuration, settings, write, simulator } = await openWorkplace(
    { items: 2 },
    { credential: { oauth: { ...oauth, accessTokenSeconds: 3_600 } } },
  );
  await write({
    ...settings,
    pleo: { baseUrl: simulator.url, oauth: { ...oauth, tokenUrl: `${simulator.url}/oauth/token` } },
  });

  const ran = await runLedgerferry(['run', '--config', configuration]);

  expect(ran.exitCode).toBe(78);
  expect(ran.stderr).toContain('Set `secrets.key`');
});
