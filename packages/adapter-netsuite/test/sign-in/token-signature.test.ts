import { expect, test } from 'vitest';
import { signInByToken } from '../../src/sign-in/sign-in-by-token.js';
import { signRequest } from '../../src/sign-in/token-signature.js';

/** Source: Oracle, The Signature for Web Services and RESTlets: the example for REST web services. */
const PUBLISHED = {
  consumerKey: 'ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4',
  consumerSecret: 'd26ad321a4b2f23b0741c8d38392ce01c3e23e109df6c96eac6d099e9ab9e8b5',
  tokenId: '2b0ce516420110bcbd36b69e99196d1b7f6de3c6234c5afb799b73d87569f5cc',
  tokenSecret: 'c29a677df7d5439a458c063654187e3d678d73aca8e3c9d8bea1478a3eb0d295',
};
const REQUEST = {
  method: 'GET',
  url: 'https://123456.suitetalk.api.netsuite.com/services/rest/record/v1/employee/40',
};

test("a request is signed as in Oracle's published example", () => {
  const parameters = {
    oauth_consumer_key: PUBLISHED.consumerKey,
    oauth_token: PUBLISHED.tokenId,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: '1508242306',
    oauth_nonce: 'fjaLirsIcCGVZWzBX0pg',
    oauth_version: '1.0',
  };
  expect(signRequest({ ...REQUEST, parameters, ...PUBLISHED })).toBe('B5OIWznZ2YP0OB7VrJrGkYsTh+8H+5T9Hag+o92q0zY=');
});

test('the header carries the published signature, encoded, and a realm that is not signed', async () => {
  const authorization = signInByToken(PUBLISHED, {
    accountId: '123456-sb1',
    clock: { now: () => 1_508_242_306_000, sleep: async () => undefined },
    nonce: () => 'fjaLirsIcCGVZWzBX0pg',
  });
  const { Authorization: header = '' } = await authorization.headers(REQUEST);
  expect(header).toContain('OAuth realm="123456_SB1", ');
  expect(header).toContain('oauth_signature="B5OIWznZ2YP0OB7VrJrGkYsTh%2B8H%2B5T9Hag%2Bo92q0zY%3D"');
});

test('a query is signed with the rest, in the order of names and not of their first letters', () => {
  const sign = (url: string) => signRequest({ method: 'GET', url, parameters: {}, ...PUBLISHED });
  expect(sign('https://netsuite/x?a1=2&a=1')).toBe(sign('https://netsuite/x?a=1&a1=2'));
  expect(sign('https://netsuite/x?a=1')).not.toBe(sign('https://netsuite/x?a=2'));
});

test('no nonce is used twice', async () => {
  const authorization = signInByToken(PUBLISHED, {
    accountId: '123456',
    clock: { now: () => 0, sleep: async () => undefined },
  });
  const [one, other] = [await authorization.headers(REQUEST), await authorization.headers(REQUEST)];
  expect(one['Authorization']).not.toBe(other['Authorization']);
});
