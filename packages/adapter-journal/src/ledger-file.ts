import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '@ledgerferry/core';
import { confirmFolder, putInPlace, writeAside } from './durable-files.js';
import { fromSystemError, journalError, systemCode } from './journal-errors.js';
import type { LedgerForm } from './ledger-form.js';
import { LedgerIndex } from './ledger-index.js';
import { withLedgerLock } from './ledger-lock.js';
import { resolveLedgerPath } from './ledger-path.js';

/** Longest wait for another writer. */
const PATIENCE_MS = 20_000;
const MOST_READINGS = 5;

/** Which state of the file was seen; null where there was no file. */
type Sight = string | null;

/** What is to be appended, and what the index learns by it. */
export interface Addition<Result> {
  readonly text: string;
  readonly enter: (index: LedgerIndex) => void;
  readonly result: Result;
}

/**
 * A ledger on disk with its index in memory. The file is read again only after somebody else changed it. An append replaces
 * the file by a complete new one: a reader, or a crash, sees all of it or nothing.
 */
export class LedgerFile {
  readonly #file: string;
  readonly #form: LedgerForm;
  readonly #clock: Clock;
  #index = new LedgerIndex();
  #sight: Sight = null;
  #endsInMidLine = false;

  constructor({ file, form, clock }: { readonly file: string; readonly form: LedgerForm; readonly clock: Clock }) {
    this.#file = file;
    this.#form = form;
    this.#clock = clock;
  }

  /** The path of the file itself, links followed. */
  path(): Promise<string> {
    return resolveLedgerPath(this.#file);
  }

  /** The index of the ledger as it is now. */
  async read(): Promise<LedgerIndex> {
    const path = await this.path();
    for (let reading = 0; reading < MOST_READINGS; reading++) {
      const sight = await look(path);
      if (sight === this.#sight) return this.#index;
      if (sight === null) throw journalError('JOURNAL_VANISHED', path);
      const text = await readText(path);
      if ((await look(path)) === sight) return this.#learn(text, sight);
    }
    throw journalError('JOURNAL_BUSY', path);
  }

  /** Appends what `compose` makes of the ledger as it is then. Nobody else on this machine appends meanwhile. */
  async append<Result>(compose: (index: LedgerIndex) => Addition<Result>): Promise<Result> {
    const path = await this.path();
    return withLedgerLock(path, { clock: this.#clock, patienceMs: PATIENCE_MS }, async () => {
      for (let attempt = 0; attempt < MOST_READINGS; attempt++) {
        const index = await this.read();
        if (index.obstacle !== null) throw cannotAppend(path, index.obstacle);
        const addition = compose(index);
        if (addition.text === '' || (await this.#write(path, addition))) return addition.result;
      }
      throw journalError('JOURNAL_BUSY', path);
    });
  }

  /** Answers false, and leaves the file alone, where a person changed it meanwhile. */
  async #write(path: string, addition: Addition<unknown>): Promise<boolean> {
    const aside = `${path}.new`;
    const start = this.#sight === null ? this.#form.header : this.#endsInMidLine ? '\n' : '';
    let sight: Sight;
    try {
      await writeAside(aside, start + addition.text, this.#sight === null ? null : path);
      sight = await look(aside);
      if ((await look(path)) !== this.#sight) return false;
      await putInPlace(aside, path);
    } catch (error) {
      throw fromSystemError(error, path);
    }
    this.#index.add(this.#form.read(start, this.#index.lines + 1));
    addition.enter(this.#index);
    this.#sight = sight;
    this.#endsInMidLine = false;
    await confirmFolder(dirname(path)).catch((error: unknown) => {
      throw journalError('JOURNAL_NOT_CONFIRMED', path, { cause: error });
    });
    return true;
  }

  #learn(text: string, sight: Sight): LedgerIndex {
    this.#index = new LedgerIndex();
    this.#index.add(this.#form.read(text, 1));
    this.#endsInMidLine = text !== '' && !text.endsWith('\n');
    this.#sight = sight;
    return this.#index;
  }
}

function cannotAppend(path: string, obstacle: string): Error {
  return journalError('JOURNAL_CANNOT_APPEND', path, { addition: `The reason: ${obstacle}.` });
}

async function look(path: string): Promise<Sight> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw fromSystemError(error, path);
  }
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) throw journalError('JOURNAL_NOT_A_LEDGER', path, { cause: error });
    if (systemCode(error) === 'ENOENT') throw journalError('JOURNAL_VANISHED', path, { cause: error });
    throw fromSystemError(error, path);
  }
}
