import type { SimulatedApp } from '../xero-simulator-options.js';
import { emptyAnswer, textAnswer, type Answer } from '../http/answer.js';
import { KNOWN_SCOPES } from './scopes.js';

/** A consent that is asked for. */
export interface ConsentRequest {
  readonly app: SimulatedApp;
  readonly redirectUri: string;
  readonly scopes: ReadonlySet<string>;
  readonly state: string | null;
  readonly challenge: string | null;
}

/** Reads what the authorize page was asked; the answer where it cannot be served. Source: Xero, OAuth 2.0; RFC 6749, section 4.1; RFC 7636. */
export function readConsentRequest(query: URLSearchParams, apps: readonly SimulatedApp[]): ConsentRequest | Answer {
  const app = apps.find(({ clientId }) => clientId === query.get('client_id'));
  if (!app || app.isCustomConnection === true)
    return page('unauthorized_client', 'Unknown client or client not enabled');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRedirectAllowed(app, redirectUri)) return page('invalid_request', 'Invalid redirect_uri');
  const back = { redirectUri, state: query.get('state') };
  if (query.get('response_type') !== 'code') return leadBack(back, { error: 'unsupported_response_type' });
  const scopes = new Set((query.get('scope') ?? '').split(' ').filter((scope) => scope !== ''));
  if (!areScopesAllowed(app, scopes)) return leadBack(back, { error: 'invalid_scope' });
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge === null ? app.clientSecret === null : method !== 'S256' || !/^[\w-]{43}$/.test(challenge))
    return leadBack(back, { error: 'invalid_request' });
  return { app, ...back, scopes, challenge };
}

/** Whether an app may ask for these scopes: at least one. */
export function areScopesAllowed({ scopes }: SimulatedApp, asked: ReadonlySet<string>): boolean {
  const allowed = new Set(scopes ?? KNOWN_SCOPES);
  return asked.size > 0 && [...asked].every((scope) => allowed.has(scope));
}

/** Leads the browser back to the app. */
export function leadBack(
  { redirectUri, state }: Pick<ConsentRequest, 'redirectUri' | 'state'>,
  content: Readonly<Record<string, string>>,
): Answer {
  return emptyAnswer(302, { Location: linkBack({ redirectUri, state }, content) });
}

/** The link of the page that a user clicks. */
export function consentPage(request: ConsentRequest, code: string): Answer {
  const allow = linkBack(request, { code, scope: [...request.scopes].join(' ') });
  const deny = linkBack(request, { error: 'access_denied' });
  const links = `<a id="allow" href="${escape(allow)}">Allow access</a> <a id="deny" href="${escape(deny)}">Cancel</a>`;
  return textAnswer(
    200,
    `<!doctype html><title>Simulated Xero</title><h1>${escape(request.app.clientId)}</h1>${links}`,
  );
}

function linkBack(
  { redirectUri, state }: Pick<ConsentRequest, 'redirectUri' | 'state'>,
  content: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...content, ...(state === null ? {} : { state }) }))
    url.searchParams.set(name, value);
  return url.href;
}

/** https, or http on `localhost`; an IP address such as 127.0.0.1 cannot be registered. */
function isRedirectAllowed({ redirectUris }: SimulatedApp, uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  const isAcceptable =
    (protocol === 'https:' && !/^[\d.]+$/.test(hostname)) || (protocol === 'http:' && hostname === 'localhost');
  return isAcceptable && (redirectUris === undefined || redirectUris.includes(uri));
}

function page(error: string, words: string): Answer {
  return textAnswer(400, `<!doctype html><title>Error</title><p>error: ${error}</p><p>${words}</p>`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
