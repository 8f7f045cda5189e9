import { invalidParameter } from '../http/problems.js';
import type { Refusal } from '../http/refusal.js';

/** 400 for a query that cannot be run, or that the simulator does not know how to. */
export function badQuery(why: string): Refusal {
  return invalidParameter(
    `Invalid search query. Detailed unprocessed description follows. ${why}.`,
    `Ungültige Suchabfrage. ${why}.`,
  );
}
