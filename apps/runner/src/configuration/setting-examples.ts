/** How each setting is written, by its path without numbers. A setting that is not listed has the example of what it lies in. */
const EXAMPLES: Readonly<Record<string, string>> = {
  adapter: 'adapter: "@ledgerferry/adapter-journal"',
  state: 'state: "sqlite:./ledgerferry.db"',
  secrets: 'secrets: { key: ${LEDGERFERRY_KEY} }',
  currencyExponents: 'currencyExponents: { ISK: 2 }',
  pleo: 'pleo: { baseUrl: https://external.pleo.io, apiKey: ${PLEO_API_KEY} }',
  'pleo.limits': 'limits: { perMinute: 500, concurrent: 8 }',
  'pleo.oauth': 'oauth: { clientId: ${ID}, clientSecret: ${SECRET}, tokenUrl: https://auth.pleo.io/oauth/token }',
  companies:
    'companies: [{ id: 3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11, name: Example ApS, bookkeeping: {}, connection: {} }]',
  'companies.id': 'id: 3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
  'companies.name': 'name: Example ApS',
  'companies.bookkeeping':
    'bookkeeping: { timeZone: Europe/Copenhagen, posting: draft, accounts: { payable: "63000" } }',
  'companies.bookkeeping.accounts': 'accounts: { wallet: { DKK: "55010" }, payable: "63000" }',
  'companies.bookkeeping.timeZone': 'timeZone: Europe/Copenhagen',
  'companies.bookkeeping.posting': 'posting: draft',
  'companies.bookkeeping.closedPeriod': 'closedPeriod: first-open',
  'companies.bookkeeping.closedThrough': 'closedThrough: "2026-02-28"',
  'companies.bookkeeping.reexport': 'reexport: link',
  'companies.bookkeeping.receipts': 'receipts: best-effort',
  'companies.bookkeeping.unmatchedPayments': 'unmatchedPayments: fail',
  'companies.connection': "connection: { } with the settings that the adapter's README lists",
};

/** An example for the setting at `path`, such as `companies[0].bookkeeping.posting`; empty where there is none. */
export function exampleOf(path: string): string {
  let name = path.replace(/\[\d+\]/g, '').replace(/^companies\.pleo/, 'pleo');
  for (; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const example = EXAMPLES[name];
    if (example !== undefined) return example;
  }
  return '';
}
