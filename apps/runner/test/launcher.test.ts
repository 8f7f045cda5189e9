import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeFolder } from './open-workplace.js';

const LAUNCHER = fileURLToPath(new URL('../../../bin/ledgerferry', import.meta.url));

interface Checkout {
  readonly root: string;
  readonly launcher: string;
  readonly source: string;
  readonly builds: () => Promise<number>;
}

/** A checkout whose build only counts itself, and whose runner only tells how it was started. */
async function makeCheckout(): Promise<Checkout> {
  const root = await makeFolder();
  const launcher = join(root, 'bin', 'ledgerferry');
  const source = join(root, 'packages', 'core', 'src', 'index.ts');
  const main = join(root, 'apps', 'runner', 'dist', 'main.js');
  for (const file of [
    launcher,
    source,
    main,
    join(root, 'apps', 'runner', 'src', 'main.ts'),
    join(root, 'tools', 'x'),
  ]) {
    await mkdir(dirname(file), { recursive: true });
  }
  await copyFile(LAUNCHER, launcher);
  await writeFile(source, '');
  await writeFile(
    main,
    'process.stdout.write(`${process.pid} ${process.argv.slice(2).join("|")}`); process.exitCode = 7;',
  );
  await writeFile(
    join(root, 'tools', 'with-toolchain.mjs'),
    `import { appendFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(join(root, 'builds'))}, 'x');
     console.error('building');
     console.log(process.execPath);`,
  );
  const builds = async (): Promise<number> => (await readFile(join(root, 'builds'), 'utf8')).length;
  return { root, launcher, source, builds };
}

function launch(
  command: string,
  ...argv: readonly string[]
): Promise<{ readonly exitCode: unknown; readonly stdout: string }> {
  return new Promise((resolve) => {
    execFile(command, argv, (error, stdout) => resolve({ exitCode: error?.code ?? 0, stdout }));
  });
}

async function age(file: string, seconds: number): Promise<void> {
  const then = new Date(Date.now() + seconds * 1_000);
  await utimes(file, then, then);
}

test('builds first, and then only when a source is newer', async () => {
  const { launcher, source, builds } = await makeCheckout();

  const first = await launch(launcher, 'run', '--json');
  const second = await launch(launcher, 'run');
  const buildsUnchanged = await builds();
  await age(source, 5);
  await launch(launcher, 'run');

  expect(first).toMatchObject({ exitCode: 7, stdout: expect.stringMatching(/^\d+ run\|--json$/) });
  expect(second.stdout).toMatch(/^\d+ run$/);
  expect(buildsUnchanged).toBe(1);
  expect(await builds()).toBe(2);
});

test('builds once when it is started several times at once', async () => {
  const { launcher, builds } = await makeCheckout();

  const all = await Promise.all([1, 2, 3].map(() => launch(launcher, 'check')));

  expect(all.map(({ exitCode }) => exitCode)).toEqual([7, 7, 7]);
  expect(await builds()).toBe(1);
});

test('becomes the runner, so that a signal to it reaches the runner', async () => {
  const { launcher } = await makeCheckout();

  const child = spawn(launcher, ['run'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: string[] = [];
  for await (const chunk of child.stdout) chunks.push(String(chunk));

  expect(chunks.join('')).toBe(`${child.pid} run`);
});

test('works through a symbolic link and hands arguments on as they are', async () => {
  const { root, launcher } = await makeCheckout();
  await symlink(launcher, join(root, 'ferry'));

  expect((await launch(join(root, 'ferry'), 'settle', 'an id', '--found', '$X *')).stdout).toMatch(
    / settle\|an id\|--found\|\$X \*$/,
  );
});

test('answers the exit code of a build that failed, and runs nothing', async () => {
  const { root, launcher } = await makeCheckout();
  await writeFile(join(root, 'tools', 'with-toolchain.mjs'), 'process.exit(3)');

  expect(await launch(launcher, 'run')).toEqual({ exitCode: 3, stdout: '' });
  expect(await launch(launcher, 'run')).toEqual({ exitCode: 3, stdout: '' });
});
