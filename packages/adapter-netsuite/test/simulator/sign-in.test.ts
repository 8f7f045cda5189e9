import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createManualClock } from '@ledgerferry/testkit';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { tbaSignature } from '../../src/simulator/identity/tba-signature.js';
import { openNetsuite, problemOf, send, type Json } from './netsuite-calls.js';

const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 3_072 });
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();

const CERTIFICATES = [
  { clientId: 'client', certificateId: 'certificate-ec', publicKey: pem(elliptic.publicKey) },
  { clientId: 'client', certificateId: 'certificate-rsa', publicKey: pem(rsa.publicKey) },
];

interface Assertion {
  readonly algorithm?: string;
  readonly key?: KeyObject;
  readonly certificateId?: string;
  readonly audience?: string;
  readonly issuer?: string;
  readonly lifeSeconds?: number;
  readonly scope?: unknown;
}

async function openSignIn() {
  const clock = createManualClock();
  const { simulator } = await openNetsuite({ clock, certificates: CERTIFICATES });
  const ask = async (assertion: Assertion = {}) => {
    const seconds = Math.floor(clock.now() / 1_000);
    const { algorithm = 'ES256', key = elliptic.privateKey, certificateId = 'certificate-ec' } = assertion;
    const jwt = await new SignJWT({ scope: assertion.scope ?? ['rest_webservices', 'restlets'] })
      .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: certificateId })
      .setIssuer(assertion.issuer ?? 'client')
      .setAudience(assertion.audience ?? simulator.tokenUrl)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + (assertion.lifeSeconds ?? 300))
      .sign(key);
    return send(simulator.tokenUrl, 'POST', {
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: jwt,
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  };
  const get = async (token: string) =>
    (await send(`${simulator.baseUrl}/record/v1/department`, 'GET', { headers: { authorization: `Bearer ${token}` } }))
      .status;
  return { clock, simulator, ask, get };
}

function tokenIn(json: Json): string {
  const token: unknown = json['access_token'];
  return typeof token === 'string' ? token : '';
}

describe('signing in by a certificate', () => {
  it('gives a token for an hour', async () => {
    const { clock, ask, get } = await openSignIn();

    const { status, json } = await ask();
    expect([status, json['expires_in'], json['token_type']]).toEqual([200, '3600', 'bearer']);

    expect(await get(tokenIn(json))).toBe(200);
    clock.leap(3_599_000);
    expect(await get(tokenIn(json))).toBe(200);
    clock.leap(1_000);
    expect(await get(tokenIn(json))).toBe(401);
  });

  it('takes PS256 and refuses RS256 with the same key', async () => {
    const { ask } = await openSignIn();
    const own = { key: rsa.privateKey, certificateId: 'certificate-rsa' };

    expect((await ask({ ...own, algorithm: 'PS256' })).status).toBe(200);
    expect((await ask({ ...own, algorithm: 'RS256' })).status).toBe(400);
  });

  it.each<[string, Assertion]>([
    ['another audience', { audience: 'https://example.com/services/rest/auth/oauth2/v1/token' }],
    ['a certificate that nobody uploaded', { certificateId: 'certificate-other' }],
    ['the certificate of another key', { certificateId: 'certificate-rsa' }],
    ['another client', { issuer: 'somebody' }],
    ['a life of an hour', { lifeSeconds: 3_600 }],
    ['no scope for the record service', { scope: [] }],
    ['a scope that does not exist', { scope: 'rest_webservices,suite_analytics' }],
  ])('refuses %s', async (_what, assertion) => {
    const { ask } = await openSignIn();

    const { status, json } = await ask(assertion);

    expect([status, json['error']]).toEqual([400, 'invalid_grant']);
  });

  it('lets a token in only where its scope reaches', async () => {
    const { simulator, ask, get } = await openSignIn();

    const { json } = await ask({ scope: 'rest_webservices' });

    expect(await get(tokenIn(json))).toBe(200);
    const authorization = `Bearer ${tokenIn(json)}`;
    expect((await send(simulator.restletUrl, 'GET', { headers: { authorization } })).status).toBe(401);
  });

  it('ends every token and every sign-in when access is revoked', async () => {
    const { simulator, ask, get } = await openSignIn();
    const { json } = await ask();

    simulator.revokeAccess();

    expect(await get(tokenIn(json))).toBe(401);
    expect((await ask()).status).toBe(400);
  });

  it('asks for a new token once those of before are over', async () => {
    const { simulator, ask, get } = await openSignIn();
    const { json } = await ask();

    simulator.expireAccessTokens();

    expect(await get(tokenIn(json))).toBe(401);
    expect(await get(tokenIn((await ask()).json))).toBe(200);
  });
});

const SIGNING_TOKEN = {
  consumerKey: 'key',
  consumerSecret: 'consumer-secret',
  tokenId: 'token',
  tokenSecret: 'token-secret',
};

describe('signing with a token', () => {
  it('comes to the signature that Oracle publishes', () => {
    // Oracle, The Signature for Web Services and RESTlets
    const signature = tbaSignature({
      method: 'GET',
      url: 'https://123456.suitetalk.api.netsuite.com/services/rest/record/v1/employee/40',
      parameters: {
        oauth_consumer_key: 'ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4',
        oauth_token: '2b0ce516420110bcbd36b69e99196d1b7f6de3c6234c5afb799b73d87569f5cc',
        oauth_nonce: 'fjaLirsIcCGVZWzBX0pg',
        oauth_timestamp: '1508242306',
        oauth_signature_method: 'HMAC-SHA256',
        oauth_version: '1.0',
        realm: '123456',
      },
      consumerSecret: 'd26ad321a4b2f23b0741c8d38392ce01c3e23e109df6c96eac6d099e9ab9e8b5',
      tokenSecret: 'c29a677df7d5439a458c063654187e3d678d73aca8e3c9d8bea1478a3eb0d295',
    });

    expect(signature).toBe('B5OIWznZ2YP0OB7VrJrGkYsTh+8H+5T9Hag+o92q0zY=');
  });

  it('is asked for with every request, and its query is signed', async () => {
    const { url, get } = await openSigned();

    expect((await get(`${url}?limit=2`, 'nonce-1')).status).toBe(200);
    expect((await get(`${url}?limit=2`, 'nonce-2', { signedUrl: url })).status).toBe(401);
  });

  it('takes a nonce once', async () => {
    const { url, get } = await openSigned();

    expect((await get(url, 'nonce-1')).status).toBe(200);
    const reply = await get(url, 'nonce-1');

    expect(reply.status).toBe(401);
    expect(problemOf(reply).code).toBe('INVALID_LOGIN');
  });

  it('refuses an old timestamp, another realm and another secret', async () => {
    const { url, get } = await openSigned();

    expect((await get(url, 'nonce-1', { secondsOff: -301 })).status).toBe(401);
    expect((await get(url, 'nonce-2', { realm: '1234567-sb1' })).status).toBe(401);
    expect((await get(url, 'nonce-3', { tokenSecret: 'wrong' })).status).toBe(401);
    expect((await get(url, 'nonce-4', { secondsOff: -299 })).status).toBe(200);
  });
});

async function openSigned() {
  const clock = createManualClock();
  const { simulator } = await openNetsuite({ clock, tokens: [SIGNING_TOKEN] });
  const get = (
    url: string,
    nonce: string,
    { signedUrl = url, secondsOff = 0, realm = '1234567_SB1', tokenSecret = SIGNING_TOKEN.tokenSecret } = {},
  ) => {
    const parameters = {
      oauth_consumer_key: SIGNING_TOKEN.consumerKey,
      oauth_token: SIGNING_TOKEN.tokenId,
      oauth_nonce: nonce,
      oauth_timestamp: String(Math.floor(clock.now() / 1_000) + secondsOff),
      oauth_signature_method: 'HMAC-SHA256',
      oauth_version: '1.0',
    };
    const secrets = { consumerSecret: SIGNING_TOKEN.consumerSecret, tokenSecret };
    const signature = tbaSignature({ method: 'GET', url: signedUrl, parameters, ...secrets });
    const fields = Object.entries({ realm, ...parameters, oauth_signature: signature });
    const header = fields.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`).join(', ');
    return send(url, 'GET', { headers: { authorization: `OAuth ${header}` } });
  };
  return { url: `${simulator.baseUrl}/record/v1/department`, get };
}
