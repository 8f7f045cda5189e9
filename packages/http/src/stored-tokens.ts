import { createHash } from 'node:crypto';
import { z } from 'zod';

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
