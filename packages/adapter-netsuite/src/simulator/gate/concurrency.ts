/** Counts what is in hand, and whether one more may be. Source: Oracle, Concurrency Governance. */
export class Concurrency {
  readonly #limit: number;
  #served = 0;
  #inHand = 0;
  #most = 0;
  #refusals = 0;
  #occupied = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get most(): number {
    return this.#most;
  }

  get refusals(): number {
    return this.#refusals;
  }

  /** Places that others hold. */
  occupy(places: number): void {
    this.#occupied = places;
  }

  /** Takes a request in; false where all places are taken. `leave` must follow either way. */
  enter(): boolean {
    this.#inHand += 1;
    this.#most = Math.max(this.#most, this.#inHand);
    const isServed = this.#served + this.#occupied < this.#limit;
    if (isServed) this.#served += 1;
    else this.#refusals += 1;
    return isServed;
  }

  leave({ wasServed }: { wasServed: boolean }): void {
    this.#inHand -= 1;
    if (wasServed) this.#served -= 1;
  }
}
