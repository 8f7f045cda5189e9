import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { ZodType } from 'zod';
import { MIGRATIONS } from './migrations.js';
import { stateErrors } from './state-errors.js';
import { stateFailure } from './state-failure.js';

/** What may be bound. Booleans, dates and undefined are left out: versions of Node bind them differently, or as NULL. */
export type SqlValue = string | number | null;
type SqlValues = Readonly<Record<string, SqlValue>>;

const TRANSACTION = { begin: 'begin immediate', keep: 'commit', undo: 'rollback' };
const PART = { begin: 'savepoint part', keep: 'release part', undo: 'rollback to part; release part' };

/** Room for the pages of a large job. */
const CACHE_KIB = 16 * 1024;

/** How far the write-ahead log grows before it is worked into the file: a page that changes often is then written once. */
const PAGES_IN_LOG = 4000;

/** One connection to a state file: every commit is on the disk when it returns, every row is checked when it is read. */
export class Database {
  readonly #path: string;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens the file, or `:memory:`, and brings it to today's form. */
  constructor(path: string, busyTimeoutMs: number) {
    this.#path = path;
    this.#connection = this.#reporting(() => new DatabaseSync(path, { timeout: busyTimeoutMs }));
    try {
      this.#demandDurability();
      this.#migrate();
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  /** True between the start and the end of {@link atomically}, unless SQLite itself had to give the transaction up. */
  get isInTransaction(): boolean {
    return this.#connection.isTransaction;
  }

  /** Runs `action` all or nothing: as a transaction, or as a part of the running one that can fail alone. */
  atomically<Result>(action: () => Result): Result {
    return this.#reporting(() => {
      const { begin, keep, undo } = this.isInTransaction ? PART : TRANSACTION;
      this.#statement(begin).run();
      try {
        const result = action();
        this.#statement(keep).run();
        return result;
      } catch (error) {
        if (this.isInTransaction) this.#connection.exec(undo);
        throw error;
      }
    });
  }

  /** Runs a statement and returns how many rows it changed. */
  run(sql: string, values: SqlValues = {}): number {
    return this.#reporting(() => Number(this.#statement(sql).run(values).changes));
  }

  /** Runs a statement once for each row of values; returns how many rows each changed. Twice as fast as one through json_each. */
  runEach(sql: string, rows: readonly (readonly SqlValue[])[]): readonly number[] {
    return this.#reporting(() => rows.map((values) => Number(this.#statement(sql).run(...values).changes)));
  }

  /** Runs a statement and returns its rows, each parsed. */
  rows<Row>(schema: ZodType<Row>, sql: string, values: SqlValues = {}): Row[] {
    return this.#reporting(() =>
      this.#statement(sql)
        .all(values)
        .map((row) => schema.parse(row)),
    );
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** Source: sqlite.org, "Write-Ahead Logging" and "PRAGMA synchronous": with less than FULL a power cut may lose commits. */
  #demandDurability(): void {
    this.#reporting(() => {
      this.#connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on');
      this.#connection.exec(`pragma cache_size = -${CACHE_KIB}; pragma wal_autocheckpoint = ${PAGES_IN_LOG}`);
      const journal = String(this.#pragma('journal_mode'));
      const synchronous = Number(this.#pragma('synchronous'));
      if (synchronous === 2 && journal === (this.#path === ':memory:' ? 'memory' : 'wal')) return;
      throw stateErrors.error(
        'STATE_UNSAFE',
        `The state file ${this.#path} is in a place where SQLite cannot keep it safe (journal ${journal}, ` +
          `synchronous ${synchronous}). Put it on a local disk, not on a network share.`,
      );
    });
  }

  #migrate(): void {
    this.atomically(() => {
      const version = Number(this.#pragma('user_version'));
      if (version > MIGRATIONS.length) {
        throw stateErrors.error(
          'STATE_NEWER',
          `The state file ${this.#path} was written by a newer Ledgerferry (form ${version}, this one knows ` +
            `${MIGRATIONS.length}). Update Ledgerferry, or name another file in the setting \`state\`.`,
        );
      }
      for (const step of MIGRATIONS.slice(version)) this.#connection.exec(step);
      if (version < MIGRATIONS.length) this.#connection.exec(`pragma user_version = ${MIGRATIONS.length}`);
    });
  }

  #pragma(name: string): unknown {
    return Object.values(this.#connection.prepare(`pragma ${name}`).get() ?? {})[0];
  }

  #reporting<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      throw stateFailure(error, this.#path);
    }
  }
}
