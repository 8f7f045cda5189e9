import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemClock, type Clock, type CredentialStore } from '@ledgerferry/core';
import { z } from 'zod';
import { credentialFailure } from './credential-failure.js';
import { MachineLock } from './machine-lock.js';
import { replaceFile } from './replace-file.js';
import { parseSealedText, saltedKey, seal, unseal, type SaltedKey, type SealedText } from './sealed-text.js';
import { stateErrors } from './state-errors.js';

/** Where rotating credentials are kept, and what opens them. */
export interface CredentialFileOptions {
  /** The file, made by the first write, readable by its owner only. Lock files lie beside it. */
  readonly path: string;
  /** The setting `secrets.key`. */
  readonly key: string;
  /** Default: the machine's clock. */
  readonly clock?: Clock | undefined;
  /** How long to wait for another process, in milliseconds. Default: 120000. */
  readonly waitMs?: number | undefined;
}

/**
 * Keeps rotating credentials in an encrypted file of their own.
 *
 * @throws {IntegrationError} `CREDENTIALS_KEY_MISSING`; its members throw `CREDENTIALS_KEY_WRONG`, `CREDENTIALS_DAMAGED`,
 *   `CREDENTIALS_UNAVAILABLE` and `CREDENTIALS_BUSY`.
 */
export function createCredentialFile(options: CredentialFileOptions): CredentialStore {
  if (options.key === '') {
    throw stateErrors.error(
      'CREDENTIALS_KEY_MISSING',
      'Credentials that rotate need a key to be stored with. Set `secrets.key`.',
    );
  }
  return new CredentialFile(options);
}

const secretsSchema = z.array(z.tuple([z.string(), z.string()]));

class CredentialFile implements CredentialStore {
  readonly #options: CredentialFileOptions;
  readonly #locks = new Map<string, MachineLock>();
  #key: SaltedKey | undefined;

  constructor(options: CredentialFileOptions) {
    this.#options = options;
  }

  async read(name: string): Promise<string | undefined> {
    return (await this.#secrets()).get(name);
  }

  write(name: string, secret: string): Promise<void> {
    return this.#lock('write').exclusively(async () => {
      const secrets = await this.#secrets();
      secrets.set(name, secret);
      this.#key ??= await saltedKey(this.#options.key);
      const sealed = seal(this.#key, JSON.stringify([...secrets]));
      await this.#reporting(() => replaceFile(this.#options.path, sealed));
    });
  }

  exclusively<Result>(name: string, action: () => Promise<Result>): Promise<Result> {
    return this.#lock(`name ${name}`).exclusively(action);
  }

  async #secrets(): Promise<Map<string, string>> {
    const sealed = await this.#sealed();
    if (!sealed) return new Map();
    if (!this.#key?.salt.equals(sealed.salt)) this.#key = await saltedKey(this.#options.key, sealed.salt);
    return new Map(secretsSchema.parse(JSON.parse(this.#open(this.#key, sealed))));
  }

  #open(key: SaltedKey, sealed: SealedText): string {
    try {
      return unseal(key, sealed);
    } catch {
      throw stateErrors.error(
        'CREDENTIALS_KEY_WRONG',
        `The credentials in ${this.#options.path} do not open with the present \`secrets.key\`. Set it to the key that they ` +
          'were stored with; if that is lost, move the file away and connect each company again.',
      );
    }
  }

  /** Undefined where nothing was ever written. */
  async #sealed(): Promise<SealedText | undefined> {
    const content = await this.#reporting(() => contentOrUndefined(this.#options.path));
    if (content === undefined) return undefined;
    try {
      return parseSealedText(content);
    } catch {
      throw stateErrors.error(
        'CREDENTIALS_DAMAGED',
        `The file ${this.#options.path} is damaged or no credential file. Restore it from a copy, or move it away and ` +
          'connect each company again.',
      );
    }
  }

  #lock(purpose: string): MachineLock {
    const { path, clock, waitMs } = this.#options;
    const known = this.#locks.get(purpose);
    if (known) return known;
    const file = `${path}.${createHash('sha256').update(purpose).digest('hex').slice(0, 16)}.lock`;
    const lock = new MachineLock(file, clock ?? systemClock, waitMs ?? 120_000);
    this.#locks.set(purpose, lock);
    return lock;
  }

  async #reporting<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
      return await action();
    } catch (error) {
      throw credentialFailure(error, this.#options.path);
    }
  }
}

async function contentOrUndefined(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
