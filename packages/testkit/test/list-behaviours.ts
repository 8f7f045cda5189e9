import type { Theme } from '../src/conformance/behaviour.js';
import { adapterConformance } from '../src/adapter-suite/adapter-conformance.js';
import { itemSourceConformance } from '../src/item-source-suite/item-source-conformance.js';
import { stateStoreConformance } from '../src/state-store/state-store-conformance.js';
import { validatorConformance } from '../src/validator-suite/validator-conformance.js';

/** Every behaviour of every port, as the README lists them. */
export function listBehaviours(): string {
  return [
    listOf('AccountingAdapter', adapterConformance.themes),
    listOf('StateStore', stateStoreConformance.themes),
    listOf('ItemSource', itemSourceConformance.themes),
    listOf('Validator', validatorConformance.themes),
  ].join('\n');
}

function listOf<Bench>(port: string, themes: readonly Theme<Bench>[]): string {
  const behaviours = themes.flatMap((theme) => theme.behaviours);
  const everywhere = behaviours.filter(({ where = [] }) => where.length === 0).length;
  const count =
    everywhere === behaviours.length
      ? `${everywhere}`
      : `${behaviours.length}, of which ${everywhere} concern every one`;
  return [`### ${port}: ${count}`, '', ...themes.flatMap(linesOf)].join('\n');
}

function linesOf<Bench>({ name, page, behaviours }: Theme<Bench>): readonly string[] {
  const items = behaviours.map(({ title, where = [] }) => {
    const concerns = where.map(({ when }) => when).join(' and ');
    return `- ${title}${concerns === '' ? '' : ` _(where ${concerns})_`}`;
  });
  return [`[${name}](../../${page}):`, '', ...items, ''];
}
