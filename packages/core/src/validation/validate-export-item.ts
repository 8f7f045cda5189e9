import type { AccountsMapping } from '../bookkeeping/accounts-mapping.js';
import type { Problem } from '../errors/problem.js';
import type { ExportItem } from '../model/export-item.js';
import { currencyProblems } from './currency-problems.js';
import { signProblems } from './sign-problems.js';
import { sumProblems } from './sum-problems.js';
import { taxProblems } from './tax-problems.js';

/**
 * Every problem in an item's own figures, before an entry is made of it; none means they can be booked. The account checks follow
 * where the accounts are resolved: `bookExportItem` runs both.
 *
 * Amounts are compared only once their currencies and signs hold, so that one mistake gives one sentence. Taxes are looked at only
 * where they are booked.
 */
export function validateExportItem(item: ExportItem, mapping: AccountsMapping): readonly Problem[] {
  const basic = [...currencyProblems(item), ...signProblems(item)];
  if (basic.length > 0) return basic;

  const booksCategories = mapping.lines.from === 'category';
  const sums = sumProblems(item, booksCategories);
  return booksCategories ? [...sums, ...taxProblems(item)] : sums;
}
