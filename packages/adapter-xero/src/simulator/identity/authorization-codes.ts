import { hash } from 'node:crypto';
import type { Grant } from './token-store.js';

const LIFE_MS = 5 * 60_000;

interface Code {
  readonly grant: Grant;
  readonly redirectUri: string;
  /** Null where the consent was asked for without PKCE. */
  readonly challenge: string | null;
  readonly at: number;
}

/** Codes of consents: good once, for five minutes. Source: Xero, OAuth 2.0: the standard authorization code flow. */
export class AuthorizationCodes {
  readonly #codes = new Map<string, Code>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(code: string, consent: Omit<Code, 'at'>): void {
    this.#codes.set(code, { ...consent, at: this.#now() });
  }

  /** What was consented to; null where the code, its redirect or its verifier is not good. A code is used up by any attempt. */
  redeem(
    code: string,
    { redirectUri, verifier }: { redirectUri: string | null; verifier: string | null },
  ): Grant | null {
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (!found || this.#now() - found.at > LIFE_MS || redirectUri !== found.redirectUri) return null;
    return isProven(found.challenge, verifier) ? found.grant : null;
  }
}

/** Source: RFC 7636, section 4.6. */
function isProven(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null) return verifier === null;
  if (verifier === null || !/^[\w.~-]{43,128}$/.test(verifier)) return false;
  return hash('sha256', verifier, 'base64url') === challenge;
}
