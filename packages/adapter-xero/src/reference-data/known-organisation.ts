/** What an answer about one record leaves out, as far as it was read before. */
export interface KnownOrganisation {
  /** Of journals and of accounts that name none. */
  readonly baseCurrency: string | null;
  /** For links into Xero. */
  readonly shortCode: string | null;
}
