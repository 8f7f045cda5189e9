import type { Measured } from './measure-run.ts';
import type { CaseResult } from './run-case.ts';
import type { PartSummary } from './summarise.ts';

const HEADINGS: Readonly<Record<keyof PartSummary, string>> = {
  part: 'part',
  runs: 'runs',
  blows: 'blows',
  duplicate: 'duplicates',
  loss: 'losses',
  wrong: 'wrong statuses',
  unfinished: 'unfinished',
  parked: 'needlessly parked',
  seconds: 'seconds',
};
const COLUMNS = Object.keys(HEADINGS) as readonly (keyof PartSummary)[];

/** How many of a case's findings are told: the first ones say what happened. */
const MOST_FINDINGS = 5;

/** What a run without a blow costs. */
export function describeMeasured({ ledger, requests, commits }: Measured): string {
  const writes = requests.filter((kind) => kind !== 'read').length;
  return `without a blow, ledger ${ledger}: ${requests.length} requests (${writes} writes), ${commits} commits`;
}

/** The table of all parts. */
export function describeTable(summaries: readonly PartSummary[]): string {
  const rows = [
    COLUMNS.map((column) => HEADINGS[column]),
    ...summaries.map((row) => COLUMNS.map((column) => `${row[column]}`)),
  ];
  const widths = COLUMNS.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) => row.map((cell, index) => cell.padStart(widths[index] ?? 0)).join('  ')).join('\n');
}

/** A failing case: what is wrong, and the one command that repeats it. */
export function describeFailure({ name, findings }: CaseResult): string {
  const told = findings.slice(0, MOST_FINDINGS).map(({ wrong, about }) => `  ${wrong}: ${about}`);
  const rest = findings.length > told.length ? [`  and ${findings.length - told.length} more`] : [];
  return [`${name}:`, ...told, ...rest, `  repeat it: npm run kill-sweep -- --case ${name}`].join('\n');
}
