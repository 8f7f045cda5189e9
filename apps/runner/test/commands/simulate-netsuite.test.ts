import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../open-workplace.js';
import { putTogether } from '../put-together.js';
import { runLedgerferry } from '../run-ledgerferry.js';
import { whileSimulating } from '../while-simulating.js';

test.each([
  ['by token', []],
  ['by certificate', ['--certificate']],
])('prints settings with which a job is exported, with an app that signs in %s', async (_how, argv) => {
  const folder = await makeFolder();

  await whileSimulating('pleo', ['--items', '5', '--seed', '3'], async (pleo) => {
    const simulated = await whileSimulating('netsuite', argv, async (netsuite) => {
      expect(netsuite).toContain('A simulated NetSuite listens on http://127.0.0.1:');
      expect(netsuite).toContain('with the account 1234567_SB1.');
      await writeFile(join(folder, 'ledgerferry.yaml'), putTogether(pleo, netsuite));

      const checked = await runLedgerferry(['check'], { cwd: folder });
      const ran = await runLedgerferry(['run'], { cwd: folder });

      expect(checked.stdout).toContain('books: Havnegade Kaffe ApS (NetSuite 1234567_SB1)');
      expect(checked.stdout).not.toMatch(/connection\.(restlet|linkField)/);
      expect(ran.stdout).toContain('5 entries exported, 0 failed');
      expect(ran.exitCode).toBe(0);
    });
    expect(simulated.exitCode).toBe(0);
  });
});

test('prints one JSON document with the address, the account and the connection', async () => {
  await whileSimulating('netsuite', ['--json'], async (stdout) => {
    const { url, account, connection } = JSON.parse(stdout) as { url: string; account: string; connection: unknown };

    expect(account).toBe('1234567_SB1');
    expect(connection).toEqual({
      accountId: '1234567_SB1',
      baseUrl: `${url}/services/rest`,
      auth: {
        consumerKey: 'simulated-consumer',
        consumerSecret: 'simulated-consumer-secret',
        tokenId: 'simulated-token',
        tokenSecret: 'simulated-token-secret',
      },
      subsidiary: '1',
      dimensions: { PROJECT: 'cseg_project' },
      linkField: 'custbody_pleo_link',
      restlet: expect.stringContaining(`${url}/app/site/hosting/restlet.nl?script=`),
      limits: { lingerMs: 0 },
    });
  });
});
