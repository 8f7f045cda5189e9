import type { ZodType } from 'zod';
import type { Clock } from './clock.js';
import type { ErrorCatalogue } from './errors/error-catalogue.js';
import type { Logger } from './logger.js';
import type { AccountingAdapter } from './ports/accounting-adapter.js';

/** Version of the contract between engine and adapters. The runner refuses an adapter of another version, by name. */
export const ADAPTER_CONTRACT = 1;

/** Secrets that change while we run: rotating tokens. Kept encrypted, beside the state. */
export interface CredentialStore {
  /** The text stored under `name`, or undefined where nothing ever was. */
  read(name: string): Promise<string | undefined>;
  /** Durable when it returns. */
  write(name: string, secret: string): Promise<void>;
  /** Runs `action` while no other process on this machine runs one under the same name. */
  exclusively<Result>(name: string, action: () => Promise<Result>): Promise<Result>;
}

/** What an adapter is given to work with. */
export interface AdapterDependencies<Connection> {
  /** The company's `connection` settings, parsed by the adapter's own schema. */
  readonly connection: Connection;
  readonly companyId: string;
  /** Absolute path of the configuration's folder: relative paths in `connection` start here. */
  readonly baseFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly credentials: CredentialStore;
}

/** An adapter package's default export: all that is needed to be found and loaded. */
export interface AdapterDefinition<Connection = unknown> {
  /** Short name, such as `journal`. */
  readonly name: string;
  readonly contract: number;
  /** Strict schema of the company's `connection` settings. */
  readonly connectionSchema: ZodType<Connection>;
  /** Every code of its errors and problems, so that `explain` and `run` can say what to do. Default: its sentences stand alone. */
  readonly errors?: ErrorCatalogue;
  create(dependencies: AdapterDependencies<Connection>): AccountingAdapter;
}

/** Declares an adapter, with its settings' type taken from its schema. */
export function defineAdapter<Connection>(definition: AdapterDefinition<Connection>): AdapterDefinition<Connection> {
  return definition;
}
