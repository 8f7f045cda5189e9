import { timingSafeEqual } from 'node:crypto';
import type { SimulatedToken } from '../netsuite-simulator-options.js';
import { readTbaHeader, tbaSignature } from './tba-signature.js';

/** How far a timestamp may be off. */
const TOLERANCE_SECONDS = 300;

/** Verifies what is signed with a token, each request anew. Source: Oracle, Token-based Authentication. */
export class TbaSignIn {
  readonly #tokens: readonly SimulatedToken[];
  /** As it must stand in the header: upper case, with an underscore. */
  readonly #realm: string;
  readonly #now: () => number;
  readonly #usedNonces = new Set<string>();

  constructor({ tokens, realm, now }: { tokens: readonly SimulatedToken[]; realm: string; now: () => number }) {
    this.#tokens = tokens;
    this.#realm = realm;
    this.#now = now;
  }

  accepts({ method, url, authorization }: { method: string; url: string; authorization: string }): boolean {
    const parameters = readTbaHeader(authorization);
    if (!parameters || !this.#isFresh(parameters)) return false;
    const token = this.#tokens.find(
      ({ consumerKey, tokenId }) =>
        consumerKey === parameters['oauth_consumer_key'] && tokenId === parameters['oauth_token'],
    );
    if (!token) return false;
    const signature = tbaSignature({ method, url, parameters, ...token });
    if (!isSame(signature, parameters['oauth_signature'] ?? '')) return false;
    this.#usedNonces.add(nonceOf(parameters));
    return true;
  }

  #isFresh(parameters: Readonly<Record<string, string>>): boolean {
    const seconds = Number(parameters['oauth_timestamp']);
    return (
      parameters['realm'] === this.#realm &&
      parameters['oauth_signature_method'] === 'HMAC-SHA256' &&
      (parameters['oauth_version'] ?? '1.0') === '1.0' &&
      (parameters['oauth_nonce'] ?? '').length >= 6 &&
      Number.isInteger(seconds) &&
      Math.abs(this.#now() / 1_000 - seconds) <= TOLERANCE_SECONDS &&
      !this.#usedNonces.has(nonceOf(parameters))
    );
  }
}

function nonceOf(parameters: Readonly<Record<string, string>>): string {
  return `${parameters['oauth_token']} ${parameters['oauth_timestamp']} ${parameters['oauth_nonce']}`;
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
