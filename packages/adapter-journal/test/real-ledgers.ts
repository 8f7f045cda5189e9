import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { currencyExponent, parseDecimal } from '@ledgerferry/core';
import { decodeAccountCode, lastPartOf } from '../src/account-names.js';

/** Sums of a ledger in minor units, as its own program sees them: `["55010","DKK"]` to -89520. */
type Balances = Readonly<Record<string, number>>;

/** A program that keeps plain-text ledgers. */
interface LedgerProgram {
  readonly extension: 'journal' | 'beancount';
  readonly command: string;
  /** Throws with the program's own words where it refuses the file. */
  check(file: string): void;
  balances(file: string): Balances;
}

const PROGRAMS: readonly LedgerProgram[] = [
  {
    extension: 'journal',
    command: 'hledger',
    check: (file) => void run('hledger', ['-f', file, 'check', '--strict']),
    balances: (file) => sums(run('hledger', ['-f', file, 'bal', '--flat', '-E', '-N', '-O', 'csv', '--layout=bare'])),
  },
  {
    extension: 'beancount',
    command: 'bean-check',
    check: (file) => void run('bean-check', [file]),
    balances: (file) =>
      sums(
        run('bean-query', ['-f', 'csv', file, 'SELECT account, currency, str(sum(number)) GROUP BY account, currency']),
      ),
  },
];

/** The programs on this machine. With LEDGERFERRY_REQUIRE_LEDGERS=1 all of them, so that a missing one fails its tests. */
export const ledgerPrograms = PROGRAMS.filter(
  ({ command }) => process.env['LEDGERFERRY_REQUIRE_LEDGERS'] === '1' || isOnPath(command),
);

function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: 'pipe' });
}

/** Lines of account, currency and sum, without the headings and the sums of zero. */
function sums(csv: string): Balances {
  const rows = csv.trim().split(/\r?\n/).slice(1);
  return Object.fromEntries(
    rows
      .map((row) => row.split(',').map((cell) => cell.replaceAll('"', '').trim()))
      .map(([account = '', currency = '', sum = '']): [string, number] => [
        JSON.stringify([decodeAccountCode(lastPartOf(account)), currency]),
        parseDecimal(sum.replace(/[^-\d.]/g, ''), currency, currencyExponent(currency) ?? 0).minorUnits,
      ])
      .filter(([, sum]) => sum !== 0),
  );
}
