import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADAPTER_CONTRACT } from '@ledgerferry/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ConfigurationError } from '../../src/configuration/configuration-error.js';
import { readConfiguration } from '../../src/configuration/read-configuration.js';
import { makeFolder } from '../open-workplace.js';

const COMPANY = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';
const OTHER = 'b2a0c3de-0c1f-4f63-8e54-7d2c9a5f1e02';

const company = { id: COMPANY, name: 'Example ApS', connection: { file: './books.journal' } };
const valid = {
  adapter: '@ledgerferry/adapter-journal',
  state: 'sqlite:./state.db',
  pleo: { baseUrl: 'https://external.pleo.io', apiKey: 'key' },
  companies: [company],
};

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await makeFolder();
  file = join(folder, 'ledgerferry.yaml');
});

async function read(settings: unknown, env: Record<string, string> = {}) {
  await writeFile(file, typeof settings === 'string' ? settings : stringify(settings));
  return readConfiguration(file, env);
}

/** What is wrong, one line a problem. */
async function problemsOf(settings: unknown, env: Record<string, string> = {}): Promise<readonly string[]> {
  try {
    await read(settings, env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

test('reads a configuration and fills in every default', async () => {
  const configuration = await read(valid);

  expect(configuration.adapter.name).toBe('journal');
  expect(configuration.stateFile).toBe(join(folder, 'state.db'));
  expect(configuration.companies).toMatchObject([
    {
      id: COMPANY,
      name: 'Example ApS',
      bookkeeping: { posting: 'draft', timeZone: 'UTC', reexport: 'link' },
      connection: { file: './books.journal' },
      pleo: { baseUrl: 'https://external.pleo.io', apiKey: 'key', limits: { perMinute: 500, concurrent: 8 } },
    },
  ]);
});

describe('variables', () => {
  const text = `adapter: "@ledgerferry/adapter-journal"
state: sqlite:./state.db
secrets: { key: \${KEY} }   # \${NOBODY} sets this
pleo: { baseUrl: "https://\${HOST}.pleo.io", apiKey: \${PLEO_API_KEY} }
companies: [{ id: ${COMPANY}, name: Example ApS, connection: { file: ./books.journal } }]
`;

  test('come from the environment, also inside { } and in the middle of a text', async () => {
    const { secretsKey, companies } = await read(text, { KEY: 'k', HOST: 'external', PLEO_API_KEY: '12345' });

    expect(secretsKey).toBe('k');
    expect(companies[0]?.pleo).toMatchObject({ baseUrl: 'https://external.pleo.io', apiKey: '12345' });
  });

  test('are taken as they are, whatever YAML or further variables they look like', async () => {
    const secret = '"}\n${HOST}: # &x';
    const { secretsKey } = await read(text, { KEY: secret, HOST: 'external', PLEO_API_KEY: 'k' });

    expect(secretsKey).toBe(secret);
  });

  test('that are not set are named, each with its setting, once', async () => {
    expect(await problemsOf(text, { HOST: 'external' })).toEqual([
      'secrets.key: the environment variable KEY is not set.',
      'pleo.apiKey: the environment variable PLEO_API_KEY is not set.',
    ]);
  });
});

describe('a wrong configuration is refused', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'without an adapter',
      { ...valid, adapter: undefined },
      /^adapter: must be the name .* Example: adapter: "@ledger/,
    ],
    [
      'with an adapter that is not installed',
      { ...valid, adapter: 'no-such-adapter' },
      /^adapter: "no-such-adapter" is not installed/,
    ],
    [
      'with PostgreSQL as its state',
      { ...valid, state: 'postgres://h/d' },
      /^state: PostgreSQL comes with a later version/,
    ],
    [
      'with an unknown kind of state',
      { ...valid, state: './state.db' },
      /^state: must be "sqlite:" and a file, such as/,
    ],
    ['with an unknown setting', { ...valid, adaptor: 'x' }, /^adaptor: there is no such setting/],
    [
      'with an unknown setting of a company',
      { ...valid, companies: [{ ...company, nmae: 'x' }] },
      /^companies\[0\]\.nmae: there is no such setting/,
    ],
    [
      'without companies',
      { ...valid, companies: [] },
      /^companies: must be a list with at least one company\. Example: companies: \[/,
    ],
    [
      'with an id that is no UUID',
      { ...valid, companies: [{ ...company, id: '17' }] },
      /^companies\[0\]\.id: .*UUID\. Example: id: 3d7f/,
    ],
    [
      'with a company twice',
      { ...valid, companies: [company, { ...company, id: COMPANY.toUpperCase() }] },
      /^companies\[1\]\.id: is the same as that of companies\[0\]/,
    ],
    [
      'with an unknown way of posting',
      { ...valid, companies: [{ ...company, bookkeeping: { posting: 'maybe' } }] },
      /^companies\[0\]\.bookkeeping\.posting: .*"draft"\|"final".* Example: posting: draft/,
    ],
    [
      'with an account as a number',
      { ...valid, companies: [{ ...company, bookkeeping: { accounts: { payable: 63000 } } }] },
      /^companies\[0\]\.bookkeeping\.accounts\.payable: .*in quotes, such as "55010"/,
    ],
    [
      'with a connection that the adapter refuses',
      { ...valid, companies: [{ ...company, connection: { file: 'books.txt' } }] },
      /^companies\[0\]\.connection\.file: must end in \.journal/,
    ],
    [
      'with an unknown setting of the connection',
      { ...valid, companies: [{ ...company, connection: { file: 'b.journal', fiel: 1 } }] },
      /^companies\[0\]\.connection\.fiel: there is no such setting/,
    ],
    [
      'without a credential for Pleo',
      { ...valid, pleo: { baseUrl: 'https://external.pleo.io' } },
      /^pleo: give exactly one of "apiKey", "accessToken" and "oauth"/,
    ],
    [
      'with two credentials for Pleo',
      { ...valid, pleo: { ...valid.pleo, accessToken: 't' } },
      /^pleo: give exactly one of/,
    ],
    [
      'with an address that is none',
      { ...valid, pleo: { ...valid.pleo, baseUrl: 'pleo' } },
      /^pleo\.baseUrl: must be a URL, such as/,
    ],
    [
      'with an unknown setting of Pleo',
      { ...valid, pleo: { ...valid.pleo, apikey: 'x' } },
      /^pleo\.apikey: there is no such setting/,
    ],
    ['without anything for Pleo', { ...valid, pleo: undefined }, /^pleo\.baseUrl: /],
    ['that is empty', '', /^: /],
    ['that is no YAML', 'adapter: [', /^: .* at line 1, column/],
  ])('%s', async (_, settings, problem) => {
    expect((await problemsOf(settings)).join('\n')).toMatch(problem);
  });

  test('with everything that is wrong in it at once', async () => {
    const problems = await problemsOf({
      ...valid,
      state: 'x',
      pleo: { ...valid.pleo, baseUrl: 'x' },
      companies: [
        { ...company, connection: { file: 'x' } },
        { ...company, id: OTHER, bookkeeping: { posting: 'x' } },
      ],
    });

    expect(problems.map((problem) => problem.split(':', 1).join(''))).toEqual([
      'state',
      'companies[1].bookkeeping.posting',
      'companies[0].connection.file',
      'pleo.baseUrl',
    ]);
  });

  test('without showing what the file says near a mistake in the YAML', async () => {
    expect((await problemsOf('pleo: { apiKey: my-secret ]')).join()).not.toContain('my-secret');
  });

  test('where it is missing', async () => {
    await expect(readConfiguration(join(folder, 'none.yaml'), {})).rejects.toThrow(/there is no such file.*--config/);
  });
});

describe("a company's own connection to Pleo", () => {
  test('overrides the shared one setting by setting', async () => {
    const own = { baseUrl: 'https://other.example.com' };
    const { companies } = await read({ ...valid, companies: [{ ...company, pleo: own }] });

    expect(companies[0]?.pleo).toMatchObject({ baseUrl: 'https://other.example.com', apiKey: 'key' });
    expect(companies[0]?.pleoName).toBe('Pleo');
  });

  test('replaces a shared credential by one of another kind', async () => {
    const { companies } = await read({ ...valid, companies: [{ ...company, pleo: { accessToken: 'own' } }] });

    expect(companies[0]?.pleo).toMatchObject({ baseUrl: 'https://external.pleo.io', accessToken: 'own' });
    expect(companies[0]?.pleo.apiKey).toBeUndefined();
    expect(companies[0]?.pleoName).toBe(`Pleo of ${COMPANY}`);
  });

  test('is named where it is wrong', async () => {
    const problems = await problemsOf({ ...valid, companies: [{ ...company, pleo: { baseUrl: 'x', apikey: 'y' } }] });

    expect(problems.join('\n')).toMatch(/^companies\[0\]\.pleo\.baseUrl: /m);
    expect(problems.join('\n')).toMatch(/^companies\[0\]\.pleo\.apikey: there is no such setting/m);
  });

  test('has the decimal places that are set for all companies', async () => {
    const { companies } = await read({ ...valid, currencyExponents: { ISK: 2 } });

    expect(companies[0]?.pleo.currencyExponents).toEqual({ ISK: 2 });
  });
});

describe('an adapter', () => {
  const source = (contract: number) => `export default {
    name: 'own', contract: ${contract},
    connectionSchema: { safeParse: (data) => ({ success: true, data }) },
    create: () => ({}),
  };\n`;

  test('is found by a path relative to the configuration', async () => {
    await writeFile(join(folder, 'own-adapter.mjs'), source(ADAPTER_CONTRACT));

    expect((await read({ ...valid, adapter: './own-adapter.mjs' })).adapter.name).toBe('own');
  });

  test('is found by a file URL', async () => {
    const path = join(folder, 'own-adapter.mjs');
    await writeFile(path, source(ADAPTER_CONTRACT));

    expect((await read({ ...valid, adapter: pathToFileURL(path).href })).adapter.name).toBe('own');
  });

  test('is found as a package installed beside the configuration, also one that can only be imported', async () => {
    const home = join(folder, 'node_modules', '@partner', 'ledgerferry-adapter-own');
    await mkdir(home, { recursive: true });
    const manifest = {
      name: '@partner/ledgerferry-adapter-own',
      version: '1.0.0',
      type: 'module',
      exports: { '.': { import: './own.js' } },
    };
    await writeFile(join(home, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(home, 'own.js'), source(ADAPTER_CONTRACT));

    expect((await read({ ...valid, adapter: '@partner/ledgerferry-adapter-own' })).adapter.name).toBe('own');
  });

  test.each<[string, string, RegExp]>([
    [
      'of another contract is refused by name',
      source(ADAPTER_CONTRACT + 1),
      /"\.\/own-adapter\.mjs" speaks version 2 of the adapter contract, and this Ledgerferry speaks version 1/,
    ],
    [
      'without a default export is refused',
      'export const name = 1;',
      /is no adapter: its default export must be what `defineAdapter` returns/,
    ],
    [
      'that is only half an adapter is refused',
      `export default { name: 'half', contract: ${ADAPTER_CONTRACT} };`,
      /is no adapter/,
    ],
    ['that throws while it loads is refused', "throw new Error('no licence');", /cannot be loaded: no licence/],
    ['that needs what is not there is not called missing itself', "import './gone.mjs';", /cannot be loaded: /],
  ])('%s', async (_, text, problem) => {
    await writeFile(join(folder, 'own-adapter.mjs'), text);

    expect((await problemsOf({ ...valid, adapter: './own-adapter.mjs' })).join('\n')).toMatch(problem);
  });

  test('at a path where nothing is, is refused', async () => {
    expect((await problemsOf({ ...valid, adapter: './nothing.mjs' })).join('\n')).toMatch(/^adapter: .*nothing\.mjs/);
  });
});
