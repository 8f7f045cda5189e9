import type { JobBook } from './job-book.js';
import type { PleoLedger } from './pleo-ledger.js';
import type { OauthTokens } from '../http/oauth-tokens.js';

/** The back door: what Pleo knows, and what a Pleo user can do. No request is needed and none is counted. */
export interface PleoBooks {
  /** Every job, in the order in which they were added. */
  jobs(): readonly JobBook[];
  /** One job. Throws when there is none with this id. */
  job(jobId: string): JobBook;
  /** A user cancels the job: it is `failed` with `canceled_by_user`, unfinished items are `abandoned`. */
  cancelJob(jobId: string): void;
  /** The job expires at once, whatever the clock says. */
  expireJob(jobId: string): void;
  /** Takes away the contra accounts of these wallet currencies; an empty list restores them all. */
  setMissingContraAccounts(currencies: readonly string[]): void;
  /** How often tokens were refreshed, and whether the authorisation still lives; `null` without `oauth`. */
  authorisation(): { readonly refreshes: number; readonly isAlive: boolean } | null;
}

/** What the back door opens on. */
export interface PleoBooksDependencies {
  ledger: PleoLedger;
  now: () => Date;
  missingContraAccounts: Set<string>;
  oauthTokens: OauthTokens | null;
}

export function openPleoBooks(dependencies: PleoBooksDependencies): PleoBooks {
  const { ledger, now, missingContraAccounts, oauthTokens } = dependencies;
  return {
    jobs: () =>
      ledger
        .jobs()
        .map((job) => job.book())
        .toReversed(),
    job: (jobId) => ledger.job(jobId).book(),
    cancelJob: (jobId) => ledger.job(jobId).end('canceled_by_user', now()),
    expireJob: (jobId) => ledger.job(jobId).end('job_expired', now()),
    setMissingContraAccounts(currencies) {
      missingContraAccounts.clear();
      for (const currency of currencies) missingContraAccounts.add(currency);
    },
    authorisation: () => oauthTokens && { refreshes: oauthTokens.refreshes, isAlive: oauthTokens.isAlive },
  };
}
