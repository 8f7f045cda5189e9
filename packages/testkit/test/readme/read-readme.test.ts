import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { errorRows, readReadme, settingsOf } from '../../src/index.js';

const README = `# A package

## Settings

| setting | default |
| ------- | ------- |
| \`file\`  | \`x\`     |

## Reading

\`src/index.ts\`, then \`src/plan/gone.ts\`. There is a folder \`src\` too.
`;

async function makePackage() {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerferry-readme-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of ['plan', 'post']) await mkdir(join(folder, 'src', name), { recursive: true });
  await writeFile(join(folder, 'src', 'index.ts'), '');
  await writeFile(join(folder, 'README.md'), README);
  return readReadme(pathToFileURL(`${folder}/`));
}

test('a README gives the rows of its tables, and complains where there is none', async () => {
  const { tableUnder } = await makePackage();
  expect(tableUnder('## Settings')).toEqual([['`file`', '`x`']]);
  expect(() => tableUnder('## Reading')).toThrow('no table under "## Reading"');
  expect(() => tableUnder('## Errors')).toThrow('no table under "## Errors"');
});

test('a README is told which files it names in vain, and which folders it leaves out', async () => {
  const { deadPaths, unnamedFolders } = await makePackage();
  expect(deadPaths()).toEqual(['src/plan/gone.ts']);
  expect(unnamedFolders()).toEqual(['src/post']);
});

test('settings are read from a schema with their defaults and values, alternatives and inner ones too', () => {
  const schema = {
    required: ['auth', 'mode'],
    properties: {
      auth: { anyOf: [{ properties: { token: {} }, required: ['token'] }, { properties: { key: { default: '' } } }] },
      mode: { enum: ['a', 'b'], default: 'a' },
      limits: { properties: { perMinute: { default: 60 } } },
      groups: { default: {} },
    },
  };
  expect(settingsOf(schema)).toEqual([
    { name: 'auth.token', byDefault: 'required', values: [] },
    { name: 'auth.key', byDefault: '', values: [] },
    { name: 'mode', byDefault: 'required', values: ['a', 'b'] },
    { name: 'limits.perMinute', byDefault: '`60`', values: [] },
    { name: 'groups', byDefault: '`{}`', values: [] },
  ]);
});

test('errors are rows of code, meaning, who acts and what to do', () => {
  const catalogue = {
    ACME_LOCKED: { meaning: 'It is locked.', kind: 'item-rejected', owner: 'ledgerferry', fix: 'Unlock it.' },
  } as const;
  expect(errorRows(catalogue)).toEqual([['`ACME_LOCKED`', 'It is locked.', "Ledgerferry's makers", 'Unlock it.']]);
});
