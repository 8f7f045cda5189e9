import { z } from 'zod';

/** The scopes this adapter needs. Source: Xero, OAuth 2.0 scopes (granular since 2 March 2026). */
export const XERO_SCOPES: readonly string[] = [
  'accounting.banktransactions',
  'accounting.invoices',
  'accounting.payments',
  'accounting.manualjournals',
  'accounting.contacts',
  'accounting.attachments',
  'accounting.settings.read',
];

/** Signs in with a token that somebody else renews: for trials. */
interface XeroTokenSignIn {
  readonly accessToken: string;
}

/** Signs in as an app: with a refresh token or after `ledgerferry connect xero` for a user, else as itself (Custom Connection). */
export interface XeroAppSignIn {
  readonly clientId: string;
  /** Left out for an app that signs in by PKCE alone. */
  readonly clientSecret: string;
  /** Default: Xero's. */
  readonly tokenUrl: string;
  /** Where a user consents. Default: Xero's. */
  readonly authorizeUrl: string;
  /** Used once, to begin. */
  readonly refreshToken?: string | undefined;
  /** What is asked for. Default: {@link XERO_SCOPES}, and `offline_access` for a user. */
  readonly scopes: readonly string[];
}

/** The `connection` settings of a company whose books are in Xero. */
export interface XeroConnection {
  /** Ends in `/api.xro/2.0`. Default: Xero's. */
  readonly baseUrl: string;
  /** Where the organisations behind a token are listed. Default: Xero's. */
  readonly connectionsUrl: string;
  /** The organisation. May be left out where the token is for one alone. */
  readonly tenantId?: string | undefined;
  readonly auth: XeroTokenSignIn | XeroAppSignIn;
  /** The budget of calls, and how long a lost one is waited for. */
  readonly limits: {
    /** Calls a minute to the organisation. Default: 60. Source: Xero, OAuth 2.0 API limits. */
    readonly perMinute: number;
    /** Calls a day to the organisation. Default: 5,000; Xero's plan for starters has 1,000. Source: Xero, OAuth 2.0 API limits. */
    readonly perDay: number;
    /** Calls at once to the organisation. Default: 5. Source: Xero, OAuth 2.0 API limits. */
    readonly concurrent: number;
    /** How long a lost request may still take effect, in milliseconds; nothing is looked up before. Default: 60,000. */
    readonly lingerMs: number;
  };
  /** Code or id of the bank account of the Pleo balance, per currency. Wins over the account that Pleo or the settings name. */
  readonly bankAccounts: Readonly<Record<string, string>>;
  /**
   * What employees paid themselves: `bills` to the employee, or `bank-transactions` on a bank account. Default: bank transactions where
   * the out-of-pocket account is a bank account, else bills.
   */
  readonly outOfPocket?: 'bills' | 'bank-transactions' | undefined;
  /** Top-ups and unloads: `transfer` books them, `skip` leaves them to the bank feed and says so. Default: `transfer`. */
  readonly topUps: 'transfer' | 'skip';
  /**
   * What becomes of a purchase whose tax is not what Xero works out: `split-line` books a taxed and an untaxed part, `bill` a bill with
   * that very tax and its payment. Default: `split-line`.
   */
  readonly taxDifference: 'split-line' | 'bill';
  /** How bank transactions are looked up: by type and day, or by the newer filter `References`. Default: `scan`. */
  readonly lookUp: 'scan' | 'references';
  /** The contact of what has no supplier and no employee. Default: `Pleo`. */
  readonly fallbackContact: string;
  /** Tracking category of each Pleo tag group; `false` leaves the group out. Default: the category of the group's own name. */
  readonly tracking: Readonly<Record<string, string | false>>;
}

const HOST = 'https://api.xero.com';

const limits = z.strictObject({
  perMinute: z.int().positive().default(60),
  perDay: z.int().positive().default(5_000),
  concurrent: z.int().positive().default(5),
  lingerMs: z.int().nonnegative().default(60_000),
});

const tokenSignIn = z.strictObject({ accessToken: z.string().min(1, 'must be an access token') });

const appSignIn = z.strictObject({
  clientId: z.string().min(1, 'must be the id of your app, from developer.xero.com'),
  clientSecret: z.string().min(1, 'must be the secret of your app').default(''),
  tokenUrl: z.url().default('https://identity.xero.com/connect/token'),
  authorizeUrl: z.url().default('https://login.xero.com/identity/connect/authorize'),
  refreshToken: z.string().min(1, 'must be a refresh token; leave it out to sign in as the app itself').optional(),
  scopes: z.array(z.string().min(1)).default([...XERO_SCOPES]),
});

/** Strict: an unknown setting is refused. */
export const xeroConnectionSchema: z.ZodType<XeroConnection> = z.strictObject({
  baseUrl: z
    .url()
    .regex(/\/api\.xro\/2\.0$/, 'must end in /api.xro/2.0')
    .default(`${HOST}/api.xro/2.0`),
  connectionsUrl: z.url().default(`${HOST}/connections`),
  tenantId: z.string().min(1, 'must be the id that `ledgerferry connect xero` shows').optional(),
  auth: z.union([tokenSignIn, appSignIn], {
    error: 'must be { accessToken }, or { clientId, clientSecret } and optionally refreshToken',
  }),
  limits: limits.prefault({}),
  bankAccounts: z
    .record(z.string().regex(/^[A-Z]{3}$/, 'must be a currency, such as EUR'), z.string().min(1))
    .default({}),
  outOfPocket: z.enum(['bills', 'bank-transactions']).optional(),
  topUps: z.enum(['transfer', 'skip']).default('transfer'),
  taxDifference: z.enum(['split-line', 'bill']).default('split-line'),
  lookUp: z.enum(['scan', 'references']).default('scan'),
  fallbackContact: z.string().min(1).default('Pleo'),
  tracking: z.record(z.string(), z.union([z.string().min(1), z.literal(false)])).default({}),
});
