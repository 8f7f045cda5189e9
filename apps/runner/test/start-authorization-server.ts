import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

export interface AuthorizationServerOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the user who is asked does. Default `allow`. */
  readonly user?: 'allow' | 'deny';
  /** What a token reaches, listed to whoever has one. */
  readonly tenants?: readonly { readonly id: string; readonly name: string }[];
  /** Makes new tokens for a refresh token, or for a consent. Default: rotating ones of its own. */
  readonly issue?: (refreshToken: string | null) => Promise<Tokens | undefined>;
}

/** An authorization server that a user consents at; strict about what an app must send. */
export interface AuthorizationServer {
  readonly url: string;
  /** Whatever must never be shown: codes, verifiers and tokens, as they came by. */
  readonly secrets: readonly string[];
  /** Grants asked for, in order. */
  readonly grants: readonly string[];
  /** Takes no code and no refresh token any more. */
  refuseFromNow(): void;
}

interface OpenConsent {
  readonly redirectUri: string;
  readonly challenge: string;
}

export async function startAuthorizationServer(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const { clientId, clientSecret, user = 'allow', tenants = [], issue = rotating() } = options;
  const consents = new Map<string, OpenConsent>();
  const accessTokens = new Set<string>();
  const secrets: string[] = [clientSecret];
  const grants: string[] = [];
  let refuses = false;

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const [redirectUri, challenge] = [query.get('redirect_uri') ?? '', query.get('code_challenge') ?? ''];
    const isFit =
      query.get('client_id') === clientId &&
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256' &&
      /^http:\/\/localhost:\d+\/callback$/.test(redirectUri) &&
      /^[\w-]{43}$/.test(challenge);
    if (!isFit) return void response.writeHead(400).end('not what an app must send');
    const back = new URL(redirectUri);
    back.searchParams.set('state', query.get('state') ?? '');
    const code = randomUUID();
    secrets.push(code);
    consents.set(code, { redirectUri, challenge });
    const [name, value] = user === 'allow' ? ['code', code] : ['error', 'access_denied'];
    back.searchParams.set(name, value);
    response.writeHead(302, { location: back.href }).end();
  }

  async function grant(request: IncomingMessage, form: URLSearchParams, response: ServerResponse): Promise<void> {
    const type = form.get('grant_type') ?? '';
    grants.push(type);
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    if (request.headers.authorization !== basic) return sendJson(response, 401, { error: 'invalid_client' });
    if (refuses || (type === 'authorization_code' && !isGood(form))) {
      return sendJson(response, 400, { error: 'invalid_grant' });
    }
    const tokens = await issue(form.get('refresh_token'));
    if (!tokens) return sendJson(response, 400, { error: 'invalid_grant' });
    accessTokens.add(tokens.access_token);
    secrets.push(tokens.access_token, tokens.refresh_token);
    return sendJson(response, 200, tokens);
  }

  /** A code works once, with its verifier and its redirect URI. */
  function isGood(form: URLSearchParams): boolean {
    const consent = consents.get(form.get('code') ?? '');
    consents.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    secrets.push(verifier);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return consent?.challenge === challenge && consent.redirectUri === form.get('redirect_uri');
  }

  function listTenants({ headers }: IncomingMessage, response: ServerResponse): void {
    const isKnown = accessTokens.has((headers.authorization ?? '').replace('Bearer ', ''));
    sendJson(response, isKnown ? 200 : 401, isKnown ? tenants : {});
  }

  const url = await listen(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/authorize') return authorize(searchParams, response);
    if (pathname === '/tenants') return listTenants(request, response);
    return grant(request, new URLSearchParams(await text(request)), response);
  });
  return { url, secrets, grants, refuseFromNow: () => (refuses = true) };
}

/** Tokens that rotate: each refresh token works once. */
function rotating(): (refreshToken: string | null) => Promise<Tokens | undefined> {
  let current: string | null = null;
  return (refreshToken) => {
    if (refreshToken !== null && refreshToken !== current) return Promise.resolve(undefined);
    current = `refresh-${randomUUID()}`;
    return Promise.resolve({ access_token: `access-${randomUUID()}`, refresh_token: current, expires_in: 1_800 });
  };
}

/** A real server on a port of its own, until the test ends. */
async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<string> {
  const server = createServer((request, response) => void handle(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
