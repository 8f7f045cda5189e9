import { z } from 'zod';

/** Signs in as an app by a certificate: OAuth 2.0 client credentials, the way Oracle prefers. */
export interface NetsuiteCertificateSignIn {
  /** Of the integration record. */
  readonly clientId: string;
  /** What NetSuite shows after the certificate was uploaded. */
  readonly certificateId: string;
  /** PKCS#8 in PEM form; EC P-256. */
  readonly privateKey: string;
  /** Default: that of the account. */
  readonly tokenUrl?: string | undefined;
}

/** Signs every call with a token: TBA, for integrations that have it already. */
export interface NetsuiteTokenSignIn {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** How a group of items is booked: as a journal, or as a vendor's bill or credit. */
type NetsuiteBooking = 'journal' | 'vendor-bill';

/** The `connection` settings of a company whose books are in NetSuite. */
export interface NetsuiteConnection {
  /** As NetSuite shows it: `1234567` or `1234567_SB1`. */
  readonly accountId: string;
  /** Ends in `/services/rest`. Default: that of the account. */
  readonly baseUrl: string;
  readonly auth: NetsuiteCertificateSignIn | NetsuiteTokenSignIn;
  /** Internal id of the subsidiary; only accounts with several have any. */
  readonly subsidiary?: string | undefined;
  /** ISO code of the currency that the books are kept in. Needed where the account uses that one alone, and so lists none. */
  readonly currency?: string | undefined;
  readonly limits: {
    /** Most calls in flight. Others share the account's limit. Default: 2. Source: Oracle, Concurrency Governance Limits. */
    readonly concurrent: number;
    /** How long a lost request may still take effect, in milliseconds. Default: 60,000. */
    readonly lingerMs: number;
  };
  /** What is owed to vendors, or goes through accounts payable in Pleo: bills with payments, or journals. Default: `journal`. */
  readonly payables: NetsuiteBooking;
  /**
   * How money comes back that Pleo leads through accounts payable, where `payables` is `vendor-bill`: a journal, or a vendor credit and a
   * journal of its repayment in the vendor's name, which a person applies to one another. Default: `journal`.
   */
  readonly refunds: 'journal' | 'vendor-credit';
  /**
   * Who approves what is posted as final, where the account's records have an approval. `leave`: NetSuite, by its own routing; but a bill
   * that is paid in the same entry is sent approved, because its payment could not be booked else. `approve`: Ledgerferry, past that routing.
   * `never`: nothing is ever said of it, for accounts that refuse the property because no routing is on. Default: `leave`. Drafts always
   * say that they wait. Source: Oracle, Journal Entry: Approved; Vendor Bill: Approval Status.
   */
  readonly approval: 'leave' | 'approve' | 'never';
  /**
   * Whether periods that are locked, but not closed, are booked in: `open` where the role may override period restrictions. Default: `closed`.
   * Source: Oracle, Accounting Periods: Override Period Restrictions.
   */
  readonly lockedPeriods: 'closed' | 'open';
  /** Internal id or number of the account for value added tax, where the account's tax cannot be written by REST. */
  readonly taxAccount?: string | undefined;
  /**
   * How bills carry their tax. `auto`: as the account's catalog shows, with tax codes where it can. `postings`: as lines on tax accounts, where
   * NetSuite shows `taxDetails` and refuses them. Default: `auto`.
   */
  readonly tax: 'auto' | 'postings';
  /** Whose number a bill or credit has: the supplier's, or NetSuite's own where its numbering lets nobody set one. Default: `supplier`. */
  readonly billNumbers: 'supplier' | 'netsuite';
  /** Most characters of a memo; the catalog names no length. Default: 999. */
  readonly memoLimit: number;
  /** Which field each Pleo tag group goes to: `department`, `class`, `location` or a custom segment, such as `cseg_project`. */
  readonly dimensions: Readonly<Record<string, string | false>>;
  /**
   * What a line that no tag is for goes to, by field: `department`, `class`, `location` or a custom segment; also the lines of wallet, tax
   * and debts, and the heads of bills, credits and payments. Needed where NetSuite makes a dimension mandatory. By internal id, external id
   * or name.
   */
  readonly defaults: Readonly<Record<string, string>>;
  /** Custom body field for the link to Pleo; the memo carries it otherwise. */
  readonly linkField?: string | undefined;
  /** URL of our RESTlet, where it is installed: receipts are uploaded through it. Without it, entries carry the link alone. */
  readonly restlet?: string | undefined;
}

const certificateSignIn = z.strictObject({
  clientId: z.string().min(1),
  certificateId: z.string().min(1),
  privateKey: z.string().includes('PRIVATE KEY', { error: 'must be a private key in PEM form (PKCS#8)' }),
  tokenUrl: z.url().optional(),
});

const tokenSignIn = z.strictObject({
  consumerKey: z.string().min(1),
  consumerSecret: z.string().min(1),
  tokenId: z.string().min(1),
  tokenSecret: z.string().min(1),
});

/** Strict: an unknown setting is refused. */
export const netsuiteConnectionSchema: z.ZodType<NetsuiteConnection> = z
  .strictObject({
    accountId: z.string().regex(/^\d+(_[A-Z]+\d*)?$/i, 'must be the account id, such as 1234567 or 1234567_SB1'),
    baseUrl: z
      .url()
      .regex(/\/services\/rest$/, 'must end in /services/rest')
      .optional(),
    auth: z.union([certificateSignIn, tokenSignIn], {
      error:
        'must be { clientId, certificateId, privateKey }, or { consumerKey, consumerSecret, tokenId, tokenSecret }',
    }),
    subsidiary: z.string().min(1).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO code, such as DKK')
      .optional(),
    limits: z
      .strictObject({
        concurrent: z.int().positive().default(2),
        lingerMs: z.int().nonnegative().default(60_000),
      })
      .prefault({}),
    payables: z.enum(['journal', 'vendor-bill']).default('journal'),
    refunds: z.enum(['journal', 'vendor-credit']).default('journal'),
    approval: z.enum(['leave', 'approve', 'never']).default('leave'),
    lockedPeriods: z.enum(['closed', 'open']).default('closed'),
    taxAccount: z.string().min(1).optional(),
    tax: z.enum(['auto', 'postings']).default('auto'),
    billNumbers: z.enum(['supplier', 'netsuite']).default('supplier'),
    memoLimit: z.int().min(100).max(4000).default(999),
    dimensions: z.record(z.string(), z.union([z.string().min(1), z.literal(false)])).default({}),
    defaults: z.record(z.string(), z.string().min(1)).default({}),
    linkField: z
      .string()
      .regex(/^custbody_/, 'must be a custom body field, such as custbody_pleo_link')
      .optional(),
    restlet: z.url().optional(),
  })
  .refine(({ payables, refunds }) => refunds === 'journal' || payables === 'vendor-bill', {
    path: ['refunds'],
    error: 'can be vendor-credit only where payables is vendor-bill',
  })
  .transform(({ baseUrl, ...settings }) => ({ ...settings, baseUrl: baseUrl ?? baseUrlOf(settings.accountId) }));

/** Source: Oracle, URLs for Account-Specific Domains: lower case, with hyphens. */
function baseUrlOf(accountId: string): string {
  const host = accountId.toLowerCase().replaceAll('_', '-');
  return `https://${host}.suitetalk.api.netsuite.com/services/rest`;
}
