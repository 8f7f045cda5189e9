import type { ExportItem } from '../model/export-item.js';
import type { PlantedProblem, PlantedProblemKind } from '../model/generated-export-job.js';
import type { Random } from './random.js';

const PROBLEMS: readonly PlantedProblemKind[] = [
  'missing-category',
  'unknown-type',
  'lines-do-not-sum-up',
  'control-item-without-data',
  'zero-category',
  'fractional-amount',
  'currency-undefined',
];

/** Types whose lines cannot be booked without a category. */
const NEED_CATEGORY = ['card_purchase', 'card_invoice', 'refund', 'chargeback', 'cashback', 'fee'];

/** Pleo's value for "no category chosen". */
const ZERO_ID = '00000000-0000-0000-0000-000000000000';

/** Breaks so many of the candidates in place, each problem in turn, and tells which and why. */
export function plantProblems(random: Random, candidates: readonly ExportItem[], count: number): PlantedProblem[] {
  const planted: PlantedProblem[] = [];
  for (const item of random.shuffle(candidates).slice(0, count)) {
    const problem = chooseProblem(planted.length, item);
    breakItem(item, problem);
    planted.push({ accountingEntryId: item.accountingEntryId, problem });
  }
  return planted;
}

function chooseProblem(turn: number, item: ExportItem): PlantedProblemKind {
  const problem = PROBLEMS[turn % PROBLEMS.length] ?? 'unknown-type';
  return problem.endsWith('category') && !NEED_CATEGORY.includes(item.type) ? 'lines-do-not-sum-up' : problem;
}

function breakItem(item: ExportItem, problem: PlantedProblemKind): void {
  const line = item.accountingEntryLines[0];
  if (!line) throw new Error(`Entry ${item.accountingEntryId} has no line.`);
  switch (problem) {
    case 'missing-category':
      line.account = null;
      return;
    case 'zero-category':
      line.account = { id: ZERO_ID, name: '', code: null, identifier: null };
      return;
    case 'unknown-type':
      item.type = 'overdraft';
      return;
    case 'fractional-amount':
      for (const { inWalletCurrency } of [item.amount, line.lineAmount, line.netAmount]) inWalletCurrency.value += 0.5;
      return;
    case 'lines-do-not-sum-up':
      item.amount.inWalletCurrency.value += 1;
      return;
    case 'currency-undefined':
      for (const { inWalletCurrency } of everyAmount(item)) inWalletCurrency.currency = 'UNDEFINED';
      return;
    case 'control-item-without-data':
      // The item is left out of the data layer by the generator.
      return;
  }
}

function everyAmount(item: ExportItem): ExportItem['amount'][] {
  const lines = item.accountingEntryLines.flatMap(({ lineAmount, netAmount, tax }) => [
    lineAmount,
    netAmount,
    ...(tax ? [tax.amount] : []),
  ]);
  return [item.amount, ...lines];
}
