import { z } from 'zod';

const account = z.object({
  code: z.string(),
  role: z.enum(['category', 'tax', 'wallet', 'out-of-pocket', 'contra', 'payable', 'receivable']),
  name: z.string().nullable(),
});

const posting = z.object({
  account,
  /** Positive is debit. */
  minorUnits: z.int(),
  currency: z.string(),
  exponent: z.int(),
  tags: z.array(z.tuple([z.string(), z.string()])),
});

/** What a document of this ledger says, before it is given its form, its reference and the ids of the invoices it settles. */
export const journalBody = z.object({
  date: z.string(),
  posting: z.enum(['draft', 'final']),
  payee: z.string().nullable(),
  description: z.string(),
  tags: z.array(z.tuple([z.string(), z.string()])),
  settles: z.array(z.union([z.object({ documentKey: z.string() }), z.object({ externalId: z.string() })])),
  hasReceipts: z.boolean(),
  postings: z.array(posting),
});

export type JournalBody = z.infer<typeof journalBody>;
export type JournalPosting = z.infer<typeof posting>;
export type JournalAccount = z.infer<typeof account>;
