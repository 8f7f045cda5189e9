import type { Clock, CredentialStore, Logger } from '@ledgerferry/core';
import type { AuthorizationRequest } from './authorization-request.js';
import type { FailureReasons } from './http-errors.js';
import type { RetryPolicy } from './retry-policy.js';
import { formatStoredTokens, renewAtOf } from './stored-tokens.js';
import { createTokenEndpoint, type ClientAuthentication } from './token-endpoint.js';

export interface RedeemCodeOptions<Confirmed> {
  /** The name that `oauthAuthorization` has too: errors show it, and the tokens are kept under it. */
  readonly connection: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a client that proves itself by PKCE alone. */
  readonly clientSecret: string;
  /** Default `basic`. */
  readonly clientAuthentication?: ClientAuthentication | undefined;
  /** The request that led to the code. */
  readonly request: Pick<AuthorizationRequest, 'redirectUri' | 'codeVerifier'>;
  readonly code: string;
  /** Looks at what the new access token opens, before anything is kept. Where it throws, earlier tokens stay. */
  readonly confirm: (accessToken: string) => Promise<Confirmed>;
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly logger?: Logger | undefined;
  readonly random?: (() => number) | undefined;
  readonly retry?: RetryPolicy | undefined;
  /** For one answer of the token endpoint, in milliseconds. Default 30,000. */
  readonly timeLimitMs?: number | undefined;
  readonly reasons?: FailureReasons | undefined;
}

/**
 * Turns the code of a consent into tokens and keeps them in place of any earlier ones, while nobody else on this machine uses or
 * renews those. Answers what `confirm` found.
 *
 * Errors: `connection-lost` with `HTTP_CODE_REFUSED` where the code is refused, `misconfigured` with `HTTP_CLIENT_REFUSED` where the
 * client is, `transient` while the token endpoint cannot answer. Source: RFC 6749, section 4.1.3.
 */
export function redeemCode<Confirmed>(options: RedeemCodeOptions<Confirmed>): Promise<Confirmed> {
  const { connection, credentials, clock, code, request } = options;
  const requestTokens = createTokenEndpoint({
    ...options,
    clientAuthentication: options.clientAuthentication ?? 'basic',
    scope: undefined,
    logger: options.logger,
    random: options.random,
    retry: options.retry,
    timeLimitMs: options.timeLimitMs,
    reasons: options.reasons,
    connectCommand: undefined,
  });

  return credentials.exclusively(connection, async () => {
    const askedAt = clock.now();
    const { redirectUri, codeVerifier } = request;
    const granted = await requestTokens({ type: 'code', code, redirectUri, codeVerifier });
    const confirmed = await options.confirm(granted.accessToken);
    const tokens = {
      accessToken: granted.accessToken,
      refreshToken: granted.refreshToken ?? null,
      renewAt: renewAtOf(granted, askedAt),
      begunWith: null,
    };
    await credentials.write(connection, formatStoredTokens(tokens));
    return confirmed;
  });
}
