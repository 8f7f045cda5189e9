import { type Answer, jsonAnswer } from '../http/answer.js';
import { readBasicCredentials } from '../http/authenticate.js';
import { Refusal } from '../http/refusal.js';
import type { OauthTokens } from '../http/oauth-tokens.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import type { SimulatedRequest } from './simulated-request.js';

/** Pleo: POST /oauth/token with the grant `refresh_token`. Errors have OAuth's form (RFC 6749, section 5.2). */
export function issueToken(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  try {
    const { oauthTokens } = pleo.credentials;
    if (!oauthTokens) throw oauthError(404, 'invalid_request', 'This simulator was started without OAuth.');
    return jsonAnswer(200, refreshTokens(oauthTokens, request));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return jsonAnswer(error.status, { error: error.type, error_description: error.message });
  }
}

function refreshTokens(oauthTokens: OauthTokens, request: SimulatedRequest): unknown {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.contentType ?? '')) {
    throw oauthError(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded.');
  }
  const form = new URLSearchParams(request.body);
  refuseStranger(oauthTokens, form, request.authorization);
  if (form.get('grant_type') !== 'refresh_token') {
    throw oauthError(400, 'unsupported_grant_type', 'The simulator knows the grant refresh_token only.');
  }
  const refreshToken = form.get('refresh_token');
  if (!refreshToken) throw oauthError(400, 'invalid_request', 'refresh_token is missing.');
  return oauthTokens.refresh(refreshToken);
}

// Pleo's pages show both ways: HTTP Basic, and fields of the body.
function refuseStranger(oauthTokens: OauthTokens, form: URLSearchParams, authorization: string | undefined): void {
  const basic = authorization?.startsWith('Basic ') ? readBasicCredentials(authorization.slice(6)) : undefined;
  const clientId = basic?.user ?? form.get('client_id') ?? '';
  const clientSecret = basic?.password ?? form.get('client_secret') ?? '';
  if (!oauthTokens.isClient(clientId, clientSecret)) {
    throw oauthError(401, 'invalid_client', 'The client id or secret is wrong.');
  }
}

function oauthError(status: number, type: string, message: string): Refusal {
  return new Refusal({ status, type, message });
}
