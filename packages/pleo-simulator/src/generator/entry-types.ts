/** The 17 types of entries. Source: Export API v3, `ExportItemTypeV3`. */
export const ENTRY_TYPES = [
  'card_purchase',
  'card_invoice',
  'out_of_pocket',
  'mileage',
  'per_diem',
  'external_reimbursement',
  'direct_reimbursement',
  'invoice',
  'invoice_payment',
  'chargeback',
  'refund',
  'cashback',
  'atm_withdrawal',
  'wallet_topup',
  'wallet_unload',
  'personal_spend',
  'fee',
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** What an entry of a type looks like. */
export interface EntryTraits {
  /** Who the money went to or came from, if anybody. */
  hasSupplier: boolean;
  /** Carries the wallet's contra account. Source: Pleo, multi-currency configuration. */
  movesWallet: boolean;
  /** How lines get their category: from the supplier, one fixed code, or none. */
  category: 'of-supplier' | 'none' | `${number}`;
  /** May carry tax, splits, tags and receipts. */
  isExpense: boolean;
  /** Smallest and largest total in minor units of the wallet currency's euro value. */
  euroCents: readonly [number, number];
}

const EXPENSE = { hasSupplier: true, category: 'of-supplier', isExpense: true } as const;
const TRANSFER = { hasSupplier: false, movesWallet: true, category: 'none', isExpense: false } as const;

export const ENTRY_TRAITS: Readonly<Record<EntryType, EntryTraits>> = {
  card_purchase: { ...EXPENSE, movesWallet: true, euroCents: [350, 120_000] },
  card_invoice: { ...EXPENSE, movesWallet: true, euroCents: [5_000, 400_000] },
  out_of_pocket: { ...EXPENSE, movesWallet: false, euroCents: [300, 30_000] },
  mileage: { ...EXPENSE, hasSupplier: false, movesWallet: false, category: '2790', euroCents: [800, 20_000] },
  per_diem: { ...EXPENSE, hasSupplier: false, movesWallet: false, category: '2790', euroCents: [2_800, 60_000] },
  external_reimbursement: { ...TRANSFER, movesWallet: false, euroCents: [300, 30_000] },
  direct_reimbursement: { ...TRANSFER, euroCents: [300, 30_000] },
  invoice: { ...EXPENSE, movesWallet: false, euroCents: [8_000, 2_500_000] },
  invoice_payment: { ...TRANSFER, hasSupplier: true, euroCents: [8_000, 2_500_000] },
  chargeback: { ...EXPENSE, movesWallet: true, euroCents: [350, 60_000] },
  refund: { ...EXPENSE, movesWallet: true, euroCents: [350, 60_000] },
  cashback: { ...TRANSFER, category: '4380', euroCents: [100, 9_000] },
  atm_withdrawal: { ...TRANSFER, category: '5830', euroCents: [2_000, 40_000] },
  wallet_topup: { ...TRANSFER, euroCents: [500_000, 9_000_000] },
  wallet_unload: { ...TRANSFER, euroCents: [100_000, 5_000_000] },
  personal_spend: { ...TRANSFER, hasSupplier: true, euroCents: [300, 15_000] },
  fee: { ...TRANSFER, category: '4310', euroCents: [10, 4_000] },
};
