/** Where a person sees a transaction, of whatever type. Source: Oracle, URLs for Account-Specific Domains. */
export function deepLink(accountId: string, id: string): string {
  const host = accountId.toLowerCase().replaceAll('_', '-');
  return `https://${host}.app.netsuite.com/app/accounting/transactions/transaction.nl?id=${encodeURIComponent(id)}`;
}
