import { randomBytes } from 'node:crypto';
import type { Clock } from '@ledgerferry/core';
import type { Authorization } from '@ledgerferry/http';
import type { NetsuiteTokenSignIn } from '../netsuite-connection.js';
import { percentEncoded, signRequest } from './token-signature.js';

/** What the header carries beside the signature. */
export interface TokenSignInOptions {
  /** `realm`, in upper case: `1234567_SB1`. */
  readonly accountId: string;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  /** Never the same twice. Default: random. */
  readonly nonce?: () => string;
}

/** Before a call is signed once more, in milliseconds. */
const PAUSE_MS = 1_000;

/** Signs each call with a token: OAuth 1.0a. Source: Oracle, The Authorization Headers of token-based authentication. */
export function signInByToken(auth: NetsuiteTokenSignIn, options: TokenSignInOptions): Authorization {
  const { clock, nonce = randomNonce } = options;
  const realm = options.accountId.toUpperCase().replaceAll('-', '_');
  return {
    headers({ method, url }) {
      const parameters = {
        oauth_consumer_key: auth.consumerKey,
        oauth_nonce: nonce(),
        oauth_signature_method: 'HMAC-SHA256',
        oauth_timestamp: String(Math.floor(clock.now() / 1_000)),
        oauth_token: auth.tokenId,
        oauth_version: '1.0',
      };
      const signature = signRequest({ ...auth, method, url, parameters });
      const fields = Object.entries({ realm, ...parameters, oauth_signature: signature });
      const header = fields.map(([name, value]) => `${name}="${percentEncoded(value)}"`).join(', ');
      return { Authorization: `OAuth ${header}` };
    },
    // the token stays, time and nonce are new; too many calls at once were seen to be refused as a bad login, so that a pause may help
    async renew() {
      await clock.sleep(PAUSE_MS);
      return true;
    },
  };
}

function randomNonce(): string {
  return randomBytes(16).toString('hex');
}
