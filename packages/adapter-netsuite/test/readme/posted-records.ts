import {
  money,
  type BookkeepingSettings,
  type Document,
  type ExportItem,
  type SettledInvoice,
} from '@ledgerferry/core';
import { itemsOfEveryKind } from '@ledgerferry/testkit';
import type { NetsuiteConnection } from '../../src/netsuite-connection.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { connection, entryOf, FACTS, settings } from '../plan/sample-books.js';
import { costLine, sampleItem } from '../plan/sample-item.js';

/** Every item that Pleo knows, by how the README names it. */
export const ITEMS = itemsOfEveryKind(costLine(12_000)).map(({ kind, item }) => [nameOf(kind), item] as const);

function nameOf(kind: string): string {
  if (kind.endsWith(', payable')) return `\`${kind.replace(', payable', '')}\` through accounts payable`;
  return kind.replace(/^\w+/, '`$&`').replace(/, (\w+)$/, ', `$1`');
}

/** An item's records: what is booked where it settles bills that were posted; else what is booked without. */
export function recordsOf(
  item: Partial<ExportItem>,
  payables: NetsuiteConnection['payables'],
  accounts: Partial<BookkeepingSettings['accounts']> = {},
): string {
  const bookkeeping = settings(accounts);
  const [settling, onAccount] = [[BILL], []].map((settles) => planned(item, payables, { bookkeeping, settles }));
  return settling === onAccount ? `${onAccount}` : `${settling} where its bills are known; else ${onAccount}`;
}

const BILL: SettledInvoice = {
  accountingEntryId: 'bill',
  documentKey: 'bill/booking',
  externalId: '9001',
  amount: money('EUR', 12_000, 2),
};

function planned(
  item: Partial<ExportItem>,
  payables: NetsuiteConnection['payables'],
  { bookkeeping, settles }: { readonly bookkeeping: BookkeepingSettings; readonly settles: readonly SettledInvoice[] },
): string {
  const entry = { ...entryOf(sampleItem(item), bookkeeping), settles };
  const [problem] = netsuiteRules(FACTS, connection({ payables })).flatMap((rule) => rule.validate(entry));
  if (problem) return `refused (\`${problem.code}\`)`;
  return planNetsuiteEntry(entry, FACTS, connection({ payables })).documents.map(inWords).join(', ');
}

function inWords({ recordType }: Document): string {
  return recordType === 'journal-entry' ? 'journal' : recordType.replace('-', ' ');
}
