import { groupProblems, type ErrorCatalogue, type ItemOutcome, type ProblemGroup } from '@ledgerferry/core';
import { count, indent } from './table.js';
import { WHO_ACTS } from './who-acts.js';

const MOST_SHOWN = 3;

/** What went wrong, each cause once, with the entries it hit, who must act and what to do. Empty where nothing went wrong. */
export function describeProblems(outcomes: readonly ItemOutcome[], errors: ErrorCatalogue): string {
  return [...groupProblems(outcomes, errors).map(describeGroup), ...receiptWarnings(outcomes)].join('\n');
}

function describeGroup({ code, owner, message, sentences, accountingEntryIds }: ProblemGroup): string {
  const heading = `${count(accountingEntryIds.length, 'entry', 'entries')}, for ${WHO_ACTS[owner]}: ${message} [${code}]`;
  const details = sentences.length > 1 ? [...sentences.slice(0, MOST_SHOWN), ...more(sentences)] : [];
  return [heading, ...details.map((line) => indent(`- ${line}`)), entriesLine(accountingEntryIds)].join('\n');
}

/** Receipts that did not make it, although their entries did: each cause once. */
function receiptWarnings(outcomes: readonly ItemOutcome[]): readonly string[] {
  const warned = outcomes.flatMap((outcome) =>
    outcome.status === 'exported'
      ? outcome.warnings.map((warning) => [outcome.accountingEntryId, warning] as const)
      : [],
  );
  const byCause = Map.groupBy(warned, ([id, warning]) => warning.replaceAll(id, '…'));
  return [...byCause].map(([cause, members]) => {
    const ids = [...new Set(members.map(([id]) => id))];
    const heading = `${count(ids.length, 'entry is', 'entries are')} in the ledger without every receipt: ${cause}`;
    return [heading, entriesLine(ids)].join('\n');
  });
}

function entriesLine(ids: readonly string[]): string {
  return indent(`entries: ${[...ids.slice(0, MOST_SHOWN), ...more(ids)].join(', ')}`);
}

function more(all: readonly string[]): readonly string[] {
  return all.length > MOST_SHOWN ? [`and ${all.length - MOST_SHOWN} more`] : [];
}
