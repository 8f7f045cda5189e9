import type { SimulatedApp } from '../xero-simulator-options.js';

/** What a user, or an app for itself, has consented to. */
export interface Grant {
  readonly app: SimulatedApp;
  readonly scopes: ReadonlySet<string>;
  /** The same for all that one consent brought. */
  readonly authEventId: string;
  readonly userId: string;
}

/** An answer of the token endpoint. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
  readonly scope: string;
  readonly refresh_token?: string;
}

interface RefreshToken {
  readonly grant: Grant;
  readonly issuedAt: number;
  firstUsedAt: number | null;
}

const GRACE_MS = 30 * 60_000;
const UNUSED_MS = 60 * 86_400_000;

/**
 * Access and refresh tokens. A refresh gives a new pair; the refresh token before stays good for thirty minutes from its first use, and
 * one that nobody uses for sixty days is over. Source: Xero, OAuth 2.0: token lifetimes.
 */
export class TokenStore {
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #lifeSeconds: number;
  #access = new Map<string, { readonly grant: Grant; readonly expiresAt: number }>();
  #refresh = new Map<string, RefreshToken>();

  constructor({ now, newId, lifeSeconds }: { now: () => number; newId: () => string; lifeSeconds: number }) {
    this.#now = now;
    this.#newId = newId;
    this.#lifeSeconds = lifeSeconds;
  }

  /** A new access token, and a refresh token where the grant has `offline_access`. */
  issue(grant: Grant): TokenAnswer {
    const accessToken = this.#writeToken(grant);
    this.#access.set(accessToken, { grant, expiresAt: this.#now() + this.#lifeSeconds * 1_000 });
    const answer = {
      access_token: accessToken,
      expires_in: this.#lifeSeconds,
      token_type: 'Bearer',
      scope: [...grant.scopes].join(' '),
    } as const;
    if (!grant.scopes.has('offline_access')) return answer;
    const refreshToken = `${this.#newId()}-${this.#newId()}`;
    this.addRefreshToken(refreshToken, grant);
    return { ...answer, refresh_token: refreshToken };
  }

  addRefreshToken(token: string, grant: Grant): void {
    this.#refresh.set(token, { grant, issuedAt: this.#now(), firstUsedAt: null });
  }

  /** A new pair; null where the refresh token is no longer good, or never was this app's. */
  refresh(token: string, app: SimulatedApp): TokenAnswer | null {
    const found = this.#refresh.get(token);
    const now = this.#now();
    if (!found || found.grant.app !== app || now - found.issuedAt > UNUSED_MS) return null;
    if (found.firstUsedAt !== null && now - found.firstUsedAt > GRACE_MS) return null;
    found.firstUsedAt ??= now;
    return this.issue(found.grant);
  }

  /** What an access token stands for; `expired` where it did. */
  read(token: string): Grant | 'expired' | null {
    const found = this.#access.get(token);
    if (!found) return null;
    return this.#now() < found.expiresAt ? found.grant : 'expired';
  }

  expireAccessTokens(): void {
    for (const [token, { grant }] of this.#access) this.#access.set(token, { grant, expiresAt: this.#now() });
  }

  /** Ends everything that came of the same consent as a refresh token. */
  revokeGrantOf(token: string): void {
    const grant = this.#refresh.get(token)?.grant;
    this.#access = new Map([...this.#access].filter(([, held]) => held.grant !== grant));
    this.#refresh = new Map([...this.#refresh].filter(([, held]) => held.grant !== grant));
  }

  revokeAll(): void {
    this.#access.clear();
    this.#refresh.clear();
  }

  /** In the form of a JWT, whose `authentication_event_id` tells which connections a consent made. */
  #writeToken({ app, scopes, authEventId, userId }: Grant): string {
    const seconds = Math.floor(this.#now() / 1_000);
    const claims = {
      iss: 'https://identity.xero.com',
      aud: 'https://identity.xero.com/resources',
      client_id: app.clientId,
      sub: userId,
      nbf: seconds,
      exp: seconds + this.#lifeSeconds,
      authentication_event_id: authEventId,
      jti: this.#newId(),
      scope: [...scopes],
    };
    return [{ alg: 'RS256', typ: 'JWT' }, claims, this.#newId()].map(encode).join('.');
  }
}

function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}
