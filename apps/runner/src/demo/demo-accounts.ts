/** The accounts that every ledger of the demo has: a wallet per currency, what is owed, and money in transit. */
export const DEMO_ACCOUNTS = {
  wallet: { DKK: '55010', EUR: '55020', GBP: '55030', SEK: '55040' },
  outOfPocket: '63040',
  contra: '55990',
  payable: '63000',
  employeeReceivable: '63050',
};
