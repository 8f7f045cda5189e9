import { randomBytes } from 'node:crypto';
import { Refusal } from './refusal.js';

/** The simulated authorisation. */
export interface OauthOptions {
  clientId: string;
  clientSecret: string;
  /** The refresh token to begin with; good for one refresh. */
  refreshToken: string;
  /** Life of an access token in seconds. */
  accessTokenSeconds: number;
}

/** A fresh pair of tokens as the token endpoint writes it. */
export interface TokenPair {
  access_token: string;
  refresh_token: string;
  token_type: 'Bearer';
  expires_in: number;
}

/**
 * Issues access tokens. Each refresh invalidates the old pair at once; presenting a used refresh token ends the whole
 * authorisation. Source: Pleo, OAuth token overview.
 */
export class OauthTokens {
  readonly #options: OauthOptions;
  readonly #now: () => Date;
  readonly #usedRefreshTokens = new Set<string>();
  #refreshToken: string;
  #accessToken: { value: string; expiresAt: number } | null = null;
  #isAlive = true;
  #refreshes = 0;

  constructor(options: OauthOptions, now: () => Date) {
    this.#options = options;
    this.#now = now;
    this.#refreshToken = options.refreshToken;
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  get refreshes(): number {
    return this.#refreshes;
  }

  get clientId(): string {
    return this.#options.clientId;
  }

  isClient(clientId: string, clientSecret: string): boolean {
    return clientId === this.#options.clientId && clientSecret === this.#options.clientSecret;
  }

  accepts(accessToken: string): boolean {
    const current = this.#accessToken;
    return current?.value === accessToken && this.#now().getTime() < current.expiresAt;
  }

  expireAccessToken(): void {
    this.#accessToken = null;
  }

  refresh(refreshToken: string): TokenPair {
    if (this.#usedRefreshTokens.has(refreshToken)) this.#endAuthorisation();
    if (!this.#isAlive || refreshToken !== this.#refreshToken) {
      throw new Refusal({ status: 400, type: 'invalid_grant', message: 'The refresh token is invalid or expired.' });
    }
    this.#usedRefreshTokens.add(refreshToken);
    this.#refreshes += 1;
    this.#refreshToken = randomBytes(24).toString('base64url');
    const value = randomBytes(24).toString('base64url');
    const { accessTokenSeconds } = this.#options;
    this.#accessToken = { value, expiresAt: this.#now().getTime() + accessTokenSeconds * 1000 };
    return {
      access_token: value,
      refresh_token: this.#refreshToken,
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
    };
  }

  #endAuthorisation(): void {
    this.#isAlive = false;
    this.#accessToken = null;
  }
}
