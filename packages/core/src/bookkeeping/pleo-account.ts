import type { AccountReference, AccountRole } from '../model/accounting-entry.js';
import type { PleoAccount } from '../model/export-item.js';

/** Pleo's id for "no category chosen". Source: Pleo, Accounting Entry core schema. */
const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/** An account that Pleo names, in a role; null where it names none that the accounting system could know. */
export function pleoAccount(account: PleoAccount | null, role: AccountRole): AccountReference | null {
  if (account === null || account.id === NO_ACCOUNT) return null;
  const code = account.code?.trim() || null;
  const identifier = account.identifier?.trim() || null;
  return code === null && identifier === null ? null : { role, code, identifier, name: account.name };
}
