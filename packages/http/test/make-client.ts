import { createManualClock } from '@ledgerferry/testkit';
import { createHttpClient, noAuthorization, type HttpClientOptions } from '../src/index.js';

/** A client of a test server, quick and without chance: every wait is half of the longest. */
export function makeClient(baseUrl: string, options: Partial<HttpClientOptions> = {}) {
  const clock = createManualClock({ jumps: true });
  const client = createHttpClient({
    system: 'The ledger',
    baseUrl,
    authorization: noAuthorization,
    clock,
    random: () => 0.5,
    ...options,
  });
  return { client, slept: clock.slept };
}
