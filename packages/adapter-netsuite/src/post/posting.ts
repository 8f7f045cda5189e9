import type { NetsuiteApi } from '../api/netsuite-api.js';

/** What documents are posted with. */
export interface Posting {
  readonly api: NetsuiteApi;
  /** For links into NetSuite. */
  readonly accountId: string;
}
