/** After so many receipts in a row for which the ledger could not be reached, no further one is tried in this run. */
const MISSES = 3;

/** Whether the ledger can be reached with receipts, as far as the last ones tell. Entries may have another way into it. */
export class ReceiptReach {
  #misses = 0;

  get isLost(): boolean {
    return this.#misses >= MISSES;
  }

  /** The ledger answered, whatever it said. */
  noteReached(): void {
    this.#misses = 0;
  }

  /** It was tried as often as is worth trying. */
  noteMissed(): void {
    this.#misses += 1;
  }
}
