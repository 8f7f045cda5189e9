import type { HeldRecord } from './held-records.js';

/** Records of one kind by internal id, in the order in which they were made. External ids are found whatever their case. */
export class Table<T extends HeldRecord> {
  readonly #rows = new Map<string, T>();
  readonly #idsByExternalId = new Map<string, string>();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Makes a record under the next id. */
  add(make: (id: string) => T): T {
    return this.put(make(this.#newId()));
  }

  /** Writes a record, or a new state of it. */
  put(record: T): T {
    this.#forget(record.id);
    this.#rows.set(record.id, record);
    if (record.externalId !== null) this.#idsByExternalId.set(record.externalId.toLowerCase(), record.id);
    return record;
  }

  get(id: string): T | null {
    return this.#rows.get(id) ?? null;
  }

  byExternalId(externalId: string): T | null {
    const id = this.#idsByExternalId.get(externalId.toLowerCase());
    return id === undefined ? null : this.get(id);
  }

  delete(id: string): void {
    this.#forget(id);
    this.#rows.delete(id);
  }

  all(): T[] {
    return [...this.#rows.values()];
  }

  // a new state keeps its place, so only the index forgets
  #forget(id: string): void {
    const externalId = this.#rows.get(id)?.externalId?.toLowerCase();
    if (externalId !== undefined) this.#idsByExternalId.delete(externalId);
  }
}

/** Ids as NetSuite gives them: numbers in a row. */
export function countFrom(first: number): () => string {
  let next = first;
  return () => String(next++);
}
