import type { Authorization } from '@ledgerferry/http';

/**
 * How the calls to one service of NetSuite are met at its door. Too many calls at once were seen to be refused as a bad login (401), so that a
 * refusal is believed only where no other call is let in.
 */
export interface Admissions {
  /** Notes an answer; true where it may mean that fewer calls should be sent at once. */
  note(status: number): boolean;
  /** Begins a call; what it returns ends it, and is true where a refusal of it is in doubt. */
  begin(): () => boolean;
  /** The same credentials for this service: tried again after a refusal, but not for ever. */
  limit(authorization: Authorization): Authorization;
}

/** `concurrent`: how many calls may be in flight, so that one and the same reason refuses them all. */
export function createAdmissions(concurrent: number): Admissions {
  let admitted = 0;
  let inFlight = 0;
  let refusedInARow = 0;
  return {
    note(status) {
      if (status === 401) refusedInARow += 1;
      if (isAdmission(status)) {
        admitted += 1;
        refusedInARow = 0;
      }
      return status === 401 && admitted > 0;
    },
    begin() {
      const before = admitted;
      inFlight += 1;
      return () => {
        inFlight -= 1;
        // each call in flight may be refused twice before it is known that none is let in
        const isKnown = inFlight === 0 || refusedInARow > 2 * concurrent;
        return admitted > before || !isKnown;
      };
    },
    limit: (authorization) => ({
      headers: (request) => authorization.headers(request),
      renew: async (refused) => refusedInARow <= concurrent && authorization.renew(refused),
    }),
  };
}

/** A gateway, or a throttle, may have answered before the credentials were looked at. */
function isAdmission(status: number): boolean {
  return status < 500 && status !== 401 && status !== 429;
}
