import type { Changes } from './changes.js';
import type { HeldRecord } from './held-records.js';

interface Row<T> {
  readonly current: T;
  readonly visibleFrom: number;
  /** What lists show until then; null where it is new. */
  readonly earlier: T | null;
}

/** Records of one kind, by id, in the order in which they were made. Lists see a write later than a look at the record itself. */
export class Table<T extends HeldRecord> {
  readonly #rows = new Map<string, Row<T>>();
  readonly #changes: Changes;
  readonly #now: () => number;
  readonly #visibilityMs: number;

  constructor({ changes, now, visibilityMs }: { changes: Changes; now: () => number; visibilityMs: number }) {
    this.#changes = changes;
    this.#now = now;
    this.#visibilityMs = visibilityMs;
  }

  /** Writes a record, or a new state of it. */
  put(record: T): T {
    const { id } = record;
    const before = this.#rows.get(id);
    const earlier = before ? this.#shown(before) : null;
    this.#rows.set(id, { current: record, visibleFrom: this.#now() + this.#visibilityMs, earlier });
    this.#changes.note(() => (before ? this.#rows.set(id, before) : this.#rows.delete(id)));
    return record;
  }

  /** Puts in what was there before anybody looked. */
  seed(record: T): void {
    this.#rows.set(record.id, { current: record, visibleFrom: -Infinity, earlier: null });
  }

  get(id: string): T | null {
    return this.#rows.get(id)?.current ?? null;
  }

  /** All as they are. */
  all(): T[] {
    return [...this.#rows.values()].map(({ current }) => current);
  }

  /** All as lists show them by now. */
  listed(): T[] {
    const shown: T[] = [];
    for (const row of this.#rows.values()) {
      const record = this.#shown(row);
      if (record) shown.push(record);
    }
    return shown;
  }

  #shown(row: Row<T>): T | null {
    return this.#now() >= row.visibleFrom ? row.current : row.earlier;
  }
}
