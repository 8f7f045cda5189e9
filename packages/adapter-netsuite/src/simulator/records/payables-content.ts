import type { Books } from '../books/books.js';
import type { HeldTransaction } from '../books/held-records.js';
import { openAmount } from '../books/ledger-lines.js';
import { missingValue, userError } from '../http/problems.js';
import { readApplications } from './applications.js';
import { checkAccount, isPayables } from './checks/check-account.js';
import { checkApplications } from './checks/check-applications.js';
import { checkExpenseLines } from './checks/check-lines.js';
import { mergeLines, readExpenseLine } from './entered-lines.js';
import type { ReadContent } from './transaction-write.js';
import { readTaxDetails } from './tax-details.js';
import type { TransactionHeader } from './transaction-header.js';

/** Lines, tax and payables account of a bill or credit; bills that a credit settles. */
export const payablesContent: ReadContent = (header, places, { sent, before, isNew, replaced, books }) => {
  const lines = mergeLines(sent.sublist('expense'), before?.lines ?? [], {
    replaces: replaced.has('expense'),
    read: readExpenseLine(places),
  });
  const tax = readTaxDetails(sent, before, {
    places,
    lines,
    isReachable: books.account.tax !== 'suitetax-unreachable',
  });
  const replaces = replaced.has('apply');
  const isCredit = header.recordType === 'vendorCredit';
  const applications = isCredit ? readApplications(sent, before, { places, replaces, books }) : [];
  return {
    check: () => {
      const { subsidiaryId, currencyId } = header;
      const total = [...lines, ...tax.taxes].reduce((sum, { amount }) => sum + amount, 0);
      checkExpenseLines(header, lines, total, books);
      const accountId = header.accountId ?? usualPayablesId(header, books);
      checkAccount(accountId, { path: 'account', subsidiaryId, currencyId, fits: isPayables }, books);
      const own = isNew ? null : before;
      checkApplications({ header, payablesId: accountId, applications, before: own }, books);
      checkSettled(total, { applied: applications.reduce((sum, { amount }) => sum + amount, 0), before: own }, books);
      return { accountId, payablesId: null, lines, ...tax, applications };
    },
  };
};

/** The vendor's own payables account, else the first that the subsidiary may use. */
export function usualPayablesId({ entityId, subsidiaryId }: TransactionHeader, { vendors, accounts }: Books): string {
  const own = entityId === null ? null : (vendors.get(entityId)?.payablesAccountId ?? null);
  const first = accounts
    .all()
    .find(
      ({ type, isInactive, subsidiaryIds }) =>
        type === 'AcctPay' && !isInactive && (subsidiaryId === null || (subsidiaryIds?.includes(subsidiaryId) ?? true)),
    );
  const accountId = own ?? first?.id;
  if (accountId === undefined) throw missingValue('Account');
  return accountId;
}

/** A bill cannot come to less than what was paid of it, nor a credit to less than what it settles. */
function checkSettled(
  total: number,
  { applied, before }: { applied: number; before: HeldTransaction | null },
  books: Books,
): void {
  const paid = before?.recordType === 'vendorBill' ? totalBefore(before) - openAmount(before, books) : 0;
  if (total >= applied && total >= paid) return;
  throw userError(
    'The total may not be less than what is applied.',
    'Der Gesamtbetrag unterschreitet den angewendeten Betrag.',
  );
}

function totalBefore({ lines, taxes }: HeldTransaction): number {
  return [...lines, ...taxes].reduce((sum, { amount }) => sum + amount, 0);
}
