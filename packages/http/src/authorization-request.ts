import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who asks for a consent, and for what. */
export interface AuthorizationRequestOptions {
  /** Where the user consents. */
  readonly authorizeUrl: string;
  readonly clientId: string;
  /** Where the user's browser is sent afterwards: exactly as it is registered with the app. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** A consent that is asked for, once. */
export interface AuthorizationRequest {
  /** To be opened in a browser. It carries no secret: the client's id, a fresh state, and the challenge that hides the verifier. */
  readonly url: string;
  readonly redirectUri: string;
  /** Proves at the token URL that whoever redeems the code asked for it. Secret. */
  readonly codeVerifier: string;
  /** True of the state that this request was sent with; takes the same time whatever it is given. */
  readonly isState: (state: string) => boolean;
}

/** Makes a request for a consent. Source: RFC 6749, section 4.1.1; RFC 7636, section 4 (method S256). */
export function createAuthorizationRequest(options: AuthorizationRequestOptions): AuthorizationRequest {
  const { authorizeUrl, clientId, redirectUri, scopes } = options;
  const state = secretText();
  const codeVerifier = secretText();
  const url = new URL(authorizeUrl);
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge: sha256(codeVerifier).toString('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  // a space as %20 is understood everywhere, as + is not
  url.search = url.search.replaceAll('+', '%20');
  return {
    url: url.href,
    redirectUri,
    codeVerifier,
    isState: (given) => timingSafeEqual(sha256(given), sha256(state)),
  };
}

/** 43 characters of base64url, the least that a verifier may have. */
function secretText(): string {
  return randomBytes(32).toString('base64url');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
