/** What the bench's ledger takes at once. */
export const BATCH_SIZES = { contact: 1, journal: 50, invoice: 20, payment: 20 } as const;
export const FIND_BATCH_SIZE = 40;
export const IN_FLIGHT = 5;
