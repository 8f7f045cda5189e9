// Type-checks every TypeScript example of the documentation, so that none can drift from the code.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// inside the runner, which sees every package
const folder = join(root, 'apps/runner/.examples');
const documents = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md', 'apps/*/README.md'], { cwd: root });

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
let examples = 0;
for (const document of documents) {
  const blocks = readFileSync(join(root, document), 'utf8').matchAll(/^```ts\n(.*?)^```/gms);
  for (const [, code] of blocks) {
    examples += 1;
    writeFileSync(
      join(folder, `${document.replaceAll(/[^a-zA-Z0-9]+/g, '-')}-${examples}.ts`),
      `${code}\nexport {};\n`,
    );
  }
}
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions: { noEmit: true }, include: ['*.ts'] }),
);
const checked = spawnSync('pnpm', ['exec', 'tsc', '-p', join(folder, 'tsconfig.json')], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (checked.status === 0 && existsSync(folder)) rmSync(folder, { recursive: true });
process.stdout.write(
  `documented examples: ${examples} ${checked.status === 0 ? 'compile' : 'looked at, not all compile'}\n`,
);
process.exit(checked.status ?? 1);
