/** Granular scopes, and the broad ones of older apps. Source: Xero, OAuth 2.0 scopes. */
const GRANULAR = [
  'accounting.banktransactions',
  'accounting.contacts',
  'accounting.attachments',
  'accounting.invoices',
  'accounting.manualjournals',
  'accounting.payments',
  'accounting.settings',
];

/** What `accounting.transactions` stood for until March 2026. */
const TRANSACTIONS = [
  'accounting.banktransactions',
  'accounting.invoices',
  'accounting.manualjournals',
  'accounting.payments',
];

/** Every scope that an app can ask for. */
export const KNOWN_SCOPES: readonly string[] = [
  'offline_access',
  'openid',
  'profile',
  'email',
  ...GRANULAR.flatMap((scope) => [scope, `${scope}.read`]),
  'accounting.transactions',
  'accounting.transactions.read',
];

/** Whether what was granted does for an operation that needs `scope`. */
export function isScopeGranted(granted: ReadonlySet<string>, scope: string, method: string): boolean {
  const broad = TRANSACTIONS.includes(scope) ? ['accounting.transactions'] : [];
  const sufficient = [scope, ...broad].flatMap((name) => (method === 'GET' ? [name, `${name}.read`] : [name]));
  return sufficient.some((name) => granted.has(name));
}
