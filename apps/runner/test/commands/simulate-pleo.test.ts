import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../open-workplace.js';
import { runLedgerferry } from '../run-ledgerferry.js';
import { whileSimulating } from '../while-simulating.js';

test('prints a configuration with which the simulated job can be exported', async () => {
  const folder = await makeFolder();

  const simulated = await whileSimulating('pleo', ['--items', '5', '--seed', '3'], async (stdout) => {
    await writeFile(join(folder, 'ledgerferry.yaml'), stdout.slice(stdout.indexOf('adapter:')));
    const ran = await runLedgerferry(['run'], { cwd: folder });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toContain('5 entries exported, 0 failed');
  });

  expect(simulated.exitCode).toBe(0);
});

test.each<[string, readonly string[]]>([
  ['an API key', ['--api-key', 'own-key']],
  ['a bearer token', ['--token', 'own-token']],
  ['rotating OAuth tokens', ['--oauth']],
])('takes %s', async (_, credential) => {
  const folder = await makeFolder();

  await whileSimulating('pleo', ['--items', '2', ...credential], async (stdout) => {
    await writeFile(join(folder, 'ledgerferry.yaml'), stdout.slice(stdout.indexOf('adapter:')));
    expect((await runLedgerferry(['run'], { cwd: folder })).exitCode).toBe(0);
  });
});

test('prints one JSON document with the address, the key and the company', async () => {
  await whileSimulating(
    'pleo',
    ['--json', '--items', '2', '--company', 'b2a0c3de-0c1f-4f63-8e54-7d2c9a5f1e02'],
    async (stdout) => {
      expect(JSON.parse(stdout)).toMatchObject({
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        apiKey: 'pleo-simulator-key',
        companyId: 'b2a0c3de-0c1f-4f63-8e54-7d2c9a5f1e02',
      });
    },
  );
});

test('answers 64 where its port is taken', async () => {
  await whileSimulating('pleo', ['--json', '--items', '1'], async (stdout) => {
    const { port } = new URL(String(JSON.parse(stdout).url));

    const second = await runLedgerferry(['simulate', 'pleo', '--port', port]);

    expect(second.exitCode).toBe(64);
    expect(second.stderr).toContain(`127.0.0.1:${port} (EADDRINUSE)`);
  });
});
