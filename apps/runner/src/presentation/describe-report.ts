import type { CurrencyExponents, ErrorCatalogue, JobReport } from '@ledgerferry/core';
import { describeProblems } from './describe-problems.js';
import { count, indent } from './table.js';
import { formatTotals } from './totals.js';

const STATUS_WORDS: Readonly<Record<string, string>> = {
  completed: 'completed',
  completed_with_errors: 'completed with errors',
  failed: 'failed',
  in_progress: 'not finished',
  pending: 'not started',
};

/** How a job ended, in a bookkeeper's words. */
export function describeReport(
  report: JobReport,
  {
    name,
    exponents,
    errors,
  }: { readonly name: string; readonly exponents: CurrencyExponents; readonly errors: ErrorCatalogue },
): string {
  const { jobId, status, items, totals, stopped, outcomes, durationMs } = report;
  const words = STATUS_WORDS[status] ?? status;
  const problems = describeProblems(outcomes, errors);
  const lines = [
    `${name}: Export Job ${jobId} ${words} (${durationMs} ms)`,
    ...(stopped ? [indent(`Stopped: ${stopped.message} [${stopped.code}]`)] : []),
    indent(describeItems(items)),
    ...formatTotals(totals, exponents).map((total) => indent(`total ${total}`)),
    ...(problems === '' ? [] : [indent('What needs attention, and whose:'), indent(problems, 4)]),
  ];
  return lines.join('\n');
}

function describeItems({ exported, alreadyExported, failed, parked }: JobReport['items']): string {
  return [
    `${count(exported, 'entry', 'entries')} exported`,
    ...(alreadyExported > 0 ? [`${alreadyExported} already in the ledger and linked`] : []),
    `${failed} failed`,
    ...(parked > 0 ? [`${parked} uncertain and left to a person`] : []),
  ].join(', ');
}
