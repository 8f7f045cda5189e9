import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/** The `connection` settings of a company whose books are a plain-text ledger. */
export interface JournalConnection {
  /** The ledger: `*.journal` in hledger's form, `*.beancount` in beancount's. It need not exist yet, its folder must. */
  readonly file: string;
  /** Folder of the receipts. It need not exist yet, the folder above it must. Default: `receipts` beside the ledger. */
  readonly receipts: string;
}

/** Strict: an unknown setting is refused. Paths may be relative: {@link connectionFrom} says to what. */
export const journalConnectionSchema: z.ZodType<JournalConnection> = z
  .strictObject({
    file: z
      .string()
      .regex(/\.(journal|beancount)$/, 'must end in .journal (hledger) or .beancount, such as ./books/2026.journal'),
    receipts: z.string().min(1, 'must name a folder, such as ./books/receipts').optional(),
  })
  .transform(({ file, receipts }) => ({ file, receipts: receipts ?? join(dirname(file), 'receipts') }));

/** The same connection with absolute paths; relative ones start at `baseFolder`. */
export function connectionFrom(baseFolder: string, { file, receipts }: JournalConnection): JournalConnection {
  return { file: resolve(baseFolder, file), receipts: resolve(baseFolder, receipts) };
}
