import type { Clock, Logger } from '@ledgerferry/core';
import {
  createHttpClient,
  jsonAnswer,
  noAuthorization,
  type Authorization,
  type AuthorizationHeaders,
} from '@ledgerferry/http';
import { z } from 'zod';
import { isThrottledAnswer } from '../api/error-details.js';
import { netsuiteError } from '../errors/netsuite-errors.js';
import type { NetsuiteCertificateSignIn } from '../netsuite-connection.js';
import { clientAssertion } from './client-assertion.js';

/** What signing in needs beside the certificate. */
export interface CertificateSignInOptions {
  readonly tokenUrl: string;
  /** `rest_webservices`, and `restlets` where one is called. */
  readonly scopes: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long a token is asked for again, in milliseconds. Default: as long as a job waits. */
  readonly patienceMs?: number | undefined;
}

/** A token is dropped so long before its end. */
const MARGIN_MS = 2 * 60_000;
/** Used where the answer does not say: an hour. Source: Oracle, The Access Token Response. */
const USUAL_LIFE_SECONDS = 3_600;

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(USUAL_LIFE_SECONDS),
});
const tokenRefusal = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

interface AccessToken {
  readonly headers: AuthorizationHeaders;
  readonly usableUntil: number;
}

/**
 * Signs in as an app by its certificate. The access token lives in memory; it is asked for once for all callers, again before it ends, and
 * anew where it is refused. Source: Oracle, OAuth 2.0 Client Credentials Flow.
 */
export function signInByCertificate(auth: NetsuiteCertificateSignIn, options: CertificateSignInOptions): Authorization {
  const { tokenUrl, clock } = options;
  const endpoint = createHttpClient({
    ...options,
    system: 'NetSuite (sign-in)',
    baseUrl: tokenUrl,
    authorization: noAuthorization,
    isThrottled: isThrottledAnswer,
  });
  let token: AccessToken | undefined;
  let asking: Promise<AccessToken> | undefined;

  function askOnce(): Promise<AccessToken> {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  async function ask(): Promise<AccessToken> {
    const askedAt = clock.now();
    const answer = await endpoint.request({
      method: 'POST',
      path: '',
      body: { form: await grantForm(askedAt) },
      write: false,
      answer: jsonAnswer(tokenAnswer),
      returnStatuses: [401, 403],
    });
    if (!answer.ok) throw refused(answer.status, answer.body);
    const { access_token: accessToken, expires_in: lifeSeconds } = answer.body;
    const usableUntil = askedAt + lifeSeconds * 1_000 - MARGIN_MS;
    token = { headers: { Authorization: `Bearer ${accessToken}` }, usableUntil };
    return token;
  }

  async function grantForm(now: number): Promise<Readonly<Record<string, string>>> {
    return {
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: await clientAssertion(auth, { ...options, now }),
    };
  }

  return {
    async headers() {
      const usable = token && clock.now() < token.usableUntil ? token : await askOnce();
      return usable.headers;
    },
    async renew(refusedHeaders) {
      if (token && token.headers['Authorization'] !== refusedHeaders['Authorization']) return true;
      await askOnce();
      return true;
    },
  };
}

/** Only OAuth's own words are repeated: a free text might quote what was sent. */
function refused(status: number, body: unknown) {
  const refusal = tokenRefusal.safeParse(body);
  const words = refusal.success ? `${status} ${refusal.data.error}` : String(status);
  return netsuiteError('NETSUITE_SIGN_IN_REFUSED', `NetSuite refuses the sign-in by certificate (${words}).`);
}
