import { missingValue, userError } from '../http/problems.js';
import { readApplications } from './applications.js';
import { checkAccount, isPayables, paysBills } from './checks/check-account.js';
import { checkApplications } from './checks/check-applications.js';
import { usualPayablesId } from './payables-content.js';
import type { ReadContent } from './transaction-write.js';

/** Bank, payables account and bills of a payment. */
export const paymentContent: ReadContent = (header, places, { sent, before, isNew, replaced, books }) => {
  const replaces = replaced.has('apply');
  const applications = readApplications(sent, before, { places, replaces, books });
  return {
    check: () => {
      const { subsidiaryId, currencyId, accountId } = header;
      const payablesId = header.payablesId ?? usualPayablesId(header, books);
      if (accountId === null) throw missingValue('Account');
      checkAccount(accountId, { path: 'account', subsidiaryId, currencyId, fits: paysBills }, books);
      checkAccount(payablesId, { path: 'apAcct', subsidiaryId, currencyId, fits: isPayables }, books);
      if (applications.length === 0) {
        throw userError(
          'You must choose at least one transaction to pay.',
          'Wählen Sie mindestens eine zu zahlende Transaktion.',
        );
      }
      checkApplications({ header, payablesId, applications, before: isNew ? null : before }, books);
      return { accountId, payablesId, lines: [], taxes: [], overridesTax: false, applications };
    },
  };
};
