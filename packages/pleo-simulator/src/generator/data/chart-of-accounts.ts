import type { Account } from '../../model/export-item.js';
import { stableId } from '../stable-id.js';

const CATEGORIES: readonly (readonly [code: string, name: string])[] = [
  ['2750', 'Meals & entertainment'],
  ['2770', 'Travel'],
  ['2780', 'Hotels'],
  ['2790', 'Mileage and per diem'],
  ['2830', 'Advertising'],
  ['3410', 'Premises'],
  ['3600', 'Small equipment'],
  ['3620', 'Software'],
  ['3655', 'Books'],
  ['4310', 'Bank and card fees'],
  ['4380', 'Other income: cashback'],
  ['5830', 'Petty cash'],
];

const CONTRA_CODES: Readonly<Record<string, string>> = { DKK: '55010', EUR: '55020', GBP: '55030', SEK: '55040' };

/** The category with this code, as a line names it. */
export function categoryOf(code: string): Account {
  const name = CATEGORIES.find(([candidate]) => candidate === code)?.[1];
  if (name === undefined) throw new Error(`There is no category ${code}.`);
  // Not every customer's chart has ids beside its numbers.
  const identifier = Number(code) % 20 === 0 ? `gl-${code}` : null;
  return { id: stableId(`account ${code}`), name, code, identifier };
}

/** Codes of the categories that goods and services belong to. */
export const EXPENSE_CODES: readonly string[] = ['2750', '2770', '2780', '2830', '3410', '3600', '3620', '3655'];

/** The account of the wallet in this currency. */
export function contraAccountOf(currency: string): Account {
  const code = CONTRA_CODES[currency];
  if (code === undefined) throw new Error(`There is no wallet in ${currency}.`);
  return { id: stableId(`account ${code}`), name: `Pleo ${currency} Account`, code, identifier: `gl-${code}` };
}
