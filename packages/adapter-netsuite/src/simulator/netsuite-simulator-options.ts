import type { Clock } from '@ledgerferry/core';
import type { NetsuiteAccount } from './account/netsuite-account.js';

/** A certificate that was uploaded for an app, a user and a role. Source: Oracle, OAuth 2.0 Client Credentials Setup. */
export interface SimulatedCertificate {
  readonly clientId: string;
  /** What an assertion names as `kid`. */
  readonly certificateId: string;
  /** In PEM form, as a certificate or as the bare key: EC P-256, P-384 or P-521, or RSA from 3,072 bits. */
  readonly publicKey: string;
  /** Default: both. */
  readonly scopes?: readonly SimulatedScope[];
}

/** Source: Oracle, The Request Token Structure. */
export type SimulatedScope = 'rest_webservices' | 'restlets';

/** A token for OAuth 1.0a. Source: Oracle, Token-based Authentication. */
export interface SimulatedToken {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** How many requests are served at once. Source: Oracle, Concurrency Governance Limits. */
export interface SimulatedGovernance {
  /** Record service, SuiteQL and RESTlets together. Default: 5. */
  readonly concurrent: number;
  /**
   * How a refusal of the record service and of SuiteQL is answered: 429, as documented; 400, as seen; or 401 as a bad login, as users of
   * tokens complain. Default: 429.
   */
  readonly refusalStatus: 429 | 400 | 401;
}

/** What the role of everybody who signs in may do. */
export interface SimulatedRole {
  /** Tables and columns that SuiteQL does not show: `currency`, `vendor.legalname`. Default: none. */
  readonly hides: readonly string[];
  /** False where it is limited to what is not ours, so that no transaction is found. Default: true. */
  readonly seesTransactions: boolean;
  /** False where our RESTlet is not open to it: 401. Default: true. */
  readonly mayCallRestlet: boolean;
}

/** How a simulated NetSuite is set up. */
export interface NetsuiteSimulatorOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: the machine's own. */
  readonly clock?: Clock;
  /** Default: `defaultAccount()`. */
  readonly account?: NetsuiteAccount;
  /** An access token that is good for everything and does not expire. Default: none. */
  readonly accessToken?: string;
  /** Default: none. */
  readonly certificates?: readonly SimulatedCertificate[];
  /** Default: none. */
  readonly tokens?: readonly SimulatedToken[];
  /** Default: 5 at once, refused with 429. */
  readonly governance?: Partial<SimulatedGovernance>;
  /** Default: may do everything. */
  readonly role?: Partial<SimulatedRole>;
  /** How long every served request takes, in milliseconds; what is refused is refused at once. Default: 0. */
  readonly latencyMs?: number;
  /** Such as `2025.2`: attaching files came with 2026.1, bound parameters with 2026.2. Default: `2026.2`. */
  readonly release?: string;
  /** What errors are written in; codes and paths stay. Default: `en`. */
  readonly language?: 'en' | 'de';
  /** Script and deployment of our RESTlet; null where it is not installed. Default: `customscript_ledgerferry_files`, `customdeploy_ledgerferry_files`. */
  readonly restlet?: { readonly script: string; readonly deploy: string } | null;
}
