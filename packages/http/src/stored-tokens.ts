import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GrantedTokens } from './token-endpoint.js';

const storedTokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  renewAt: z.number(),
  begunWith: z.string().nullable(),
});

/** Tokens as they lie in the credential store. */
export interface StoredTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** From when on the access token is no longer used, in milliseconds since the epoch. */
  readonly renewAt: number;
  /** Fingerprint of the configured refresh token that these descend from; null where they came another way. */
  readonly begunWith: string | null;
}

/** An access token is renewed this long before its end, or after nine tenths of a shorter life. */
const LONGEST_MARGIN_MS = 60_000;

/** From when on an access token that was asked for at `askedAt` is no longer used. */
export function renewAtOf({ expiresInSeconds }: GrantedTokens, askedAt: number): number {
  const lifeMs = expiresInSeconds * 1000;
  return askedAt + lifeMs - Math.min(LONGEST_MARGIN_MS, lifeMs / 10);
}

/** The text to keep in the credential store. */
export function formatStoredTokens(tokens: StoredTokens): string {
  return JSON.stringify(tokens);
}

/** Reads what {@link formatStoredTokens} wrote; undefined where it is something else. */
export function parseStoredTokens(text: string): StoredTokens | undefined {
  try {
    return storedTokensSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Recognises a refresh token without keeping it. */
export function fingerprintOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex').slice(0, 16);
}
