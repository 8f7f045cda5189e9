import type { AccountingEntry, AccountReference, Validator } from '@ledgerferry/core';
import { journalProblem } from './journal-errors.js';

/** This ledger names accounts by code: an account known only by its id in another system cannot be booked. */
export const accountHasCode: Validator = {
  name: 'account has a code',
  validate: (entry) =>
    accountsOf(entry)
      .filter((account) => !account.code?.trim())
      .map((account) =>
        journalProblem('JOURNAL_ACCOUNT_WITHOUT_CODE', account.name ?? account.identifier ?? 'without name'),
      ),
};

function accountsOf(entry: AccountingEntry): readonly AccountReference[] {
  const ofLines = entry.lines.flatMap(({ account, tax }) => [account, tax?.ingoingAccount, tax?.outgoingAccount]);
  return [...ofLines, entry.payable, entry.settlement].filter((account) => account !== null && account !== undefined);
}
