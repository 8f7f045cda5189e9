import { expect, test } from 'vitest';
import { runCase } from '../src/run-case.ts';
import { parseCase } from '../src/sweep-case.ts';

// The built program, as users run it: `pnpm exec turbo run build` comes first.

const CASES: readonly (readonly [title: string, name: string])[] = [
  ['is killed before it can start the job', 'request:3:before:unique'],

  ['is killed once a voucher is booked, before it hears of it', 'request:41:after:look-up'],
  ['is killed before the ledger without unique references takes a voucher late', 'request:42:late:look-up'],
  ['is killed by its own hand right before a commit', 'commit:30:before:look-up'],
  ['is killed by its own hand right after a commit', 'commit:31:after:look-up'],
  ['is killed and loses its whole state', 'lost-state:70:after:look-up'],
  ['is killed again and again', 'random:2:outside:look-up'],
  ['is stopped at a commit, and goes on after its lease', 'stopped:40:commit:look-up'],
];

test.for(CASES)('books everything once when it %s', { timeout: 120_000, concurrent: true }, async ([, name]) => {
  const { fell, findings } = await runCase(parseCase(name));

  expect(findings).toEqual([]);
  expect(fell).toBeGreaterThan(0);
});
