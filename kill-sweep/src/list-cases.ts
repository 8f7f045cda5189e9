import type { RequestKind } from './far-ends.ts';
import type { Measured } from './measure-run.ts';
import type { LedgerKind, Part, Place, SweepCase } from './sweep-case.ts';

/** Of the cases that are tried on the first ledger at every point, one in so many is tried on the others. */
const OTHER_LEDGER_EVERY = 10;

/** Late effects cost a second of silence each: one write in so many. */
const LATE_EVERY = 6;

/** A run may have so many more commits than the one that was measured. */
const MORE_COMMITS = 8;

const LOST_STATES = 20;
const RANDOM_RUNS = 40;
const STOPS_AT_COMMITS = 8;

/**
 * Every case of the sweep, part by part: on the first ledger at every point, on the others at some. Random kills take their seeds from
 * `seed` on.
 */
export function listCases(measured: readonly [Measured, ...Measured[]], seed: number): readonly SweepCase[] {
  const [main, ...others] = measured;
  const ledgerOf = (index: number): LedgerKind => (measured[Math.floor(index / 2) % measured.length] ?? main).ledger;
  return [
    ...atEveryRequest(main),
    ...others.flatMap((other) => everyNth(atEveryRequest(other), OTHER_LEDGER_EVERY)),
    ...atEveryCommit(main),
    ...others.flatMap((other) => everyNth(atEveryCommit(other), OTHER_LEDGER_EVERY)),
    ...spread(main.requests.length, LOST_STATES).map((number, index) =>
      toCase('lost-state', number, index % 2 === 0 ? 'after' : 'before', ledgerOf(index)),
    ),
    ...Array.from({ length: RANDOM_RUNS }, (_, index) => toCase('random', seed + index, 'outside', ledgerOf(index))),
    ...stops(main),
  ];
}

/** Every n-th of a list, beginning with the first. */
export function everyNth<Row>(rows: readonly Row[], n: number): readonly Row[] {
  return rows.filter((_, index) => index % n === 0);
}

function atEveryRequest({ ledger, requests }: Measured): readonly SweepCase[] {
  const writes = everyNth(numbersOf(requests, ['voucher', 'receipt']), LATE_EVERY);
  return [
    ...upTo(requests.length).map((number) => toCase('request', number, 'before', ledger)),
    ...upTo(requests.length).map((number) => toCase('request', number, 'after', ledger)),
    ...writes.map((number) => toCase('request', number, 'late', ledger)),
  ];
}

function atEveryCommit({ ledger, commits }: Measured): readonly SweepCase[] {
  const numbers = upTo(commits + MORE_COMMITS);
  return [
    ...numbers.map((number) => toCase('commit', number, 'before', ledger)),
    ...numbers.map((number) => toCase('commit', number, 'after', ledger)),
  ];
}

/** The first, a middle and the last of each kind of write; commits all over the run; two in the middle of a commit. */
function stops({ ledger, requests, commits }: Measured): readonly SweepCase[] {
  const writes = (['event', 'voucher', 'receipt', 'report'] as const).flatMap((kind) => {
    const numbers = numbersOf(requests, [kind]);
    return [...new Set([numbers[0], numbers[Math.floor(numbers.length / 2)], numbers.at(-1)])];
  });
  return [
    ...writes.flatMap((number) => (number === undefined ? [] : toCase('stopped', number, 'request', ledger))),
    ...spread(commits, STOPS_AT_COMMITS).map((number) => toCase('stopped', number, 'commit', ledger)),
    ...spread(commits, 2).map((number) => toCase('stopped', number, 'in-commit', ledger)),
  ];
}

function numbersOf(requests: readonly RequestKind[], kinds: readonly RequestKind[]): readonly number[] {
  return requests.flatMap((kind, index) => (kinds.includes(kind) ? index + 1 : []));
}

function toCase(part: Part, number: number, place: Place, ledger: LedgerKind): SweepCase {
  return { part, number, place, ledger };
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** So many numbers from 1 to `last`, at equal distances. */
function spread(last: number, count: number): readonly number[] {
  return upTo(count).map((position) => Math.max(1, Math.round(((position - 0.5) * last) / count)));
}
