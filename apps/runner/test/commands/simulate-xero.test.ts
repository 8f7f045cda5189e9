import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectAsUser } from '../connect-as-user.js';
import { makeFolder } from '../open-workplace.js';
import { putTogether } from '../put-together.js';
import { runLedgerferry } from '../run-ledgerferry.js';
import { whileSimulating } from '../while-simulating.js';

test('prints settings with which an organisation is ready to be exported to', async () => {
  const folder = await makeFolder();

  await whileSimulating('pleo', ['--items', '2'], async (pleo) => {
    const simulated = await whileSimulating('xero', [], async (xero) => {
      await writeFile(join(folder, 'ledgerferry.yaml'), putTogether(pleo, xero));

      const checked = await runLedgerferry(['check'], { cwd: folder });

      expect(checked.exitCode).toBe(0);
      expect(checked.stdout).toContain('books: Havnegade Kaffe ApS');
    });
    expect(simulated.exitCode).toBe(0);
  });
});

test('with --oauth, a user must consent first, and a job is exported with the tokens of the consent', async () => {
  const folder = await makeFolder();

  await whileSimulating('pleo', ['--items', '5', '--seed', '3'], async (pleo) => {
    await whileSimulating('xero', ['--oauth'], async (xero) => {
      expect(xero).toContain("of its company's connection; then run `ledgerferry connect xero`:");
      await writeFile(join(folder, 'ledgerferry.yaml'), putTogether(pleo, xero));
      const before = await runLedgerferry(['check'], { cwd: folder });
      expect(before.exitCode).toBe(78);
      expect(before.stdout).toContain(
        'an app that acts for a user is connected first, with `ledgerferry connect xero`',
      );

      const connected = await connectAsUser(['xero'], { cwd: folder });

      expect(connected).toMatchObject({ exitCode: 0, pages: [{ status: 200 }] });
      expect(connected.stdout).toBe(
        [
          'Xero simulated-app is connected, for Simulated company. It reaches',
          '  Havnegade Kaffe ApS, connected just now, set for Simulated company',
          '    tenantId: 70784a63-d24b-46a9-a4db-0e70a274b056',
          '',
        ].join('\n'),
      );
      const ran = await runLedgerferry(['run'], { cwd: folder });
      expect(ran.stdout).toContain('5 entries exported, 0 failed');
      expect(ran.exitCode).toBe(0);
    });
  });
});

test('prints one JSON document with the address and the connection', async () => {
  await whileSimulating('xero', ['--json'], async (stdout) => {
    const { url, connection } = JSON.parse(stdout) as { url: string; connection: unknown };

    expect(connection).toEqual({
      baseUrl: `${url}/api.xro/2.0`,
      connectionsUrl: `${url}/connections`,
      tenantId: '70784a63-d24b-46a9-a4db-0e70a274b056',
      auth: { accessToken: 'simulated-access-token' },
      limits: { lingerMs: 0 },
    });
  });
});
