import type { ExportItem } from '@ledgerferry/pleo-simulator';
import type { LedgerKind } from '../sweep-case.ts';
import { intoBooksOfAbacus, openAbacusLedger } from './abacus-ledger.ts';
import type { ItemFit, LedgerUnderTest } from './ledger-under-test.ts';
import { intoBooksOfNetsuite, openNetsuiteLedger } from './netsuite-ledger.ts';
import { openXeroLedger } from './xero-ledger.ts';

interface Kind {
  readonly open: (now: () => number) => Promise<LedgerUnderTest>;
  readonly items: ItemFit;
}

const KINDS: Readonly<Record<LedgerKind, Kind>> = {
  'look-up': {
    open: () => openAbacusLedger({ unique: false }),
    items: { fit: intoBooksOfAbacus, spoil: spoilTaxCode },
  },
  unique: { open: () => openAbacusLedger({ unique: true }), items: { fit: intoBooksOfAbacus, spoil: spoilTaxCode } },
  xero: { open: openXeroLedger, items: { fit: (item) => item, spoil: spoilTaxCode } },
  // tax codes are not written there
  netsuite: { open: openNetsuiteLedger, items: { fit: intoBooksOfNetsuite, spoil: spoilAccount } },
};

/** Starts a ledger with empty books. `now` is the time that all of a case share. */
export function openLedger(kind: LedgerKind, now: () => number): Promise<LedgerUnderTest> {
  return KINDS[kind].open(now);
}

/** What of the job depends on the ledger. */
export function itemsFor(kind: LedgerKind): ItemFit {
  return KINDS[kind].items;
}

function spoilTaxCode({ accountingEntryLines }: ExportItem): void {
  for (const { tax } of accountingEntryLines) if (tax) tax.code = 'NOPE';
}

function spoilAccount({ accountingEntryLines }: ExportItem): void {
  for (const { account } of accountingEntryLines) if (account) account.code = 'NOPE';
}
