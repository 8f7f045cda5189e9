import type { Clock } from '@ledgerferry/core';
import type { OrganisationSeed } from './organisation/organisation-seed.js';

/** An app that is registered with the simulated Xero. Source: Xero, OAuth 2.0. */
export interface SimulatedApp {
  readonly clientId: string;
  /** Null for an app that signs in by PKCE alone. */
  readonly clientSecret: string | null;
  /** A custom connection signs in as itself, to the first organisation. Default: false. */
  readonly isCustomConnection?: boolean;
  /** Where consent may lead back to. Default: whatever Xero would let be registered. */
  readonly redirectUris?: readonly string[];
  /** What the app may ask for. Default: all that the adapter needs, and `offline_access`. */
  readonly scopes?: readonly string[];
  /** A refresh token that it holds already, from an earlier consent. Default: none. */
  readonly refreshToken?: string;
}

/** How many calls are served. Source: Xero, OAuth 2.0 API limits. */
export interface SimulatedLimits {
  /** In hand at once, per organisation. Default: 5. */
  readonly concurrent: number;
  /** Per organisation. Default: 60. */
  readonly perMinute: number;
  /** Per organisation. Default: 5,000. */
  readonly perDay: number;
  /** Of one app over all organisations. Default: 10,000. */
  readonly perMinuteOfApp: number;
  /**
   * Where an organisation's fixed minute begins, in milliseconds after the clock's full minute. Each further organisation's begins
   * seven seconds later than the one before. Default: 0.
   */
  readonly minuteOffsetMs: number;
}

/** How a simulated Xero is set up. */
export interface XeroSimulatorOptions {
  /** Default: any that is free. */
  readonly port?: number;
  /** Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: the machine's own. */
  readonly clock?: Clock;
  /** The organisations behind every consent, one tenant each. Default: `defaultOrganisation()` alone. */
  readonly organisations?: readonly OrganisationSeed[];
  /** An access token that is good for everything and does not expire. Default: none. */
  readonly accessToken?: string;
  /** Default: none. */
  readonly apps?: readonly SimulatedApp[];
  /** `at-once` answers the authorize page by leading back with a code; `page` shows a page to click; `refused` leads back with an error. Default: `at-once`. */
  readonly consents?: 'at-once' | 'page' | 'refused';
  /** Life of an access token. Default: 1,800. */
  readonly accessTokenSeconds?: number;
  readonly limits?: Partial<SimulatedLimits>;
  /** How long a write stays unseen by lists; a single record shows at once. Default: 0. */
  readonly visibilityMs?: number;
  /** How long every request takes. Default: 0. */
  readonly latencyMs?: number;
  /** Refuses fields and query parameters that the simulator does not know, which Xero itself ignores or has more of. Default: true. */
  readonly strict?: boolean;
  /** Makes the ids of records and tokens: UUIDs. Default: random ones. */
  readonly newId?: () => string;
}
