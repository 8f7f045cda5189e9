import type { Books } from '../books/books.js';
import type { HeldAccount, HeldLine, LineAmountTypes } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { accountProblem, findAccount, type NamedAccount } from './account-of-line.js';
import { lineAmounts } from './line-amounts.js';
import type { LineElement } from './line-element.js';
import { taxOfLine } from './line-tax-of.js';
import { lineTracking } from './line-tracking.js';

/** What differs among the documents that have lines. */
export interface LineRules {
  readonly lineAmountTypes: LineAmountTypes;
  /** A draft may leave out accounts and amounts, and loses accounts that are unknown. */
  readonly isDraft: boolean;
  readonly mayOverrideTax: boolean;
  /** Decimals of a unit amount. */
  readonly unitPlaces: 2 | 4;
}

/** Reads the lines of a document. */
export function readLines(
  books: Books,
  lines: readonly LineElement[],
  rules: LineRules,
  problems: Problems,
): readonly HeldLine[] {
  return lines.map((line, index) =>
    readLine({ books, line, rules, problems, fail: (message) => problems.ofLine(index, message) }),
  );
}

interface Reading {
  readonly books: Books;
  readonly line: LineElement;
  readonly rules: LineRules;
  readonly problems: Problems;
  readonly fail: (message: string) => void;
}

function readLine(reading: Reading): HeldLine {
  const { books, line, rules, fail } = reading;
  const account = accountOf(reading);
  const amounts = lineAmounts(line, rules, fail);
  const { taxType, tax } = taxOfLine(
    books,
    {
      account,
      lineAmount: amounts.lineAmount,
      lineAmountTypes: rules.lineAmountTypes,
      taxType: line.TaxType,
      taxAmount: line.TaxAmount,
      mayOverride: rules.mayOverrideTax,
    },
    fail,
  );
  return {
    id: line.LineItemID ?? books.newId(),
    description: descriptionOf(reading),
    ...amounts,
    accountId: account?.id ?? null,
    taxType,
    tax,
    tracking: lineTracking(books, line.Tracking ?? [], fail),
  };
}

function descriptionOf({ line, rules, fail }: Reading): string | null {
  const { Description = '' } = line;
  if (Description.length > 4_000) fail('Description must not be more than 4000 characters long.');
  if (Description === '' && !rules.isDraft) fail('Description needs to be at least 1 char long.');
  return Description === '' ? null : Description;
}

function accountOf({ books, line, rules, problems, fail }: Reading): HeldAccount | null {
  const named: NamedAccount = { code: line.AccountCode, id: line.AccountID };
  if (named.code === undefined && named.id === undefined) {
    if (!rules.isDraft) fail('Account must be valid');
    return null;
  }
  const account = findAccount(books, named);
  if (!account && rules.isDraft) {
    problems.warn(
      `Account code '${named.code ?? named.id}' has been removed as it does not match a recognised account.`,
    );
    return null;
  }
  const problem = accountProblem(account, named);
  if (problem !== null) fail(problem);
  return account;
}
