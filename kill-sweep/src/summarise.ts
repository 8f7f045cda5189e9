import { WRONGS, type Wrong } from './finding.ts';
import type { CaseResult } from './run-case.ts';
import { PARTS } from './sweep-case.ts';

/** One line of the table. */
export interface PartSummary extends Readonly<Record<Wrong, number>> {
  readonly part: string;
  readonly runs: number;
  /** Kills and stops; a run that ended before its blow adds none. */
  readonly blows: number;
  readonly seconds: number;
}

/** A line for each part that ran, and one for all of them. */
export function summarise(results: readonly CaseResult[], seconds: number): readonly PartSummary[] {
  const parts = PARTS.flatMap((part) => {
    const own = results.filter((result) => result.part === part);
    return own.length === 0 ? [] : summaryOf(part, own, sum(own.map((result) => result.seconds)));
  });
  return [...parts, summaryOf('all', results, seconds)];
}

/** True where a single thing is wrong. */
export function isWrong(summary: PartSummary): boolean {
  return WRONGS.some((wrong) => summary[wrong] > 0);
}

function summaryOf(part: string, results: readonly CaseResult[], seconds: number): PartSummary {
  const findings = results.flatMap((result) => result.findings);
  const count = (wrong: Wrong): number => findings.filter((finding) => finding.wrong === wrong).length;
  return {
    part,
    runs: results.length,
    blows: sum(results.map(({ fell }) => fell)),
    duplicate: count('duplicate'),
    loss: count('loss'),
    wrong: count('wrong'),
    unfinished: count('unfinished'),
    parked: count('parked'),
    seconds: Math.round(seconds),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
