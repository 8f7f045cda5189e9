import { jsonAnswer, type Answer } from '../http/answer.js';
import type { AccessTokens } from './access-tokens.js';
import { verifyAssertion, type KnownCertificate } from './assertion.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Answers a request for an access token. Source: Oracle, POST Request to the Token Endpoint and the Access Token Response. */
export async function answerTokenRequest(
  { contentType, body }: { contentType: string | undefined; body: string },
  identity: {
    readonly certificates: readonly KnownCertificate[];
    readonly tokenUrl: string;
    readonly now: () => number;
    readonly accessTokens: AccessTokens;
  },
): Promise<Answer> {
  if (contentType?.split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') return refused('invalid_request');
  const form = new URLSearchParams(body);
  if (form.get('grant_type') !== 'client_credentials') return refused('unsupported_grant_type');
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) return refused('invalid_request');
  try {
    const assertion = form.get('client_assertion') ?? '';
    const scopes = await verifyAssertion(assertion, { ...identity, now: identity.now() });
    const { value, lifeSeconds } = identity.accessTokens.give(scopes);
    return jsonAnswer(200, { access_token: value, expires_in: String(lifeSeconds), token_type: 'bearer' });
  } catch {
    // what was wrong stands in the Login Audit Trail alone
    return refused('invalid_grant');
  }
}

function refused(error: string): Answer {
  return jsonAnswer(400, { error });
}
