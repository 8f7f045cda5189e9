import type { NetsuiteAccount } from '../account/netsuite-account.js';
import type {
  HeldAccount,
  HeldCurrency,
  HeldDimension,
  HeldEntity,
  HeldFile,
  HeldPeriod,
  HeldRecord,
  HeldSubsidiary,
  HeldTaxCode,
  HeldTransaction,
} from './held-records.js';
import type { TransactionType } from './netsuite-books.js';
import type { Table } from './table.js';

/** All that an account holds. */
export interface Books {
  readonly account: NetsuiteAccount;
  readonly now: () => number;
  readonly subsidiaries: Table<HeldSubsidiary>;
  readonly currencies: Table<HeldCurrency>;
  readonly accounts: Table<HeldAccount>;
  readonly departments: Table<HeldDimension>;
  readonly classes: Table<HeldDimension>;
  readonly locations: Table<HeldDimension>;
  /** Values of custom segments, by the segment's script id. */
  readonly segments: ReadonlyMap<string, Table<HeldDimension>>;
  readonly vendors: Table<HeldEntity>;
  readonly employees: Table<HeldEntity>;
  readonly taxCodes: Table<HeldTaxCode>;
  readonly periods: Table<HeldPeriod>;
  readonly folders: Table<HeldRecord>;
  readonly files: Table<HeldFile>;
  readonly transactions: Readonly<Record<TransactionType, Table<HeldTransaction>>>;
  /** Which file hangs on which transaction. */
  attachments: readonly { readonly fileId: string; readonly transactionId: string }[];
}

/** Every transaction, in the order in which they were made. */
export function allTransactions({ transactions }: Books): HeldTransaction[] {
  return Object.values(transactions)
    .flatMap((table) => table.all())
    .toSorted((one, other) => Number(one.id) - Number(other.id));
}

export function transactionOf({ transactions }: Books, id: string): HeldTransaction | null {
  for (const table of Object.values(transactions)) {
    const found = table.get(id);
    if (found) return found;
  }
  return null;
}

/** What a thing must be there for: a mistake in a seed or in the simulator. */
export function present<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`The simulated account has no ${what}.`);
  return found;
}
