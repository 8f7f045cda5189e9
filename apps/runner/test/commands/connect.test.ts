import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectAsUser, open } from '../connect-as-user.js';
import { entriesOf, openWorkplace, soundEntries, type Workplace } from '../open-workplace.js';
import { runLedgerferry } from '../run-ledgerferry.js';
import {
  startAuthorizationServer,
  type AuthorizationServer,
  type AuthorizationServerOptions,
  type Tokens,
} from '../start-authorization-server.js';

const GUARDED_LEDGER = fileURLToPath(new URL('../adapters/consenting-ledger.ts', import.meta.url));
const APP = { clientId: 'app-1', clientSecret: 'planted-client-secret' };
const SECRETS = { key: 'planted-encryption-key' };
const TENANTS = [
  { id: 'tenant-new', name: 'New Ltd' },
  { id: 'tenant-old', name: 'Old Ltd' },
];

interface Office extends Workplace {
  readonly server: AuthorizationServer;
}

/** A company whose Pleo is reached by OAuth, and nobody has connected yet. */
async function openPleoOffice(options: Partial<AuthorizationServerOptions> = {}): Promise<Office> {
  let last = 'planted-first-refresh-token';
  const workplace = await openWorkplace(
    { items: 4 },
    { credential: { oauth: { ...APP, refreshToken: last, accessTokenSeconds: 3_600 } } },
  );
  const { simulator, settings } = workplace;
  // the simulated Pleo knows no consents: this server gives them, and hands out Pleo's tokens
  const issue = async (refreshToken: string | null): Promise<Tokens | undefined> => {
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken ?? last };
    const client = { client_id: APP.clientId, client_secret: APP.clientSecret };
    const body = new URLSearchParams({ ...form, ...client });
    const response = await fetch(`${simulator.url}/oauth/token`, { method: 'POST', body });
    if (!response.ok) return undefined;
    const tokens = (await response.json()) as Tokens;
    last = tokens.refresh_token;
    return tokens;
  };
  const server = await startAuthorizationServer({ ...APP, issue, ...options });
  const pleo = { baseUrl: simulator.url, oauth: { ...APP, tokenUrl: `${server.url}/token` } };
  await workplace.write({ ...settings, secrets: SECRETS, pleo });
  return { ...workplace, server };
}

/** Companies whose ledger is behind a sign-in of its own. */
async function openGuardedOffice(
  connections: readonly object[],
  options: Partial<AuthorizationServerOptions> = {},
): Promise<Office & { readonly companies: readonly { readonly id: string; readonly name: string }[] }> {
  const workplace = await openWorkplace({ items: 4 });
  const server = await startAuthorizationServer({ ...APP, tenants: TENANTS, ...options });
  const [company] = workplace.settings.companies;
  const companies = connections.map((own, index) => ({
    ...company,
    id: index === 0 ? company.id : `00000000-0000-4000-8000-00000000000${index}`,
    name: `Company ${index + 1}`,
    connection: { file: './books.journal', server: server.url, ...APP, ...own },
  }));
  await workplace.write({ ...workplace.settings, adapter: GUARDED_LEDGER, secrets: SECRETS, companies });
  return { ...workplace, server, companies };
}

/** Every file of the folder but the configuration, which is the user's own. */
async function filesIn({ folder }: Workplace): Promise<string> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.yaml'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1').catch(() => '')));
  return texts.join('\n');
}

describe('connect pleo', () => {
  test('keeps the tokens of a consent, and every later run goes on with them', async () => {
    const office = await openPleoOffice();
    const { configuration, job, server } = office;

    const connected = await connectAsUser(['pleo', '--config', configuration]);

    expect(connected.exitCode).toBe(0);
    expect(connected.stdout).toBe(
      `Pleo is connected, for Example ApS. It reaches\n  company ${job.companyId}, set for Example ApS\n    id: ${job.companyId}\n`,
    );
    expect(connected.pages).toMatchObject([{ status: 200, text: expect.stringContaining('<h1>Connected</h1>') }]);
    expect((await runLedgerferry(['check', '--config', configuration])).exitCode).toBe(0);
    expect((await runLedgerferry(['run', '--config', configuration])).exitCode).toBe(0);
    expect(entriesOf(await office.bookedReferences())).toEqual(soundEntries(job));
    expect(server.grants).toEqual(['authorization_code']);
  });

  test('asks on stderr, with the redirect URI to register, and answers one JSON document', async () => {
    const { configuration, job } = await openPleoOffice();

    const connected = await connectAsUser(['pleo', '--json', '--config', configuration]);

    const redirectUri = new URL(connected.asked[0] ?? '').searchParams.get('redirect_uri') ?? '';
    expect(redirectUri).toMatch(/^http:\/\/localhost:\d+\/callback$/);
    expect(connected.stderr).toContain(`register this redirect URI with the app: ${redirectUri}\n`);
    expect(JSON.parse(connected.stdout)).toEqual({
      connected: [
        {
          connection: 'Pleo',
          companies: [{ companyId: job.companyId, name: 'Example ApS', isReached: true }],
          tenants: [{ name: `company ${job.companyId}`, settings: { id: job.companyId }, isNew: null }],
        },
      ],
    });
  });

  test('shows no secret, at the wordiest level, and stores none in clear', async () => {
    const office = await openPleoOffice();

    const connected = await connectAsUser(['pleo', '--config', office.configuration], {
      env: { LEDGERFERRY_LOG: 'debug' },
    });

    const left = [
      connected.stdout,
      connected.stderr,
      ...connected.pages.map(({ text }) => text),
      await filesIn(office),
    ];
    expect(await readdir(office.folder)).toContain('state.db.credentials');
    // secret, code, verifier, both tokens
    expect(office.server.secrets).toHaveLength(5);
    for (const secret of [...office.server.secrets, SECRETS.key]) expect(left.join('\n')).not.toContain(secret);
    expect(connected.pages[0]?.headers.get('cache-control')).toBe('no-store');
    expect(connected.pages[0]?.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('takes no consent of another company, and keeps what was connected', async () => {
    const { folder, configuration, settings, write, server, simulator } = await openPleoOffice();
    await connectAsUser(['pleo', '--config', configuration]);
    const kept = await readFile(join(folder, 'state.db.credentials'), 'latin1');
    const [company] = settings.companies;
    const pleo = { baseUrl: simulator.url, oauth: { ...APP, tokenUrl: `${server.url}/token` } };
    const other = { ...company, id: '11111111-54b7-4a0e-9d0c-2f6a1b8e4c11', name: 'Other ApS' };
    await write({ ...settings, secrets: SECRETS, pleo, companies: [other] });

    const connected = await connectAsUser(['pleo', '--config', configuration]);

    expect(connected).toMatchObject({ exitCode: 78, stdout: '', pages: [{ status: 400 }] });
    expect(connected.stderr).toContain('[CONSENT_OF_ANOTHER_COMPANY]');
    expect(connected.stderr).toContain('Other ApS (11111111-54b7-4a0e-9d0c-2f6a1b8e4c11)');
    expect(server.grants).toEqual(['authorization_code', 'authorization_code']);
    expect(await readFile(join(folder, 'state.db.credentials'), 'latin1')).toBe(kept);
  });

  test('before it, check says how to connect', async () => {
    const { configuration } = await openPleoOffice();

    const checked = await runLedgerferry(['check', '--config', configuration]);

    expect(checked.exitCode).toBe(78);
    expect(checked.stdout).toContain(
      'The connection "Pleo" was never made. Connect with `ledgerferry connect pleo`. [HTTP_NOT_CONNECTED]',
    );
  });
});

describe('connect of an adapter', () => {
  test('asks once for all companies of an app, and shows the setting that chooses each organisation', async () => {
    const { configuration } = await openGuardedOffice([{}, { tenantId: 'tenant-old' }]);

    const connected = await connectAsUser(['guarded', '--config', configuration]);

    expect(connected.asked).toHaveLength(1);
    expect(connected).toMatchObject({ exitCode: 0 });
    expect(connected.stdout).toBe(
      [
        'Guarded app-1 is connected, for Company 1, Company 2. It reaches',
        '  New Ltd, connected just now',
        '    tenantId: tenant-new',
        '  Old Ltd, set for Company 2',
        '    tenantId: tenant-old',
        'Put the line of its own under the settings of Company 1.',
        '',
      ].join('\n'),
    );
    const checked = await runLedgerferry(['check', '--config', configuration]);
    expect(checked.stdout).toContain('Company 1: ready');
  });

  test('says which company is set to what the consent does not reach', async () => {
    const { configuration } = await openGuardedOffice([{ tenantId: 'tenant-gone' }]);

    const connected = await connectAsUser(['guarded', '--config', configuration]);

    expect(connected.exitCode).toBe(0);
    expect(connected.stdout).toContain('note: what Company 1 is set to is not among them');
  });

  test('asks for each app, or for that of one company', async () => {
    const second = await startAuthorizationServer({ ...APP, clientId: 'app-2', tenants: TENANTS });
    const { configuration } = await openGuardedOffice([{}, { clientId: 'app-2', server: second.url }]);

    const both = await connectAsUser(['guarded', '--json', '--config', configuration]);
    const one = await connectAsUser(['guarded', '--json', '--company', 'Company 2', '--config', configuration]);

    const namesIn = (stdout: string) =>
      (JSON.parse(stdout) as { connected: { connection: string }[] }).connected.map(({ connection }) => connection);
    expect(namesIn(both.stdout)).toEqual(['Guarded app-1', 'Guarded app-2']);
    expect(namesIn(one.stdout)).toEqual(['Guarded app-2']);
  });

  test('a refused sign-in of the app itself tells that a user must be asked first', async () => {
    const { configuration, server } = await openGuardedOffice([{}]);
    server.refuseFromNow();

    const checked = await runLedgerferry(['check', '--config', configuration]);

    expect(checked.exitCode).toBe(78);
    expect(checked.stdout).toContain('with `ledgerferry connect guarded`');
  });
});

describe('what does not connect', () => {
  test('a user who declines: nothing changes, and the page says so', async () => {
    const office = await openPleoOffice({ user: 'deny' });

    const connected = await connectAsUser(['pleo', '--config', office.configuration]);

    expect(connected).toMatchObject({ exitCode: 78, stdout: '', pages: [{ status: 400 }] });
    expect(connected.pages[0]?.text).toContain('<h1>Not connected</h1>');
    expect(connected.stderr).toContain('The consent for "Pleo" was declined. Nothing was changed');
    expect(await readdir(office.folder)).not.toContain('state.db.credentials');
    expect(office.server.grants).toEqual([]);
  });

  test('a callback with another state: it is told off, and the waiting goes on', async () => {
    const { configuration } = await openPleoOffice();

    const connected = await connectAsUser(['pleo', '--config', configuration], {
      user: async (url) => {
        const callback = new URL(new URL(url).searchParams.get('redirect_uri') ?? '');
        for (const query of ['', 'state=', 'code=stolen&state=guessed', `code=stolen&state=${'x'.repeat(43)}`]) {
          expect(await open(`${callback.href}?${query}`)).toMatchObject({ status: 400 });
        }
        expect(await open(new URL('/favicon.ico', callback).href)).toMatchObject({ status: 404 });
        return open(url);
      },
    });

    expect(connected).toMatchObject({ exitCode: 0, pages: [{ status: 200 }] });
  });

  test('a code that the far end refuses: earlier tokens stay in use', async () => {
    const office = await openGuardedOffice([{}]);
    await connectAsUser(['guarded', '--config', office.configuration]);
    office.server.refuseFromNow();

    const again = await connectAsUser(['guarded', '--json', '--config', office.configuration]);

    expect(again).toMatchObject({ exitCode: 78, pages: [{ status: 400 }] });
    expect(JSON.parse(again.stdout)).toEqual({
      error: {
        code: 'HTTP_CODE_REFUSED',
        message: expect.stringContaining('The consent for "Guarded app-1" was not taken (400 invalid_grant).'),
      },
    });
    expect((await runLedgerferry(['check', '--config', office.configuration])).exitCode).toBe(0);
  });

  test('Ctrl-C: the waiting ends with 75', async () => {
    const { configuration } = await openPleoOffice();
    const stop = new AbortController();

    const connected = await connectAsUser(['pleo', '--config', configuration], {
      stop: stop.signal,
      user: () => {
        stop.abort();
        return Promise.resolve({ status: 0, text: '', headers: new Headers() });
      },
    });

    expect(connected).toMatchObject({ exitCode: 75, stdout: '' });
    expect(connected.stderr).toContain('Nothing was connected, and what was stays. [STOPPED]');
  });

  test('no key to keep tokens with: nobody is asked', async () => {
    const { configuration, settings, write, server, simulator } = await openPleoOffice();
    await write({ ...settings, pleo: { baseUrl: simulator.url, oauth: { ...APP, tokenUrl: `${server.url}/token` } } });

    const connected = await connectAsUser(['pleo', '--config', configuration]);

    expect(connected).toMatchObject({ exitCode: 78, asked: [] });
    expect(connected.stderr).toContain('Set `secrets.key`. [CREDENTIALS_KEY_MISSING]');
  });

  test('a port that is taken: 64, by its number', async () => {
    const { configuration } = await openPleoOffice();
    const taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;

    const ran = await runLedgerferry(['connect', 'pleo', '--port', String(port), '--config', configuration]);

    expect(ran.exitCode).toBe(64);
    expect(ran.stderr).toContain(`Nothing can listen on localhost:${port} (EADDRINUSE). Choose another --port`);
  });

  test.each([
    ['an unknown far end', ['nowhere'], 'There is no "nowhere" to connect. This configuration has: pleo, journal.'],
    ['an adapter that needs no consent', ['journal'], 'The adapter journal needs no consent'],
    ['a Pleo that is reached by key', ['pleo'], "No company's settings for pleo ask for a consent"],
    ['an unknown company', ['pleo', '--company', 'Nobody'], 'The configuration has no company "Nobody"'],
  ])('%s: 64', async (_, argv, complaint) => {
    const { configuration } = await openWorkplace({ items: 1 });

    const connected = await connectAsUser([...argv, '--config', configuration]);

    expect(connected).toMatchObject({ exitCode: 64, asked: [], stdout: '' });
    expect(connected.stderr).toContain(complaint);
  });
});
