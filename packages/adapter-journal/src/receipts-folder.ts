import { access, constants, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { AttachCall, FoundAttachment } from '@ledgerferry/core';
import { confirmFolder, createFolder, putInPlace, writeAside } from './durable-files.js';
import { decodeFileName, encodeFileName } from './file-names.js';
import { fromSystemError, journalError, systemCode } from './journal-errors.js';

/** Pleo takes no larger receipts either. Source: Pleo, Attachments. */
export const MAXIMUM_RECEIPT_BYTES = 30_000_000;

const STORED = /^\d+-/;

/** Receipts as files: `<folder>/<entry id>/<index>-<file name>`. */
export class ReceiptsFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where a document's receipts lie or will lie, as seen from `ledgerFolder`. Known before any receipt is there. */
  link(reference: string, ledgerFolder: string): string {
    const path = relative(ledgerFolder, join(this.#folder, entryFolder(reference)));
    return `${path.split(sep).join('/')}/`;
  }

  /** Stores a receipt: whole under its name, or not at all. Storing it again replaces it by itself. */
  async store(call: AttachCall): Promise<{ readonly externalId: string }> {
    if (call.bytes.byteLength > MAXIMUM_RECEIPT_BYTES) throw journalError('JOURNAL_RECEIPT_TOO_LARGE', call.fileName);
    const folder = join(this.#folder, entryFolder(call.target.reference));
    const index = call.key.slice(call.key.lastIndexOf('/') + 1);
    const name = `${index}-${encodeFileName(call.fileName)}`;
    const aside = join(folder, `.${index}.new`);
    await this.#demandPlace();
    try {
      await createFolder(folder);
      await writeAside(aside, call.bytes);
      await putInPlace(aside, join(folder, name));
      await confirmFolder(folder);
    } catch (error) {
      throw fromSystemError(error, join(folder, name));
    }
    return { externalId: `${entryFolder(call.target.reference)}/${name}` };
  }

  /** The receipts that lie there for a document. */
  async list(reference: string): Promise<readonly FoundAttachment[]> {
    const folder = entryFolder(reference);
    const names = await this.#namesIn(join(this.#folder, folder));
    return names
      .filter((name) => STORED.test(name))
      .sort((left, right) => Number.parseInt(left, 10) - Number.parseInt(right, 10))
      .map((name) => ({ fileName: decodeFileName(name.replace(STORED, '')), externalId: `${folder}/${name}` }));
  }

  /** No folder of receipts yet is an empty list. */
  async #namesIn(folder: string): Promise<readonly string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw fromSystemError(error, folder);
    }
    await this.#demandPlace();
    return [];
  }

  /** The folder above must be there, or a drive is missing: what is written into its place would be lost. */
  async #demandPlace(): Promise<void> {
    await stat(dirname(this.#folder)).catch((error: unknown) => {
      throw fromSystemError(error, this.#folder);
    });
  }

  /** Demands that receipts can be stored; answers whether the folder is there already. Changes nothing. */
  async check(): Promise<boolean> {
    await this.#demandPlace();
    const isThere = await stat(this.#folder).then(
      (found) => {
        if (found.isDirectory()) return true;
        throw journalError('JOURNAL_FOLDER_MISSING', this.#folder);
      },
      (error: unknown) => {
        if (systemCode(error) === 'ENOENT') return false;
        throw fromSystemError(error, this.#folder);
      },
    );
    await access(isThere ? this.#folder : dirname(this.#folder), constants.W_OK).catch((error: unknown) => {
      throw fromSystemError(error, this.#folder);
    });
    return isThere;
  }
}

/** All documents of an entry share its folder. */
function entryFolder(reference: string): string {
  const roleBegins = reference.lastIndexOf('/');
  return encodeFileName(roleBegins > 0 ? reference.slice(0, roleBegins) : reference);
}
