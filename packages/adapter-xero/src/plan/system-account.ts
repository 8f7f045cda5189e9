import type { XeroAccount, XeroFacts } from '../reference-data/xero-facts.js';

/** An account that Xero posts to by itself: what is owed to suppliers, or by customers. Source: Xero Accounting API, System accounts. */
export function systemAccount(name: 'CREDITORS' | 'DEBTORS', { accounts }: XeroFacts): XeroAccount | undefined {
  return accounts.find((account) => account.systemAccount === name);
}
