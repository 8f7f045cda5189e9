import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createCredentialFile } from '../src/index.js';
import { temporaryFolder } from './state-files.js';

const sources = new URL('../src/resolve-sources.ts', import.meta.url).href;
const holder = fileURLToPath(new URL('./hold-credentials.ts', import.meta.url));

test('what was never written is absent', async () => {
  await using folder = await temporaryFolder();
  const credentials = createCredentialFile({ path: join(folder.path, 'credentials'), key: 'key-1' });
  expect(await credentials.read('company-1')).toBeUndefined();
});

test('a secret is there for the next process with the same key', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'credentials');
  await createCredentialFile({ path, key: 'key-1' }).write('company-1', 'first');
  await createCredentialFile({ path, key: 'key-1' }).write('company-2', 'tøken');
  const credentials = createCredentialFile({ path, key: 'key-1' });
  await credentials.write('company-1', 'second');
  expect([await credentials.read('company-1'), await credentials.read('company-2')]).toEqual(['second', 'tøken']);
});

test('the file shows no secret and no name, and only its owner may read it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'credentials');
  await createCredentialFile({ path, key: 'key-1' }).write('company-1', 'planted-secret');
  const everything = readdirSync(folder.path).map((name) => readFileSync(join(folder.path, name), 'utf8'));
  for (const planted of ['planted-secret', 'company-1', 'key-1', Buffer.from('planted-secret').toString('base64')]) {
    expect(everything.join()).not.toContain(planted);
  }
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
});

test('another key is refused with what to do, and the file is left as it is', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'credentials');
  await createCredentialFile({ path, key: 'key-1' }).write('company-1', 'first');
  const before = readFileSync(path, 'utf8');
  const credentials = createCredentialFile({ path, key: 'key-2' });
  const refusal = { code: 'CREDENTIALS_KEY_WRONG', kind: 'misconfigured', jobReason: 'invalid_configuration' };
  await expect(credentials.read('company-1')).rejects.toMatchObject(refusal);
  await expect(credentials.write('company-1', 'second')).rejects.toMatchObject(refusal);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('a file that is no credential file is refused by name', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'credentials');
  writeFileSync(path, '');
  await expect(createCredentialFile({ path, key: 'key-1' }).read('company-1')).rejects.toMatchObject({
    code: 'CREDENTIALS_DAMAGED',
    kind: 'misconfigured',
    message: expect.stringContaining(path),
  });
});

test('an empty key is refused at once', () => {
  expect(() => createCredentialFile({ path: 'credentials', key: '' })).toThrow('Set `secrets.key`.');
});

test('a folder that does not exist is named with what to do', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'missing', 'credentials');
  await expect(createCredentialFile({ path, key: 'key-1' }).write('company-1', 'first')).rejects.toMatchObject({
    code: 'CREDENTIALS_UNAVAILABLE',
    kind: 'transient',
    message: expect.stringContaining('Make the folder'),
  });
});

test('writes of two stores at the same time all stay', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'credentials');
  const one = createCredentialFile({ path, key: 'key-1' });
  const other = createCredentialFile({ path, key: 'key-1' });
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(names.map((name, index) => (index % 2 === 0 ? one : other).write(name, `secret ${name}`)));
  const read = await Promise.all(names.map((name) => one.read(name)));
  expect(read).toEqual(names.map((name) => `secret ${name}`));
});

test('actions under one name run one at a time, in the order they were asked for, also after one failed', async () => {
  await using folder = await temporaryFolder();
  const credentials = createCredentialFile({ path: join(folder.path, 'credentials'), key: 'key-1' });
  const seen: string[] = [];
  const action = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
    if (name === 'first') throw new Error('refused by the far end');
    return name;
  };
  const first = credentials.exclusively('company-1', action('first'));
  const second = credentials.exclusively('company-1', action('second'));
  await expect(first).rejects.toThrow('refused by the far end');
  expect(await second).toBe('second');
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('an action may write, and another name is free meanwhile', async () => {
  await using folder = await temporaryFolder();
  const credentials = createCredentialFile({ path: join(folder.path, 'credentials'), key: 'key-1' });
  await credentials.exclusively('company-1', async () => {
    await credentials.write('company-1', 'first');
    await credentials.exclusively('company-2', () => credentials.write('company-2', 'second'));
  });
  expect(await credentials.read('company-2')).toBe('second');
});

test('another process is waited for, in vain where it goes on too long, and is free once that process is killed', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'credentials');
  const child = fork(holder, [path], { execArgv: ['--import', sources] });
  await once(child, 'message');
  const impatient = createCredentialFile({ path, key: 'key-1', waitMs: 0 });
  const action = async () => 'renewed';
  await expect(impatient.exclusively('company-1', action)).rejects.toMatchObject({
    code: 'CREDENTIALS_BUSY',
    kind: 'transient',
  });
  const patient = createCredentialFile({ path, key: 'key-1' }).exclusively('company-1', action);
  child.kill('SIGKILL');
  expect(await patient).toBe('renewed');
});
