import { z } from 'zod';

const account = z
  .string({ error: 'Expected an account number in quotes, such as "55010"' })
  .trim()
  .min(1, { error: 'Expected an account number, such as "55010"' });

const accountPerCurrency = z.record(
  z.string().regex(/^[A-Z]{3}$/, { error: 'Expected an ISO 4217 currency in capitals, such as DKK' }),
  account,
);

const accountSetting = z.union([account, accountPerCurrency], {
  error: 'Expected one account number in quotes, such as "55010", or one per currency, such as { DKK: "55010" }',
});

const timeZone = z.string({ error: 'Expected an IANA time zone, such as "Europe/Copenhagen"' }).refine(isTimeZone, {
  error: ({ input }) => `"${String(input)}" is not an IANA time zone; use one such as "Europe/Copenhagen"`,
});

const day = z.iso.date({ error: 'Expected a day as YYYY-MM-DD in quotes, such as "2026-02-28"' });

/**
 * The company's accounts for the sides that Pleo does not name. Each is one account number, or one per wallet currency. All
 * may be left out: an entry that needs a missing one fails as `missing_configuration`, naming the setting and the currency.
 *
 * Source: Pleo, Accounts mapping.
 */
const accountsSchema = z.strictObject({
  /** The Pleo balance; an entry's own contra account beats it. */
  wallet: accountSetting.optional(),
  /** What is owed to employees for what they paid themselves. */
  outOfPocket: accountSetting.optional(),
  /** Money in transit between the bank and the Pleo balance. */
  contra: accountSetting.optional(),
  /** Debts to vendors. */
  payable: accountSetting.optional(),
  /** Where reimbursements made outside Pleo come from. Default: `contra`. */
  reimbursementContra: accountSetting.optional(),
  /** What employees owe for cash withdrawn; only for withdrawals without a category. */
  employeeReceivable: accountSetting.optional(),
});

/** How one company's entries are booked: a strict schema that also holds every default. */
export const bookkeepingSettingsSchema = z.strictObject({
  accounts: accountsSchema.prefault({}),

  /** The IANA time zone in which a moment becomes a day of the books. Default: `UTC`. */
  timeZone: timeZone.default('UTC'),

  /** Whether entries are posted as drafts or finally. Default: `draft`. Source: Pleo, Posting behaviour. */
  posting: z.enum(['draft', 'final']).default('draft'),

  /**
   * What becomes of an entry dated in a closed period: it fails, is booked on the day the job was started, or on the first open
   * day. Default: `fail`. Source: Pleo, Accounting periods.
   */
  closedPeriod: z.enum(['fail', 'today', 'first-open']).default('fail'),

  /** The last closed day, `YYYY-MM-DD`. The accounting system's own closing day counts as well; the later one decides. */
  closedThrough: day.optional(),

  /** What becomes of an entry that an earlier job has booked: linked to it, or failed. Default: `link`. */
  reexport: z.enum(['link', 'fail']).default('link'),

  /** Whether an entry may be exported without a receipt that could not be carried along. Default: `best-effort`. */
  receipts: z.enum(['best-effort', 'required']).default('best-effort'),

  /** What becomes of a payment whose invoice is not in the books: it fails, or is booked on account. Default: `fail`. */
  unmatchedPayments: z.enum(['fail', 'on-account']).default('fail'),
});

/** One company's bookkeeping settings, with defaults filled in. */
export type BookkeepingSettings = z.output<typeof bookkeepingSettingsSchema>;

/** The accounts that can be configured. */
export type AccountSettingName = keyof BookkeepingSettings['accounts'];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
