import type { Problem } from '../errors/problem.js';
import type { AccountReference, EntryLine } from '../model/accounting-entry.js';
import type { ExportItem, ExportItemLine } from '../model/export-item.js';
import { formatMoney } from '../model/money.js';
import type { AccountsMapping } from './accounts-mapping.js';
import type { BookkeepingSettings } from './bookkeeping-settings.js';
import { configuredAccount, type AccountPurpose } from './configured-account.js';
import { entryLabel } from './entry-description.js';
import { costOf, entryTax, isTaxTreatment } from './entry-tax.js';
import { pleoAccount } from './pleo-account.js';
import { problem } from './problems.js';
import { refused, resolved, type Resolution } from './resolution.js';

/**
 * The lines of an entry: one per line of the item, on its category; a pure balance movement is one line on its mapped account,
 * without tax, whose tax was booked with the expense it settles.
 */
export function entryLines(
  item: ExportItem,
  mapping: AccountsMapping,
  settings: BookkeepingSettings,
): Resolution<readonly EntryLine[]> {
  if (mapping.lines.from === 'category') return categoryLines(item, mapping.lines.otherwise, settings);
  const account = configuredAccount(mapping.lines.account, item.amount.inWalletCurrency.currency, settings);
  return 'problems' in account ? account : resolved([balanceLine(item, account.value)]);
}

function categoryLines(
  item: ExportItem,
  otherwise: AccountPurpose | null,
  settings: BookkeepingSettings,
): Resolution<readonly EntryLine[]> {
  const lines: EntryLine[] = [];
  const problems: Problem[] = [];
  for (const line of item.lines) {
    const account = lineAccount(item, line, otherwise, settings);
    if ('problems' in account) problems.push(...account.problems);
    else lines.push(categoryLine(line, account.value));
  }
  return problems.length > 0 ? { problems } : resolved(lines);
}

function lineAccount(
  item: ExportItem,
  line: ExportItemLine,
  otherwise: AccountPurpose | null,
  settings: BookkeepingSettings,
): Resolution<AccountReference> {
  const category = pleoAccount(line.account, 'category');
  if (category) return resolved(category);
  if (otherwise) return configuredAccount(otherwise, line.lineAmount.inWalletCurrency.currency, settings);
  return refused(problem('MISSING_CATEGORY', missingCategory(item, line)));
}

function categoryLine(line: ExportItemLine, account: AccountReference): EntryLine {
  const treatment = line.tax && isTaxTreatment(line.tax.type) ? line.tax.type : null;
  return {
    account,
    gross: line.lineAmount.inWalletCurrency,
    net: costOf(line, treatment),
    tax: line.tax && treatment ? entryTax(line.tax, treatment) : null,
    dimensions: dimensionsOf(line),
  };
}

function balanceLine(item: ExportItem, account: AccountReference): EntryLine {
  const amount = item.amount.inWalletCurrency;
  const [only, ...others] = item.lines;
  const dimensions = only && others.length === 0 ? dimensionsOf(only) : [];
  return { account, gross: amount, net: amount, tax: null, dimensions };
}

function dimensionsOf(line: ExportItemLine): EntryLine['dimensions'] {
  return line.tags.map((tag) => ({ group: tag.groupCode, code: tag.code }));
}

function missingCategory(item: ExportItem, line: ExportItemLine): string {
  const amount = formatMoney(line.lineAmount.inWalletCurrency);
  const part =
    item.lines.length > 1 ? `The line of ${amount} of ${entryLabel(item)}` : `${entryLabel(item)} (${amount})`;
  if (line.account === null || line.account.name === '')
    return `${part} has no category: choose a category in Pleo and export it again.`;
  return `${part} has the category "${line.account.name}", which is linked to no account: choose a category in Pleo that is, and export it again.`;
}
