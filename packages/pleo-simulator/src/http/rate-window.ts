import { Refusal } from './refusal.js';

const MINUTE_MS = 60_000;

/**
 * Lets so many requests through in any 60 seconds. Pleo names 600 a minute without saying how they are counted (tags page,
 * periodicity); a rolling minute is the strictest reading. Refused requests do not count.
 */
export class RateWindow {
  readonly #limit: number;
  readonly #now: () => Date;
  readonly #times: number[] = [];
  #oldest = 0;

  constructor(limit: number, now: () => Date) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts a request; 429 with `Retry-After` in seconds when the minute is full. */
  admit(): void {
    const now = this.#now().getTime();
    const oldest = this.#times[this.#oldest];
    if (this.#times.length === this.#limit && oldest !== undefined && oldest > now - MINUTE_MS) {
      throw tooManyRequests(Math.ceil((oldest + MINUTE_MS - now) / 1000));
    }
    if (this.#times.length < this.#limit) {
      this.#times.push(now);
      return;
    }
    this.#times[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#limit;
  }
}

export function tooManyRequests(retryAfterSeconds: number | undefined): Refusal {
  return new Refusal({
    status: 429,
    type: 'TOO_MANY_REQUESTS',
    message: 'Too many requests in this minute.',
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  });
}
