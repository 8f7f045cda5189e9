/** What SuiteQL calls the types of transactions, by our record types. Source: Oracle, Records Catalog: transaction, `type`. */
export const TRANSACTION_TYPES: Readonly<Record<string, string | undefined>> = {
  'journal-entry': 'Journal',
  'vendor-bill': 'VendBill',
  'vendor-credit': 'VendCred',
  'vendor-payment': 'VendPymt',
};
