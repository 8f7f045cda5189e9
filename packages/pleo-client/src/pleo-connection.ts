import { z } from 'zod';

/** Source: Pleo, Update export items: batches of at most 100. */
const LARGEST_UPDATE_BATCH = 100;

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL, such as https://external.pleo.io' })
  .transform((url) => url.replace(/\/+$/, ''));

const secret = z.string().min(1, 'must not be empty');

const oauthSchema = z.strictObject({
  clientId: secret,
  clientSecret: secret,
  /** Source: Pleo, OAuth client configuration: `https://auth.pleo.io/oauth/token`. */
  tokenUrl: httpUrl,
  /** Where a user consents. Default: `authorize` beside the token URL, as at Pleo. */
  authorizeUrl: httpUrl.optional(),
  /** What is asked for. Default: what an export needs. Source: Pleo, Export API scopes. */
  scopes: z.array(z.string().min(1)).default(['export-jobs:read', 'export-jobs:write', 'export-items:read']),
  /** Used once, to begin, where nobody has connected; later ones are kept in the credential store. */
  refreshToken: secret.optional(),
  /** How the client proves itself at the token URL. Pleo's pages disagree; default `basic`. */
  clientAuthentication: z.enum(['basic', 'body']).default('basic'),
});

const limitsSchema = z.strictObject({
  /** Calls in any 60 seconds. Default 500. Source: Pleo, Tags: periodicity (600 allowed, 500 advised). */
  perMinute: z.int().positive().default(500),
  /** Calls in flight at once. Default 8. */
  concurrent: z.int().positive().default(8),
});

/** Settings of a connection to Pleo, checked strictly: unknown keys are refused. Parsing fills in the defaults. */
export const pleoConnectionSchema = z
  .strictObject({
    /** `https://external.pleo.io`, or `https://external.staging.pleo.io`. Source: Pleo, API base URLs. */
    baseUrl: httpUrl,
    /** Sent as HTTP Basic user with an empty password. Source: Pleo, Authentication with API keys. */
    apiKey: secret.optional(),
    /** A bearer token that someone else keeps fresh. */
    accessToken: secret.optional(),
    oauth: oauthSchema.optional(),
    limits: limitsSchema.prefault({}),
    /** Rows asked for in one page. Default 100; Pleo documents no maximum. */
    pageSize: z.int().positive().max(1_000).default(100),
    /** Items in one update. Default and maximum 100. */
    updateBatchSize: z.int().positive().max(LARGEST_UPDATE_BATCH).default(LARGEST_UPDATE_BATCH),
    /** Decimal places of currencies where Pleo departs from ISO 4217, such as `{ ISK: 2 }`. */
    currencyExponents: z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(0).max(4)).default({}),
    /** Longer failure reasons are shortened, in characters. Default 1000; Pleo documents no maximum. */
    failureReasonLength: z.int().min(20).default(1_000),
    /** Longest time for one answer, in milliseconds. Default 30,000. */
    timeLimitMs: z.int().positive().default(30_000),
  })
  .refine(
    (settings) =>
      [settings.apiKey, settings.accessToken, settings.oauth].filter((credential) => credential !== undefined)
        .length === 1,
    {
      error: 'give exactly one of "apiKey", "accessToken" and "oauth"',
    },
  );

/** A connection with every default filled in. */
export type PleoConnection = z.output<typeof pleoConnectionSchema>;

/** A connection as a person writes it. */
export type PleoConnectionSettings = z.input<typeof pleoConnectionSchema>;
