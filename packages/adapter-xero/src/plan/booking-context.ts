import type { XeroFacts } from '../reference-data/xero-facts.js';
import type { XeroConnection } from '../xero-connection.js';

/** What decides how an entry is booked, besides the entry: the organisation as it is, and the settings. */
export interface BookingContext {
  readonly facts: XeroFacts;
  readonly connection: XeroConnection;
}
