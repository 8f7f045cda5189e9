import type { NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import type { NetsuiteConnection } from '../netsuite-connection.js';

/** What decides how an entry is booked, besides the entry: the account as it is, and the settings. */
export interface NetsuiteBooks {
  readonly facts: NetsuiteFacts;
  readonly connection: NetsuiteConnection;
}
