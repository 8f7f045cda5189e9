import type { DemoLedger } from './demo-ledger.js';

/** Each is loaded alone: simulators are large, and a command line should start at once. */
const LEDGERS = {
  journal: async () => (await import('./journal-demo.js')).journalDemo,
  xero: async () => (await import('./xero-demo.js')).xeroDemo,
  netsuite: async () => (await import('./netsuite-demo.js')).netsuiteDemo,
} satisfies Record<string, () => Promise<DemoLedger>>;

/** What `--adapter` takes. */
export type DemoLedgerName = keyof typeof LEDGERS;

export const DEMO_LEDGER_NAMES = Object.keys(LEDGERS);

/** The accounting system of that name, ready to be started. */
export function loadDemoLedger(name: DemoLedgerName): Promise<DemoLedger> {
  return LEDGERS[name]();
}
