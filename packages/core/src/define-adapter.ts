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
  /**
   * How long reads may be tried again before whoever waits is told, in milliseconds: for `createHttpClient`, of @ledgerferry/http. Not
   * given while a job runs, which waits as long as it is of use.
   */
  readonly patienceMs?: number | undefined;
}

/** One organisation that a consent opens. */
export interface ConsentedTenant {
  /** As people know it. */
  readonly name: string;
  /** The settings that choose it, such as `{ tenantId: '…' }`: shown to be put into the configuration, never secret. */
  readonly settings: Readonly<Record<string, string>>;
  /** True where this very consent added it, false where it was there before, null where the system does not tell. */
  readonly isNew: boolean | null;
}

/** With what a new access token is looked at. */
export interface ConsentedAccess {
  readonly accessToken: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What a user is asked with to let an app in. Source: RFC 6749, section 4.1 (authorization code), with PKCE (RFC 7636). */
export interface ConsentRequest {
  /**
   * Names the connection for people, and its tokens in the {@link CredentialStore}: the name under which `create` looks for them.
   * One name, one authorisation; companies with the same name share it.
   */
  readonly connection: string;
  /** Where the user consents. */
  readonly authorizeUrl: string;
  /** Where the consent's code becomes tokens. */
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for an app that proves itself by PKCE alone. */
  readonly clientSecret: string;
  /** How the app shows its secret at the token URL: HTTP Basic, or fields of the form. Default: `basic`. */
  readonly clientAuthentication?: 'basic' | 'body';
  /** All that is asked for, what makes tokens renewable included. */
  readonly scopes: readonly string[];
  /** What the new tokens open. Called before they are kept: where it throws, earlier tokens stay. */
  listTenants(access: ConsentedAccess): Promise<readonly ConsentedTenant[]>;
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
  /**
   * What `ledgerferry connect` asks a user with; null where these settings need no consent, as with a fixed token. Default: the
   * system needs none.
   */
  consent?(connection: Connection): ConsentRequest | null;
  create(dependencies: AdapterDependencies<Connection>): AccountingAdapter;
}

/** Declares an adapter, with its settings' type taken from its schema. */
export function defineAdapter<Connection>(definition: AdapterDefinition<Connection>): AdapterDefinition<Connection> {
  return definition;
}
