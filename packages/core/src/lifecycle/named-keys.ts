import type { PreparedDocument } from './document-book.js';

/** Keys that these documents name, and that those name in turn. */
export function namedKeys(
  documents: Iterable<PreparedDocument>,
  byKey: ReadonlyMap<string, PreparedDocument>,
): ReadonlySet<string> {
  const named = new Set<string>();
  const collect = (prepared: PreparedDocument | undefined): void => {
    for (const key of prepared?.document.dependsOn ?? []) {
      if (named.has(key)) continue;
      named.add(key);
      collect(byKey.get(key));
    }
  };
  for (const prepared of documents) collect(prepared);
  return named;
}
