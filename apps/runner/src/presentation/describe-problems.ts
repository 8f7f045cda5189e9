import { groupProblems, type ItemOutcome, type ProblemGroup, type ProblemOwner } from '@ledgerferry/core';
import { count, indent } from './table.js';

const WHO_ACTS: Readonly<Record<ProblemOwner, string>> = {
  bookkeeper: 'for the bookkeeper',
  administrator: 'for the administrator',
  ledgerferry: "for Ledgerferry's makers",
};
const MOST_SHOWN = 3;

/** What went wrong, each cause once, with the entries it hit, who must act and what to do. Empty where nothing went wrong. */
export function describeProblems(outcomes: readonly ItemOutcome[]): string {
  return [...groupProblems(outcomes).map(describeGroup), ...receiptWarnings(outcomes)].join('\n');
}

function describeGroup({ code, owner, message, sentences, accountingEntryIds }: ProblemGroup): string {
  const heading = `${count(accountingEntryIds.length, 'entry', 'entries')}, ${WHO_ACTS[owner]}: ${message} [${code}]`;
  const details = sentences.length > 1 ? [...sentences.slice(0, MOST_SHOWN), ...more(sentences)] : [];
  const ids = [...accountingEntryIds.slice(0, MOST_SHOWN), ...more(accountingEntryIds)];
  return [heading, ...details.map((line) => indent(`- ${line}`)), indent(`entries: ${ids.join(', ')}`)].join('\n');
}

/** Receipts that did not make it, although their entries did. */
function receiptWarnings(outcomes: readonly ItemOutcome[]): readonly string[] {
  const warned = outcomes.filter((outcome) => outcome.status === 'exported' && outcome.warnings.length > 0);
  if (warned.length === 0) return [];
  const warnings = new Set(warned.flatMap((outcome) => (outcome.status === 'exported' ? outcome.warnings : [])));
  const shown = [...warnings].slice(0, MOST_SHOWN).map((warning) => indent(`- ${warning}`));
  const heading = `${count(warned.length, 'entry is', 'entries are')} in the ledger without every receipt:`;
  return [[heading, ...shown, ...more([...warnings]).map((line) => indent(line))].join('\n')];
}

function more(all: readonly string[]): readonly string[] {
  return all.length > MOST_SHOWN ? [`and ${all.length - MOST_SHOWN} more`] : [];
}
