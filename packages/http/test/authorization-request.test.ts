import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAuthorizationRequest } from '../src/index.js';

const options = {
  authorizeUrl: 'https://login.example.com/authorize',
  clientId: 'app-1',
  redirectUri: 'http://localhost:8085/callback',
  scopes: ['offline_access', 'books:write'],
};

test('asks for a code with PKCE, in an address without a secret', () => {
  const { url, codeVerifier } = createAuthorizationRequest(options);

  const query = Object.fromEntries(new URL(url).searchParams);
  expect(query).toEqual({
    response_type: 'code',
    client_id: 'app-1',
    redirect_uri: 'http://localhost:8085/callback',
    scope: 'offline_access books:write',
    state: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  expect(codeVerifier).toMatch(/^[\w-]{43,128}$/);
  expect(url).not.toContain(codeVerifier);
  expect(url).toContain('scope=offline_access%20books%3Awrite');
});

test('keeps the query that the address has', () => {
  const { url } = createAuthorizationRequest({ ...options, authorizeUrl: 'https://login.example.com/?realm=eu+1' });

  expect(url).toMatch(/^https:\/\/login\.example\.com\/\?realm=eu%201&response_type=code&/);
});

test('knows its own state and no other, of any length', () => {
  const request = createAuthorizationRequest(options);
  const state = new URL(request.url).searchParams.get('state') ?? '';

  expect(request.isState(state)).toBe(true);
  for (const other of ['', `${state}x`, state.slice(1), createAuthorizationRequest(options).codeVerifier]) {
    expect(request.isState(other)).toBe(false);
  }
});
