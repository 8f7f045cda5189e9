import { formatMoney, type ComparedTotal, type Reconciliation } from '@ledgerferry/core';
import { count, indent } from './table.js';
import { WHO_ACTS } from './who-acts.js';

const MOST_NAMED = 20;

/** What differs between Pleo, the state and the ledger: each kind of difference once, with its entries, who must act and what to do. */
export function describeReconciliation(
  { jobId, agrees, ledgerAsked, rows, totals }: Reconciliation,
  { isHandedOver }: { readonly isHandedOver: boolean },
): string {
  const differing = rows.filter(({ differences }) => differences.length > 0);
  const three = ledgerAsked ? 'Pleo, the state and the ledger' : 'Pleo and the state';
  const entries = count(rows.length, 'entry', 'entries');
  return [
    agrees
      ? `Export Job ${jobId}: ${three} agree on ${entries}.`
      : `Export Job ${jobId}: ${differing.length} of ${entries} differ.`,
    ...(ledgerAsked ? [] : ['This accounting system cannot be asked: what it holds was not compared.']),
    ...(isHandedOver ? ['This adapter hands files over: success means handed over, not booked.'] : []),
    ...groupsOf(differing).map((group) => indent(group)),
    ...totals.map((total) => indent(describeTotal(total))),
  ].join('\n');
}

function groupsOf(rows: Reconciliation['rows']): readonly string[] {
  const told = rows.flatMap((row) => row.differences.map((difference) => ({ ...difference, row })));
  return [...Map.groupBy(told, ({ code }) => code).values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { owner, meaning, code, fix } = first;
    const number = new Set(members.map(({ row }) => row.accountingEntryId)).size;
    return [
      `${count(number, 'entry', 'entries')}, for ${WHO_ACTS[owner]}: ${meaning} [${code}]`,
      indent(`To do: ${fix}`),
      ...members.slice(0, MOST_NAMED).map(({ row, message }) => indent(`- ${row.accountingEntryId}: ${message}`)),
      ...(members.length > MOST_NAMED ? [indent(`and ${members.length - MOST_NAMED} more: --json names all`)] : []),
    ].join('\n');
  });
}

function describeTotal({ expected, ledger, agrees }: ComparedTotal): string {
  const should = `control total of the documents, ${formatMoney(expected)}`;
  return agrees ? `${should}: the ledger agrees` : `${should}: the ledger has ${formatMoney(ledger)}`;
}
