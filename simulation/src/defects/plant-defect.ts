import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Defect, SourceChange } from './defect.js';

const root = new URL('../../../', import.meta.url);

/**
 * Breaks a rule in this thread: what is imported from now on has the defect in it. Nothing on the disk is changed.
 *
 * @throws where a source has changed so that the defect no longer fits; adapt the defect to it.
 */
export function plantDefect(defect: Defect): void {
  const spoiled = spoiledSources(defect);
  registerHooks({
    load: (url, context, nextLoad) => {
      const source = spoiled.get(url);
      if (source === undefined) return nextLoad(url, context);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

/** The sources that a defect changes, by URL, with the defect in them. @throws where it no longer fits. */
export function spoiledSources({ id, changes }: Defect): ReadonlyMap<string, string> {
  const spoiled = new Map<string, string>();
  for (const change of changes) {
    const url = new URL(change.file, root).href;
    spoiled.set(url, spoil(id, spoiled.get(url) ?? readFileSync(fileURLToPath(url), 'utf8'), change));
  }
  return spoiled;
}

function spoil(id: string, source: string, { file, replace, by }: SourceChange): string {
  const places = source.split(replace).length - 1;
  if (places !== 1) throw new Error(`Defect ${id}: its text is ${places} times in ${file}, not once.`);
  return source.replace(replace, () => by);
}
