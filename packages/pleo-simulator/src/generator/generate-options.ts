import type { EntryType } from './entry-types.js';

/** Wallet currencies that the generator knows. */
export type WalletCurrency = 'EUR' | 'DKK' | 'GBP' | 'SEK';

/** Bookkeeping methods of Pleo; `null` is the legacy way. */
export type GeneratedMethod = 'none' | 'journal' | 'accounts_payable' | null;

/** What a job shall look like. The same options always give the same job. */
export interface GenerateOptions {
  /** Any safe integer; jobs of different seeds share no job id and no entry id. */
  seed: number;
  /** How many items the control layer has. From 40 on (in fact from 25) all 17 types are there. */
  items: number;
  /** Default: one of four companies, by the seed. */
  companyId?: string;
  /** Wallet currencies to choose from; default all four. */
  currencies?: readonly WalletCurrency[];
  /** RFC 3339; default `2026-03-16T07:30:00Z`. Entries are dated in the sixty days before. */
  createdAt?: string;
  /** Share of items with a planted problem, 0 to 1; default 0. Only entries that no other one names are broken. */
  broken?: number;
  /** Share of expenses with files, 0 to 1; default 0.5. */
  receipts?: number;
  /** Bookkeeping methods to choose from; default all, null most often. `accounts_payable` comes with a vendor only. */
  methods?: readonly GeneratedMethod[];
  /** Types to choose from; default all. A payment comes only where its invoice may come too. */
  types?: readonly EntryType[];
  /** Default true; when false no item carries a vendor or a bookkeeping method. */
  vendorBasedBookkeeping?: boolean;
}
