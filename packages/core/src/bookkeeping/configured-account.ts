import type { AccountReference, AccountRole } from '../model/accounting-entry.js';
import type { AccountSettingName, BookkeepingSettings } from './bookkeeping-settings.js';
import { problem } from './problems.js';
import { refused, resolved, type Resolution } from './resolution.js';

/** What an account that Pleo does not name is for: each has its setting. */
export type AccountPurpose = AccountSettingName;

const PURPOSES: Readonly<Record<AccountPurpose, { readonly role: AccountRole; readonly meaning: string }>> = {
  wallet: { role: 'wallet', meaning: 'the Pleo balance' },
  outOfPocket: { role: 'out-of-pocket', meaning: 'what is owed to employees' },
  contra: { role: 'contra', meaning: 'money in transit' },
  payable: { role: 'payable', meaning: 'debts to vendors' },
  reimbursementContra: { role: 'contra', meaning: 'reimbursements made outside Pleo' },
  employeeReceivable: { role: 'receivable', meaning: 'cash withdrawn by employees' },
};

/** The account configured for a purpose and wallet currency; a missing one is refused, naming the setting and the currency. */
export function configuredAccount(
  purpose: AccountPurpose,
  currency: string,
  settings: BookkeepingSettings,
): Resolution<AccountReference> {
  const code = accountCode(purpose, currency, settings);
  if (code === undefined) return refused(problem('MISSING_ACCOUNT', missing(purpose, currency)));
  return resolved({ role: PURPOSES[purpose].role, code, identifier: null, name: null });
}

function accountCode(purpose: AccountPurpose, currency: string, settings: BookkeepingSettings): string | undefined {
  const { accounts } = settings;
  const setting = accounts[purpose] ?? (purpose === 'reimbursementContra' ? accounts.contra : undefined);
  if (typeof setting !== 'object') return setting;
  return Object.hasOwn(setting, currency) ? setting[currency] : undefined;
}

function missing(purpose: AccountPurpose, currency: string): string {
  return (
    `No account for ${PURPOSES[purpose].meaning} in ${currency} is configured: ` +
    `an administrator must set bookkeeping.accounts.${purpose} for ${currency}; then export again.`
  );
}
