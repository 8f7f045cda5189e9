import { importPKCS8, SignJWT, type CryptoKey } from 'jose';
import { netsuiteError } from '../errors/netsuite-errors.js';
import type { NetsuiteCertificateSignIn } from '../netsuite-connection.js';

const ALGORITHM = 'ES256';
/** How long an assertion may be used; NetSuite takes less than an hour. */
const LIFE_SECONDS = 5 * 60;

/** What an assertion says beside who asks. */
export interface AssertionOptions {
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Proves by the certificate's key who asks for a token. Source: Oracle, The Request Token Structure (client credentials flow).
 *
 * @throws `misconfigured` where the key cannot be read.
 */
export async function clientAssertion(
  { clientId, certificateId, privateKey }: NetsuiteCertificateSignIn,
  { tokenUrl, scopes, now }: AssertionOptions,
): Promise<string> {
  const issuedAt = Math.floor(now / 1_000);
  const key = await readKey(privateKey);
  return new SignJWT({ scope: [...scopes] })
    .setProtectedHeader({ typ: 'JWT', alg: ALGORITHM, kid: certificateId })
    .setIssuer(clientId)
    .setAudience(tokenUrl)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(key);
}

/** The library's own error is dropped: it may quote what it could not read. */
async function readKey(privateKey: string): Promise<CryptoKey> {
  try {
    // environment variables often carry line ends as two characters
    return await importPKCS8(privateKey.replaceAll(String.raw`\n`, '\n').trim(), ALGORITHM);
  } catch {
    throw netsuiteError('NETSUITE_PRIVATE_KEY_UNREADABLE', 'connection.auth.privateKey cannot be read.');
  }
}
