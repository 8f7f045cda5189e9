// Packs every published package and checks what a user would get: publint, the types for an ESM consumer, and that all of them
// install by npm into an empty project and load there.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => join(root, group, name)),
);
const packed = mkdtempSync(join(tmpdir(), 'ledgerferry-packed-'));
let failed = false;

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (result.status === 0) return result.stdout;
  process.stderr.write(`${command} ${args.join(' ')} in ${cwd}\n${result.stdout}${result.stderr}\n`);
  failed = true;
  return '';
}

try {
  const tarballs = [];
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    run('pnpm', ['pack', '--pack-destination', packed], folder);
    const tarball = join(packed, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
    tarballs.push({ name: manifest.name, isLibrary: '.' in manifest.exports, tarball });
    run('pnpm', ['exec', 'publint', 'run', tarball, '--strict'], root);
    if ('.' in manifest.exports) run('pnpm', ['exec', 'attw', tarball, '--profile', 'esm-only'], root);
  }

  const project = mkdtempSync(join(packed, 'project-'));
  const overrides = Object.fromEntries(tarballs.map(({ name, tarball }) => [name, `file:${tarball}`]));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies: overrides, overrides }),
  );
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], project);
  // the testkit is for test files: it loads only inside vitest
  const loadable = tarballs.filter(({ name, isLibrary }) => isLibrary && !name.endsWith('/testkit'));
  const imports = loadable.map(({ name }) => `await import('${name}');`).join('\n');
  run('node', ['--input-type=module', '-e', imports], project);
  run('npx', ['--no-install', 'ledgerferry', '--help'], project);
} finally {
  rmSync(packed, { recursive: true, force: true });
}
process.stdout.write(failed ? 'packed packages: not in order\n' : `packed packages: ${folders.length} in order\n`);
process.exit(failed ? 1 : 0);
