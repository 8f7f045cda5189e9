import { IntegrationError, type Clock, type Logger } from '@ledgerferry/core';
import { z } from 'zod';
import { jsonAnswer } from './answer-readers.js';
import { basicCredentials, noAuthorization } from './authorization.js';
import { createHttpClient } from './http-client.js';
import { httpError, type FailureReasons, type HttpErrorCode } from './http-errors.js';
import type { HttpRequest } from './http-request.js';
import { defaultRetryPolicy, type RetryPolicy } from './retry-policy.js';

/** How the client proves itself at the token endpoint: HTTP Basic, or fields of the form. */
export type ClientAuthentication = 'basic' | 'body';

export interface TokenEndpointOptions {
  /** Names the connection for people, such as `Pleo of Example ApS`. */
  readonly connection: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Empty for a client that has none: it then only names itself. */
  readonly clientSecret: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly scope: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger | undefined;
  readonly random: (() => number) | undefined;
  readonly retry: RetryPolicy | undefined;
  readonly timeLimitMs: number | undefined;
  readonly patienceMs?: number | undefined;
  readonly reasons: FailureReasons | undefined;
  readonly connectCommand: string | undefined;
}

/** What a token endpoint grants. */
export interface GrantedTokens {
  readonly accessToken: string;
  /** Undefined where the previous one stays valid, or where the grant has none. */
  readonly refreshToken: string | undefined;
  readonly expiresInSeconds: number;
}

/** What tokens are asked with. Source: RFC 6749, sections 4.1.3, 4.4 and 6; RFC 7636, section 4.5. */
type TokenGrant =
  | { readonly type: 'client' }
  | { readonly type: 'refresh-token'; readonly refreshToken: string }
  | { readonly type: 'code'; readonly code: string; readonly redirectUri: string; readonly codeVerifier: string };

/** Asks for tokens. */
export type RequestTokens = (grant: TokenGrant) => Promise<GrantedTokens>;

/** Used where the answer does not say; short, so that nothing stale is used. */
const DEFAULT_LIFE_SECONDS = 300;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().catch(DEFAULT_LIFE_SECONDS),
});

const refusalSchema = z.object({ error: z.string() });

/** Errors of the client itself, not of its grant. Source: RFC 6749, section 5.2. */
const CLIENT_ERRORS = new Set(['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope']);

export function createTokenEndpoint(options: TokenEndpointOptions): RequestTokens {
  const { connection, clientId, clientSecret, connectCommand } = options;
  const clientAuthentication = clientSecret === '' ? 'none' : options.clientAuthentication;
  const http = createHttpClient({
    ...options,
    system: `${connection} (sign-in)`,
    baseUrl: options.tokenUrl,
    authorization: noAuthorization,
    retry: options.retry ?? defaultRetryPolicy,
  });

  return async (grant) => {
    const request = {
      method: 'POST',
      path: '',
      headers: clientAuthentication === 'basic' ? { Authorization: basicCredentials(clientId, clientSecret) } : {},
      body: { form: { ...grantFields(grant), ...scopeFields(grant), ...clientFields() } },
      write: false,
      answer: jsonAnswer(tokenSchema),
      returnStatuses: [401, 403],
    } satisfies HttpRequest<unknown>;
    const answer = await http.request(request);
    if (!answer.ok) throw refused(answer.status, answer.body, grant);
    const { access_token: accessToken, refresh_token: renewed, expires_in: expiresInSeconds } = answer.body;
    return { accessToken, refreshToken: renewed ?? undefined, expiresInSeconds };
  };

  /** A code and a refresh token stand for what was consented to: naming more would be refused, naming less would lose it. */
  function scopeFields({ type }: TokenGrant): Record<string, string> {
    return options.scope === undefined || type !== 'client' ? {} : { scope: options.scope };
  }

  function clientFields(): Record<string, string> {
    if (clientAuthentication === 'basic') return {};
    return { client_id: clientId, ...(clientAuthentication === 'body' ? { client_secret: clientSecret } : {}) };
  }

  function refused(status: number, body: unknown, { type }: TokenGrant): IntegrationError {
    const refusal = refusalSchema.safeParse(body);
    const error = refusal.success ? refusal.data.error : undefined;
    const isAboutClient = type === 'client' || (error === undefined ? status === 401 : CLIENT_ERRORS.has(error));
    const hint = hintOf(status, error);
    if (isAboutClient) return failure('HTTP_CLIENT_REFUSED', { status, hint, mayConnect: type === 'client' });
    if (type === 'code') return failure('HTTP_CODE_REFUSED', { status, hint, mayConnect: false });
    return failure('HTTP_CONNECT_AGAIN', { status, hint: REFRESH_TOKEN_REFUSED, mayConnect: true });
  }

  function failure(
    code: HttpErrorCode,
    { status, hint, mayConnect }: { status: number; hint: string; mayConnect: boolean },
  ): IntegrationError {
    return httpError(code, {
      system: code === 'HTTP_CLIENT_REFUSED' ? connection : `"${connection}"`,
      request: { method: 'POST', path: '', write: false },
      reasons: options.reasons,
      status,
      hint,
      connectCommand: mayConnect ? connectCommand : undefined,
    });
  }
}

const REFRESH_TOKEN_REFUSED =
  'its refresh token has expired, was revoked, or was replaced by one whose answer was lost';

function grantFields(grant: TokenGrant): Record<string, string> {
  if (grant.type === 'client') return { grant_type: 'client_credentials' };
  if (grant.type === 'refresh-token') return { grant_type: 'refresh_token', refresh_token: grant.refreshToken };
  const { code, redirectUri, codeVerifier } = grant;
  return { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
}

/** Only OAuth's own words are repeated: a free text might quote what was sent. */
function hintOf(status: number, error: string | undefined): string {
  return error !== undefined && /^[a-z_]{1,40}$/.test(error) ? `${status} ${error}` : String(status);
}
