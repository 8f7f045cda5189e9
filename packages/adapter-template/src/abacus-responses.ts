import { z } from 'zod';

/** Answers of the API, as far as we read them. */
export const booksAnswer = z.object({ id: z.string(), name: z.string(), lockedThrough: z.string().nullish() });
export const accountsAnswer = z.object({ accounts: z.array(z.object({ code: z.string() })) });

export const voucherAnswer = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.enum(['draft', 'booked', 'deleted']),
  date: z.string(),
  currency: z.string(),
  /** Sum of the debits, as a decimal. */
  total: z.string(),
  accounts: z.array(z.string()),
  url: z.string().nullish(),
});
export const vouchersAnswer = z.object({ vouchers: z.array(voucherAnswer) });
export type Voucher = z.infer<typeof voucherAnswer>;

export const fileAnswer = z.object({ id: z.string(), name: z.string() });
export const filesAnswer = z.object({ files: z.array(fileAnswer) });
