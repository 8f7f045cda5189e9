import { DEMO_ACCOUNTS } from './demo-accounts.js';
import type { DemoLedger } from './demo-ledger.js';

/** A plain-text ledger: nothing stands in for it, and the adapter writes it. */
export const journalDemo: DemoLedger = {
  adapter: '@ledgerferry/adapter-journal',
  accounts: DEMO_ACCOUNTS,
  ledger: 'ledger.journal',
  receipts: 'receipts',
  start: () =>
    Promise.resolve({
      connection: { file: './ledger.journal', receipts: './receipts' },
      books: () => null,
      close: () => Promise.resolve(),
    }),
};
