import type {
  Clock,
  ConsentedTenant,
  ConsentRequest,
  CredentialStore,
  IntegrationError,
  Logger,
} from '@ledgerferry/core';
import { createAuthorizationRequest, redeemCode, type AuthorizationRequest } from '@ledgerferry/http';
import { runnerErrors } from '../runner-errors.js';
import { CALLBACK_PAGES } from './callback-pages.js';
import type { Callback, ConsentListener } from './wait-for-consent.js';

/** What a consent is asked for with. */
export interface ConsentSurroundings {
  readonly listener: ConsentListener;
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stop: AbortSignal;
  /** Gets the address that the user opens. */
  readonly onAsked: (url: string) => void;
  /** Looks at what would be connected. Where it throws, nothing is. */
  readonly demand: (tenants: readonly ConsentedTenant[]) => void;
}

/** How long a user has, in milliseconds. */
export const CONSENT_TIME_LIMIT_MS = 5 * 60_000;

/**
 * Asks a user for one consent and keeps its tokens, encrypted, in place of earlier ones. Answers what they open. Whatever goes wrong,
 * what was connected before stays.
 */
export async function askForConsent(
  consent: ConsentRequest,
  surroundings: ConsentSurroundings,
): Promise<readonly ConsentedTenant[]> {
  const { listener, credentials, clock, stop } = surroundings;
  // a store that cannot be had is found before anybody consents
  await credentials.read(consent.connection);
  const request = createAuthorizationRequest({ ...consent, redirectUri: listener.redirectUri });
  surroundings.onAsked(request.url);
  const { isState } = request;
  const callback = await listener.next({ isState, clock, stop, timeLimitMs: CONSENT_TIME_LIMIT_MS });
  try {
    const tenants = await redeem(consent, request, callback, surroundings);
    await callback.show(CALLBACK_PAGES.connected);
    return tenants;
  } catch (error) {
    await callback.show(CALLBACK_PAGES.notConnected);
    throw error;
  }
}

async function redeem(
  consent: ConsentRequest,
  request: AuthorizationRequest,
  { query }: Callback,
  { credentials, clock, logger, demand }: ConsentSurroundings,
): Promise<readonly ConsentedTenant[]> {
  const code = query.get('code');
  if (code === null || query.has('error')) throw refused(consent, query.get('error') ?? '');
  return redeemCode({
    ...consent,
    request,
    code,
    credentials,
    clock,
    logger,
    confirm: async (accessToken) => {
      const tenants = await consent.listTenants({ accessToken, clock, logger });
      demand(tenants);
      return tenants;
    },
  });
}

function refused({ connection }: ConsentRequest, error: string): IntegrationError {
  if (error === 'access_denied') {
    return runnerErrors.error(
      'CONSENT_REFUSED',
      `The consent for "${connection}" was declined. Nothing was changed; connect again as a user who may and will grant access.`,
    );
  }
  // only OAuth's own words are repeated: the address was brought by a browser
  const word = /^[a-z_]{1,40}$/.test(error) ? error : 'it gives no reason';
  return runnerErrors.error(
    'CONSENT_REFUSED',
    `The far end did not ask for the consent for "${connection}" (${word}). Nothing was changed; check "clientId", "scopes" and the redirect URI that is registered with the app.`,
  );
}
