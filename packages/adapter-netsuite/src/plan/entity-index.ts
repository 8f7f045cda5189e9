import { normalizedName } from '@ledgerferry/core';

interface Named {
  readonly id: string;
  readonly entityId: string;
  readonly externalId: string | null;
}

/** Vendors or employees by everything they go by. A list is left out where nobody has the key. */
export interface EntityIndex<Entity> {
  readonly byId: ReadonlyMap<string, readonly Entity[]>;
  readonly byEntityId: ReadonlyMap<string, readonly Entity[]>;
  readonly byExternalId: ReadonlyMap<string, readonly Entity[]>;
  /** Names are {@link normalizedName}s. */
  readonly byName: ReadonlyMap<string, readonly Entity[]>;
}

/** Makes the index of a list once: facts never change, so what is derived from them may be kept as long as they live. */
export function entityIndexes<Entity extends Named>(
  namesOf: (entity: Entity) => readonly string[],
): (entities: readonly Entity[]) => EntityIndex<Entity> {
  const indexes = new WeakMap<readonly Entity[], EntityIndex<Entity>>();
  return (entities) => {
    const index = indexes.get(entities) ?? indexOf(entities, namesOf);
    indexes.set(entities, index);
    return index;
  };
}

/** Those of one key; undefined where there is no key, or nobody has it. */
export function under<Entity>(
  key: string | null,
  index: ReadonlyMap<string, readonly Entity[]>,
): readonly Entity[] | undefined {
  const wanted = key?.trim();
  return wanted ? index.get(wanted) : undefined;
}

function indexOf<Entity extends Named>(
  entities: readonly Entity[],
  namesOf: (entity: Entity) => readonly string[],
): EntityIndex<Entity> {
  return {
    byId: Map.groupBy(entities, ({ id }) => id),
    byEntityId: Map.groupBy(entities, ({ entityId }) => entityId),
    byExternalId: Map.groupBy(entities, ({ externalId }) => externalId ?? ''),
    byName: byName(entities, namesOf),
  };
}

function byName<Entity>(
  entities: readonly Entity[],
  namesOf: (entity: Entity) => readonly string[],
): ReadonlyMap<string, readonly Entity[]> {
  const index = new Map<string, readonly Entity[]>();
  for (const entity of entities) {
    for (const name of new Set(namesOf(entity).map(normalizedName)))
      index.set(name, [...(index.get(name) ?? []), entity]);
  }
  return index;
}
