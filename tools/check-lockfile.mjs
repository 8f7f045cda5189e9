// Fails where pnpm-lock.yaml would not install on another platform, or names a registry. pnpm drops an optional dependency that it
// cannot resolve without a word, so a family of platform packages with a linux member must have a darwin and a win32 one.
import { readFileSync } from 'node:fs';

const lockfile = readFileSync(new URL('../pnpm-lock.yaml', import.meta.url), 'utf8');
const problems = [];

if (/^packageManagerDependencies:|tarball:|https?:\/\//m.test(lockfile))
  problems.push('the lockfile names an address or holds a second document');

const PLATFORM = /^ {2}'?(@?[^\s'@]+?)[-/](linux|darwin|win32|windows)[^@\s']*@([^:'(]+)/gm;
const families = new Map();
for (const [, family, platform, version] of lockfile.matchAll(PLATFORM)) {
  const key = `${family} ${version}`;
  const platforms = families.get(key) ?? new Set();
  families.set(key, platforms.add(platform === 'windows' ? 'win32' : platform));
}
for (const [family, platforms] of families) {
  if (!platforms.has('linux')) continue;
  for (const needed of ['darwin', 'win32'])
    if (!platforms.has(needed)) problems.push(`${family} has no ${needed} package`);
}

for (const problem of problems) process.stderr.write(`pnpm-lock.yaml: ${problem}\n`);
process.exit(problems.length > 0 ? 1 : 0);
