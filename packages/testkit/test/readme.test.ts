import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adapterConformance } from '../src/adapter-suite/adapter-conformance.js';
import { itemSourceConformance } from '../src/item-source-suite/item-source-conformance.js';
import { stateStoreConformance } from '../src/state-store/state-store-conformance.js';
import { validatorConformance } from '../src/validator-suite/validator-conformance.js';
import { listBehaviours } from './list-behaviours.js';

const [BEGIN, END] = ['<!-- behaviours: begin -->\n\n', '<!-- behaviours: end -->'];
const readme = new URL('../README.md', import.meta.url);
const root = new URL('../../../', import.meta.url);

test('the README lists every behaviour (vitest -u writes the list)', async () => {
  const text = readFileSync(readme, 'utf8');
  const [before = '', rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  await expect(`${before}${BEGIN}${listBehaviours()}\n${END}${after}`).toMatchFileSnapshot(readme.pathname);
});

test('every page that a failure names is there, with its heading', () => {
  const pages = [adapterConformance, itemSourceConformance, stateStoreConformance, validatorConformance].flatMap(
    ({ themes }) => themes.map(({ page }) => page),
  );
  const missing = [...new Set(pages)].filter((page) => {
    const [path = '', anchor] = page.split('#');
    const file = new URL(path, root);
    return !existsSync(file) || (anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor));
  });
  expect(missing).toEqual([]);
});

/** The anchors that a document's headings get where it is shown. */
function anchorsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}
