import { randomBytes } from 'node:crypto';
import type { SimulatedScope } from '../netsuite-simulator-options.js';

/** Source: Oracle, POST Request to the Token Endpoint: an access token is valid for 60 minutes. */
const LIFE_SECONDS = 3_600;

const ALL: readonly SimulatedScope[] = ['rest_webservices', 'restlets'];

/** Gives access tokens and knows them again. */
export class AccessTokens {
  readonly #now: () => number;
  readonly #given = new Map<string, { readonly scopes: readonly SimulatedScope[]; readonly expiresAt: number }>();

  constructor({ now, fixed }: { now: () => number; fixed: string | undefined }) {
    this.#now = now;
    if (fixed !== undefined) this.#given.set(fixed, { scopes: ALL, expiresAt: Infinity });
  }

  give(scopes: readonly SimulatedScope[]): { readonly value: string; readonly lifeSeconds: number } {
    const value = randomBytes(48).toString('base64url');
    this.#given.set(value, { scopes, expiresAt: this.#now() + LIFE_SECONDS * 1_000 });
    return { value, lifeSeconds: LIFE_SECONDS };
  }

  /** What a token may be used for; nothing where it is unknown or its time is over. */
  scopesOf(value: string): readonly SimulatedScope[] {
    const token = this.#given.get(value);
    return token && this.#now() < token.expiresAt ? token.scopes : [];
  }

  /** Ends the life of all but the fixed one. */
  expire(): void {
    for (const [value, { expiresAt }] of this.#given) if (expiresAt !== Infinity) this.#given.delete(value);
  }
}
