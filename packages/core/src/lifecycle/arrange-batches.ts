import type { AdapterCapabilities } from '../ports/accounting-adapter.js';
import type { PreparedDocument } from './document-book.js';

/** Calls that can be made side by side: each holds documents of one record type. */
export type Stage = readonly (readonly PreparedDocument[])[];

/**
 * Arranges documents, given in booking order, into the fewest calls: full batches per record type, in order. Every document
 * comes in a later stage than those it names. A record type waits as a whole, so that its batches stay full; only where
 * record types name each other in a circle do documents wait one by one.
 */
export function arrangeBatches(
  documents: readonly PreparedDocument[],
  { recordTypes, batchOutcome }: Pick<AdapterCapabilities, 'recordTypes' | 'batchOutcome'>,
): readonly Stage[] {
  const byKey = new Map(documents.map(({ document }) => [document.key, document]));
  const neededKeys = new Map(
    documents.map(({ document }) => [document.key, document.dependsOn.filter((key) => byKey.has(key))]),
  );
  const neededTypes = new Map<string, string[]>();
  for (const { document } of documents) {
    const types = neededTypes.get(document.recordType) ?? [];
    neededTypes.set(document.recordType, types);
    for (const key of neededKeys.get(document.key) ?? []) types.push(byKey.get(key)?.recordType ?? '');
  }
  const depthOfType = depths(neededTypes);
  const depthOfKey = depthOfType ? undefined : depths(neededKeys);
  const stageOf = ({ document }: PreparedDocument): number =>
    depthOfType?.get(document.recordType) ?? depthOfKey?.get(document.key) ?? 0;

  const batchSize = (recordType: string): number =>
    batchOutcome === 'all' ? 1 : (recordTypes[recordType]?.postBatchSize ?? 1);
  return [...Map.groupBy(documents, stageOf)]
    .toSorted(([left], [right]) => left - right)
    .map(([, stage]) =>
      [...Map.groupBy(stage, ({ document }) => document.recordType)].flatMap(([recordType, ofOneType]) =>
        chunk(ofOneType, batchSize(recordType)),
      ),
    );
}

/** How many nodes stand one behind the other before each node; undefined where they go in a circle. */
function depths(needed: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> | undefined {
  const known = new Map<string, number>();
  const visiting = new Set<string>();
  const depthOf = (node: string): number | undefined => {
    const depth = known.get(node);
    if (depth !== undefined || visiting.has(node)) return depth;
    visiting.add(node);
    let deepest = 0;
    for (const other of new Set(needed.get(node))) {
      const before = depthOf(other);
      if (before === undefined) return undefined;
      deepest = Math.max(deepest, before + 1);
    }
    known.set(node, deepest);
    return deepest;
  };
  for (const node of needed.keys()) if (depthOf(node) === undefined) return undefined;
  return known;
}

/** Splits a list into runs of at most `size`. */
export function chunk<Element>(list: readonly Element[], size: number): readonly (readonly Element[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
