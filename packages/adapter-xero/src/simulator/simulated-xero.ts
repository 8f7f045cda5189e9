import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from '@ledgerferry/core';
import type { Books } from './books/books.js';
import { openBooks } from './books/open-books.js';
import { Faults } from './gate/faults.js';
import { IdempotencyKeys } from './gate/idempotency-keys.js';
import { RateLimits } from './gate/rate-limits.js';
import { Identity } from './identity/identity.js';
import { defaultOrganisation } from './organisation/default-organisation.js';
import type { XeroSimulatorOptions } from './xero-simulator-options.js';

/** The parts of a simulated Xero, without its server. */
export interface SimulatedXero {
  readonly clock: Clock;
  readonly strict: boolean;
  readonly identity: Identity;
  readonly limits: RateLimits;
  readonly keys: IdempotencyKeys;
  readonly faults: Faults;
  readonly books: ReadonlyMap<string, Books>;
}

export function createSimulatedXero(options: XeroSimulatorOptions): SimulatedXero {
  const { clock = systemClock, newId = randomUUID, visibilityMs = 0 } = options;
  const organisations = options.organisations ?? [defaultOrganisation()];
  const now = () => clock.now();
  const identity = new Identity({
    apps: options.apps ?? [],
    organisations,
    consents: options.consents ?? 'at-once',
    accessToken: options.accessToken,
    lifeSeconds: options.accessTokenSeconds ?? 1_800,
    now,
    newId,
  });
  const limits = {
    concurrent: 5,
    perMinute: 60,
    perDay: 5_000,
    perMinuteOfApp: 10_000,
    minuteOffsetMs: 0,
    ...options.limits,
  };
  return {
    clock,
    strict: options.strict ?? true,
    identity,
    limits: new RateLimits(
      limits,
      now,
      organisations.map(({ tenantId }) => tenantId),
    ),
    keys: new IdempotencyKeys(now),
    faults: new Faults(options.latencyMs ?? 0),
    books: new Map(organisations.map((seed) => [seed.tenantId, openBooks(seed, { now, newId, visibilityMs })])),
  };
}
