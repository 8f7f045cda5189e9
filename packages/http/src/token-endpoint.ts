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
  readonly clientSecret: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly scope: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger | undefined;
  readonly random: (() => number) | undefined;
  readonly retry: RetryPolicy | undefined;
  readonly timeLimitMs: number | undefined;
  readonly reasons: FailureReasons | undefined;
}

/** What a token endpoint grants. */
export interface GrantedTokens {
  readonly accessToken: string;
  /** Undefined where the previous one stays valid, or where the grant has none. */
  readonly refreshToken: string | undefined;
  readonly expiresInSeconds: number;
}

/** Asks for tokens: with a refresh token, or as the client itself where none is given. Source: RFC 6749, sections 4.4 and 6. */
export type RequestTokens = (refreshToken: string | undefined) => Promise<GrantedTokens>;

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
  const { connection, clientId, clientSecret, clientAuthentication } = options;
  const http = createHttpClient({
    ...options,
    system: `${connection} (sign-in)`,
    baseUrl: options.tokenUrl,
    authorization: noAuthorization,
    retry: options.retry ?? defaultRetryPolicy,
  });

  return async (refreshToken) => {
    const request = {
      method: 'POST',
      path: '',
      headers: clientAuthentication === 'basic' ? { Authorization: basicCredentials(clientId, clientSecret) } : {},
      body: { form: formOf(refreshToken) },
      write: false,
      answer: jsonAnswer(tokenSchema),
      returnStatuses: [401, 403],
    } satisfies HttpRequest<unknown>;
    const answer = await http.request(request);
    if (!answer.ok) throw refused(answer.status, answer.body, refreshToken !== undefined);
    const { access_token: accessToken, refresh_token: renewed, expires_in: expiresInSeconds } = answer.body;
    return { accessToken, refreshToken: renewed ?? undefined, expiresInSeconds };
  };

  function formOf(refreshToken: string | undefined): Record<string, string> {
    const grant =
      refreshToken === undefined
        ? { grant_type: 'client_credentials' }
        : { grant_type: 'refresh_token', refresh_token: refreshToken };
    const scope = options.scope === undefined ? {} : { scope: options.scope };
    const client = clientAuthentication === 'basic' ? {} : { client_id: clientId, client_secret: clientSecret };
    return { ...grant, ...scope, ...client };
  }

  function refused(status: number, body: unknown, byRefreshToken: boolean): IntegrationError {
    const refusal = refusalSchema.safeParse(body);
    const error = refusal.success ? refusal.data.error : undefined;
    const isAboutClient = !byRefreshToken || (error === undefined ? status === 401 : CLIENT_ERRORS.has(error));
    const code: HttpErrorCode = isAboutClient ? 'HTTP_CLIENT_REFUSED' : 'HTTP_CONNECT_AGAIN';
    return httpError(code, {
      system: isAboutClient ? connection : `"${connection}"`,
      request: { method: 'POST', path: '', write: false },
      reasons: options.reasons,
      status,
      hint: isAboutClient
        ? hintOf(status, error)
        : 'its refresh token has expired, was revoked, or was replaced by one whose answer was lost',
    });
  }
}

/** Only OAuth's own words are repeated: a free text might quote what was sent. */
function hintOf(status: number, error: string | undefined): string {
  return error !== undefined && /^[a-z_]{1,40}$/.test(error) ? `${status} ${error}` : String(status);
}
