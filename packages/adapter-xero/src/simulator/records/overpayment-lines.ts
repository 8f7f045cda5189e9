import type { Books } from '../books/books.js';
import type { HeldLine } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { findAccount } from '../lines/account-of-line.js';
import { lineAmounts } from '../lines/line-amounts.js';
import type { LineElement } from '../lines/line-element.js';

/**
 * Reads the one line of an overpayment: without tax, on accounts payable (spent) or receivable (received), or on none.
 * Source: Xero Accounting API, Bank Transactions: overpayments.
 */
export function readOverpaymentLines(
  books: Books,
  lines: readonly LineElement[],
  { type, unitPlaces, problems }: { type: string; unitPlaces: 2 | 4; problems: Problems },
): readonly HeldLine[] {
  if (lines.length > 1) problems.error('An overpayment has one line item.');
  const systemAccount = type.startsWith('SPEND') ? 'CREDITORS' : 'DEBTORS';
  const own = books.accounts.all().find((account) => account.systemAccount === systemAccount);
  return lines.map((line, index) => {
    const fail = (message: string) => problems.ofLine(index, message);
    const isNamed = line.AccountCode !== undefined || line.AccountID !== undefined;
    const named = isNamed ? findAccount(books, { code: line.AccountCode, id: line.AccountID }) : own;
    if (named !== own)
      fail(`Account code '${line.AccountCode ?? line.AccountID}' is not a valid code for this document.`);
    if ((line.TaxType ?? 'NONE') !== 'NONE' || (line.Tracking ?? []).length > 0)
      fail('The line of an overpayment has no tax and no tracking.');
    return {
      id: line.LineItemID ?? books.newId(),
      description: line.Description ?? null,
      ...lineAmounts(line, { unitPlaces, isDraft: false }, fail),
      accountId: own?.id ?? null,
      taxType: 'NONE',
      tax: 0,
      tracking: [],
    };
  });
}
