import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const SOURCE_CONDITIONS = ['@ledgerferry/source', 'node', 'import', 'default'];

const roots = ['packages', 'apps']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .concat('simulation', 'kill-sweep', 'bench')
  .filter((root) => existsSync(`${root}/test`));

/** Many files over few modules, none of which keeps anything between tests: loading them once halves the time. */
const LOADED_ONCE = ['packages/adapter-netsuite', 'packages/adapter-xero'];

export default defineConfig({
  resolve: { conditions: SOURCE_CONDITIONS },
  ssr: { resolve: { conditions: SOURCE_CONDITIONS, externalConditions: SOURCE_CONDITIONS } },
  test: {
    // a loaded machine is slow, not wrong
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './tools/count-reporter.mjs'],
    projects: roots.map((root) => ({
      extends: true as const,
      root,
      test: { name: root, include: ['test/**/*.test.ts'], isolate: !LOADED_ONCE.includes(root) },
    })),
  },
});
