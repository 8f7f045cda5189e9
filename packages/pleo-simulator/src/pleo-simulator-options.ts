import type { OauthOptions } from './http/oauth-tokens.js';

/** The API key that a simulator takes when no credential is configured. */
export const DEFAULT_API_KEY = 'pleo-simulator-key';

/** How a simulator is started. Everything is optional. */
export interface PleoSimulatorOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default `127.0.0.1`. */
  host?: string;
  /** Taken as Basic user with an empty password. Default `DEFAULT_API_KEY` when no other credential is given. */
  apiKey?: string;
  /** A bearer token that never expires. */
  accessToken?: string;
  /** Makes `POST /oauth/token` issue rotating tokens. */
  oauth?: OauthOptions;
  /** The clock of expiry, signatures, tokens and limits; default the real one. */
  now?: () => Date;
  /** Most rows of a page; also what is served without `limit`. Default 100: Pleo documents no figure. */
  largestPage?: number;
  /** Requests to the API in any 60 seconds; default 600 (Pleo, tags periodicity). Files and tokens are not counted. */
  rateLimitPerMinute?: number;
  /** How long an event that was answered 202 waits before the job shows it, by the clock; default 0. */
  applyEventsAfterMs?: number;
  /** Most items of one update; default 100. */
  uploadBatchLimit?: number;
  /** Seconds from a job's last action to its expiry; default 3600. */
  expiresInSeconds?: number;
  /** Seconds for which a file URL works; default 86400. */
  fileUrlSeconds?: number;
  /** Wallet currencies without a contra account; default none. Jobs with such items answer MISSING_CONTRA_ACCOUNTS. */
  missingContraAccounts?: readonly string[];
  /** Refuses unknown query parameters and body fields; default true. */
  strictRequests?: boolean;
  /** Keeps the bodies of events and item updates in `requests`; default false, to save memory. */
  recordBodies?: boolean;
}
