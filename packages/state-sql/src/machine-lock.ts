import { DatabaseSync } from 'node:sqlite';
import type { Clock, IntegrationError } from '@ledgerferry/core';
import { sqliteCode } from './state-failure.js';
import { credentialFailure } from './credential-failure.js';
import { stateErrors } from './state-errors.js';

const BETWEEN_ATTEMPTS_MS = 25;
const SQLITE_BUSY = 5;

/**
 * Runs actions one at a time among all processes of this machine, by an exclusive SQLite transaction on an empty file. The
 * operating system frees it when its process dies, however it dies. The file stays, as removing it would let two in.
 */
export class MachineLock {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #waitMs: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string, clock: Clock, waitMs: number) {
    this.#path = path;
    this.#clock = clock;
    this.#waitMs = waitMs;
  }

  /** Runs `action` alone: after those of this process that asked before, and while no other process is at it. */
  exclusively<Result>(action: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(() => this.#amongProcesses(action));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #amongProcesses<Result>(action: () => Promise<Result>): Promise<Result> {
    const connection = await this.#acquire();
    try {
      return await action();
    } finally {
      connection.close();
    }
  }

  async #acquire(): Promise<DatabaseSync> {
    const giveUpAt = this.#clock.now() + this.#waitMs;
    for (;;) {
      const connection = lockOrUndefined(this.#path);
      if (connection) return connection;
      if (this.#clock.now() >= giveUpAt) throw busy(this.#path, this.#waitMs);
      await this.#clock.sleep(BETWEEN_ATTEMPTS_MS);
    }
  }
}

function lockOrUndefined(path: string): DatabaseSync | undefined {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { timeout: 0 });
    connection.exec('begin exclusive');
    return connection;
  } catch (error) {
    connection?.close();
    if (sqliteCode(error) === SQLITE_BUSY) return undefined;
    throw credentialFailure(error, path);
  }
}

function busy(path: string, waitMs: number): IntegrationError {
  return stateErrors.error(
    'CREDENTIALS_BUSY',
    `Another process has held ${path} for ${Math.round(waitMs / 1000)} seconds, so the credentials cannot be renewed. ` +
      'Try again; if it stays, end the other process.',
  );
}
