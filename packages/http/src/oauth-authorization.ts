import type { Clock, CredentialStore, Logger } from '@ledgerferry/core';
import type { Authorization, AuthorizationHeaders } from './authorization.js';
import { httpError, type FailureReasons, type HttpErrorCode } from './http-errors.js';
import type { RetryPolicy } from './retry-policy.js';
import { fingerprintOf, formatStoredTokens, parseStoredTokens, renewAtOf, type StoredTokens } from './stored-tokens.js';
import { createTokenEndpoint, type ClientAuthentication } from './token-endpoint.js';

export interface OauthAuthorizationOptions {
  /** Names the connection in errors, and its tokens in the credential store: one name, one authorisation. */
  readonly connection: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a client that has none. */
  readonly clientSecret: string;
  /** Used once, to begin, where nobody has connected. */
  readonly refreshToken?: string | undefined;
  /** Whether the client signs in as itself (client credentials) where it knows no refresh token. Default true. */
  readonly signsInAsItself?: boolean | undefined;
  /** What a person runs to connect, such as `ledgerferry connect pleo`: told where only that helps. */
  readonly connectCommand?: string | undefined;
  /** What the client asks for where it signs in as itself, space separated. A refresh keeps what was granted. */
  readonly scope?: string | undefined;
  /** Default `basic`. */
  readonly clientAuthentication?: ClientAuthentication | undefined;
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly logger?: Logger | undefined;
  readonly random?: (() => number) | undefined;
  readonly retry?: RetryPolicy | undefined;
  /** For one answer of the token endpoint, in milliseconds. Default 30,000. */
  readonly timeLimitMs?: number | undefined;
  /** How long the token endpoint is asked again, in milliseconds. Default: as `retry` says. */
  readonly patienceMs?: number | undefined;
  readonly reasons?: FailureReasons | undefined;
}

/**
 * OAuth 2.0 with rotating tokens:
 *
 * - a valid access token is used from memory;
 * - a renewal runs once for all callers of this process, and once at a time on this machine;
 * - within the lock the store is read first: another process may have renewed already;
 * - both new tokens are stored before either is used;
 * - the configured refresh token is used only where the store has no tokens that descend from it. A *different* configured
 *   token than the one begun with means that a person connected again, and begins anew. Tokens of a consent (`redeemCode`) win;
 * - a refresh token once refused is not sent again.
 *
 * Errors: `connection-lost` with `HTTP_CONNECT_AGAIN` where the refresh token is refused, `misconfigured` with
 * `HTTP_CLIENT_REFUSED` where the client is and with `HTTP_NOT_CONNECTED` where there is nothing to begin with, `transient` while the token endpoint cannot answer.
 */
export function oauthAuthorization(options: OauthAuthorizationOptions): Authorization {
  const { connection, credentials, clock } = options;
  const begunWith = options.refreshToken === undefined ? null : fingerprintOf(options.refreshToken);
  const requestTokens = createTokenEndpoint({
    ...options,
    clientAuthentication: options.clientAuthentication ?? 'basic',
    scope: options.scope,
    logger: options.logger,
    random: options.random,
    retry: options.retry,
    timeLimitMs: options.timeLimitMs,
    reasons: options.reasons,
    connectCommand: options.connectCommand,
  });
  let tokens: StoredTokens | undefined;
  let headers: AuthorizationHeaders = {};
  let renewal: Promise<void> | undefined;
  // Granted but not yet durable: where the store fails, they are stored at the next call instead of being lost.
  let unstored: StoredTokens | undefined;
  let refusedRefreshToken: string | undefined;

  function renewOnce(refusedAccessToken?: string): Promise<void> {
    renewal ??= renewTokens(refusedAccessToken).finally(() => (renewal = undefined));
    return renewal;
  }

  async function renewTokens(refusedAccessToken: string | undefined): Promise<void> {
    await credentials.exclusively(connection, async () => {
      const stored = await readStored();
      if (stored !== undefined && isUsable(stored, refusedAccessToken)) return use(stored);
      unstored ??= await obtain(stored);
      await credentials.write(connection, formatStoredTokens(unstored));
      use(unstored);
    });
  }

  async function readStored(): Promise<StoredTokens | undefined> {
    const text = await credentials.read(connection);
    if (text === undefined) return undefined;
    const stored = parseStoredTokens(text);
    if (stored === undefined) throw connectAgain('its stored tokens cannot be read');
    return isBegunAnew(stored) ? undefined : stored;
  }

  /** Tokens of a consent stay; those of the client itself, or of another configured token, give way to the configured one. */
  function isBegunAnew(stored: StoredTokens): boolean {
    if (begunWith === null) return false;
    return stored.begunWith === null ? stored.refreshToken === null : stored.begunWith !== begunWith;
  }

  async function obtain(stored: StoredTokens | undefined): Promise<StoredTokens> {
    const refreshToken = stored === undefined ? options.refreshToken : (stored.refreshToken ?? undefined);
    if (refreshToken !== undefined && refreshToken === refusedRefreshToken)
      throw connectAgain('its refresh token was refused');
    if (refreshToken === undefined && options.signsInAsItself === false) throw notConnected(stored);
    const askedAt = clock.now();
    const grant =
      refreshToken === undefined ? ({ type: 'client' } as const) : ({ type: 'refresh-token', refreshToken } as const);
    const granted = await requestTokens(grant).catch((error: unknown) => {
      if (isConnectAgain(error)) refusedRefreshToken = refreshToken;
      throw error;
    });
    return {
      accessToken: granted.accessToken,
      refreshToken: granted.refreshToken ?? refreshToken ?? null,
      renewAt: renewAtOf(granted, askedAt),
      begunWith: stored === undefined ? begunWith : stored.begunWith,
    };
  }

  function isUsable(candidate: StoredTokens, refusedAccessToken: string | undefined): boolean {
    return candidate.accessToken !== refusedAccessToken && clock.now() < candidate.renewAt;
  }

  function use(fresh: StoredTokens): void {
    tokens = fresh;
    unstored = undefined;
    headers = { Authorization: `Bearer ${fresh.accessToken}` };
  }

  function notConnected(stored: StoredTokens | undefined) {
    if (stored !== undefined) return connectAgain('its access token has ended and there is no refresh token');
    return failed('HTTP_NOT_CONNECTED');
  }

  function connectAgain(hint: string) {
    return failed('HTTP_CONNECT_AGAIN', hint);
  }

  function failed(code: HttpErrorCode, hint?: string) {
    const request = { method: 'POST', path: '', write: false } as const;
    const { connectCommand, reasons } = options;
    return httpError(code, { system: `"${connection}"`, request, reasons, hint, connectCommand });
  }

  return {
    async headers() {
      if (tokens === undefined || !isUsable(tokens, undefined)) await renewOnce();
      return headers;
    },
    async renew(refused) {
      if (refused['Authorization'] === headers['Authorization']) await renewOnce(tokens?.accessToken);
      return true;
    },
  };
}

function isConnectAgain(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'HTTP_CONNECT_AGAIN';
}
