import type { AccountType } from '../../account/netsuite-account.js';
import { present, type Books } from '../../books/books.js';
import type { EnteredLine } from '../../books/held-records.js';
import { missingValue, userError } from '../../http/problems.js';
import type { TransactionHeader } from '../transaction-header.js';
import { checkAccount, isCost, isPosting } from './check-account.js';
import { checkDimensions, checkMandatory } from './check-dimensions.js';

/** Most lines of a transaction. Source: Oracle, Transaction Line Limits. */
const MOST_JOURNAL_LINES = 10_000;
const MOST_LINES = 5_000;

/** @throws {Refusal} unless a journal's debits are its credits, and each line can be posted. */
export function checkJournalLines(header: TransactionHeader, lines: readonly EnteredLine[], books: Books): void {
  checkEach(header, lines, { sublist: 'line', most: MOST_JOURNAL_LINES, fits: isPosting }, books);
  for (const line of lines) checkName(line, books);
  if (lines.reduce((sum, { amount }) => sum + amount, 0) !== 0) {
    throw userError(
      'The amounts in a journal entry must balance: please make sure that the sum of debits equals the sum of credits.',
      'Die Beträge eines Journaleintrags müssen ausgeglichen sein.',
    );
  }
}

/** @throws {Refusal} unless the lines of a bill or credit can be posted and come to no less than nothing. */
export function checkExpenseLines(
  header: TransactionHeader,
  lines: readonly EnteredLine[],
  total: number,
  books: Books,
): void {
  checkEach(header, lines, { sublist: 'expense', most: MOST_LINES, fits: isCost }, books);
  if (total < 0) throw userError('The total may not be negative.', 'Der Gesamtbetrag darf nicht negativ sein.');
}

/** Source: Oracle, Making Journal Entries: accounts payable and receivable are kept by name. */
function checkName({ accountId, entityId }: EnteredLine, { accounts }: Books): void {
  const { type } = present(accounts.get(accountId), `account ${accountId}`);
  if (entityId !== null || (type !== 'AcctPay' && type !== 'AcctRec')) return;
  throw missingValue('Name');
}

function checkEach(
  { subsidiaryId, currencyId }: TransactionHeader,
  lines: readonly EnteredLine[],
  { sublist, most, fits }: { sublist: string; most: number; fits: (type: AccountType) => boolean },
  books: Books,
): void {
  if (lines.length === 0) {
    throw userError(
      'You must enter at least one line item for this transaction.',
      'Sie müssen mindestens eine Position für diese Transaktion eingeben.',
    );
  }
  if (lines.length > most) {
    throw userError(
      `A transaction can have at most ${most} lines.`,
      `Eine Transaktion kann höchstens ${most} Positionen haben.`,
    );
  }
  for (const [index, line] of lines.entries()) {
    const path = `${sublist}.items[${index}]`;
    checkAccount(line.accountId, { path: `${path}.account`, subsidiaryId, currencyId, fits }, books);
    checkDimensions(line, subsidiaryId, path, books);
    checkMandatory(line, books);
  }
}
