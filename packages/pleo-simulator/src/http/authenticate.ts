import type { OauthTokens } from './oauth-tokens.js';
import { Refusal } from './refusal.js';

/** Which credentials the simulator takes. */
export interface Credentials {
  apiKey: string | undefined;
  accessToken: string | undefined;
  oauthTokens: OauthTokens | null;
}

/** How a caller logged in, as `/v1/introspect` names it. */
export interface Caller {
  authMethod: 'OAUTH2' | 'API_KEY';
  clientId: string;
}

/** Who calls; 401 unless it is the API key as Basic user with an empty password, or a live bearer token. */
export function authenticate(credentials: Credentials, authorization: string | undefined): Caller {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'basic') return authenticateKey(credentials, value);
  if (scheme.toLowerCase() === 'bearer') return authenticateToken(credentials, value);
  throw unauthorized('Log in with an API key (Basic) or an access token (Bearer).');
}

/** The two halves of a Basic header's value, or nothing when it is not one. */
export function readBasicCredentials(value: string): { user: string; password: string } | undefined {
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

export function unauthorized(message: string): Refusal {
  return new Refusal({ status: 401, type: 'UNAUTHORIZED', message, headers: { 'www-authenticate': 'Basic, Bearer' } });
}

function authenticateKey({ apiKey }: Credentials, value: string): Caller {
  const basic = readBasicCredentials(value);
  if (!basic) throw unauthorized('The Basic credentials must be base64 of "<API key>:".');
  if (basic.password !== '') throw unauthorized('The Basic password must be empty: the API key is the user name.');
  if (apiKey === undefined || basic.user !== apiKey) throw unauthorized('The API key is unknown.');
  return { authMethod: 'API_KEY', clientId: 'pleo-simulator' };
}

function authenticateToken({ accessToken, oauthTokens }: Credentials, value: string): Caller {
  if (oauthTokens?.accepts(value)) return { authMethod: 'OAUTH2', clientId: oauthTokens.clientId };
  if (accessToken !== undefined && value === accessToken) return { authMethod: 'OAUTH2', clientId: 'pleo-simulator' };
  throw unauthorized('The access token is unknown or expired.');
}
