import type { Books } from '../books/books.js';
import type { HeldAccount, HeldJournalLine, LineAmountTypes } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { accountProblem, findAccount } from '../lines/account-of-line.js';
import { taxOfLine } from '../lines/line-tax-of.js';
import { lineTracking } from '../lines/line-tracking.js';
import { fromScaled, toScaled } from '../money/scaled.js';
import type { JournalLineElement } from './manual-journal-element.js';

interface JournalRules {
  readonly lineAmountTypes: LineAmountTypes;
  readonly isDraft: boolean;
  readonly problems: Problems;
}

/** Reads the lines of a journal: at least two, not on bank accounts or Xero's own, in balance. Source: Xero Accounting API, Manual Journals. */
export function readJournalLines(
  books: Books,
  lines: readonly JournalLineElement[],
  rules: JournalRules,
): readonly HeldJournalLine[] {
  const { problems } = rules;
  if (lines.length < 2) problems.error('A manual journal must have at least two lines.');
  const read = lines.map((line) => readLine(books, line, rules));
  if (problems.isEmpty) checkBalance(read, rules);
  return read;
}

function readLine(
  books: Books,
  line: JournalLineElement,
  { lineAmountTypes, isDraft, problems }: JournalRules,
): HeldJournalLine {
  const fail = (message: string) => problems.error(message);
  const account = accountOf(books, line, isDraft, problems);
  const lineAmount = toScaled(line.LineAmount ?? '', 2);
  if (lineAmount === null) fail('A journal line must have a LineAmount of at most 2 decimals.');
  if ((line.Description?.length ?? 0) > 4_000) fail('Description must not be more than 4000 characters long.');
  const tax = taxOfLine(
    books,
    {
      account,
      lineAmount: lineAmount ?? 0,
      lineAmountTypes,
      taxType: line.TaxType,
      taxAmount: line.TaxAmount,
      mayOverride: false,
    },
    fail,
  );
  const tracking = line.Tracking ?? [];
  if (tracking.some(({ Name, Option }) => Name === undefined || Option === undefined))
    fail('Tracking of a journal line is named by Name and Option.');
  return {
    accountId: account?.id ?? null,
    description: line.Description ?? null,
    lineAmount: lineAmount ?? 0,
    ...tax,
    tracking: lineTracking(books, tracking, fail),
  };
}

function accountOf(books: Books, line: JournalLineElement, isDraft: boolean, problems: Problems): HeldAccount | null {
  const named = { code: line.AccountCode, id: line.AccountID };
  if (named.code === undefined && named.id === undefined) {
    if (!isDraft) problems.error('Account must be valid');
    return null;
  }
  const account = findAccount(books, named);
  if (!account && isDraft) {
    problems.warn(
      `Account code '${named.code ?? named.id}' has been removed as it does not match a recognised account.`,
    );
    return null;
  }
  const problem = accountProblem(account, named);
  if (problem !== null) problems.error(problem);
  return account;
}

function checkBalance(lines: readonly HeldJournalLine[], { lineAmountTypes, problems }: JournalRules): void {
  const amounts = lines.map(({ lineAmount, tax }) => (lineAmountTypes === 'Exclusive' ? lineAmount + tax : lineAmount));
  const debits = amounts.reduce((sum, amount) => sum + Math.max(amount, 0), 0);
  const credits = amounts.reduce((sum, amount) => sum + Math.min(amount, 0), 0);
  if (debits + credits !== 0)
    problems.error(`The total debits (${fromScaled(debits, 2)}) must equal total credits (${fromScaled(credits, 2)})`);
}
