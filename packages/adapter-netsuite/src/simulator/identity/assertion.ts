import { createPublicKey, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import type { SimulatedCertificate, SimulatedScope } from '../netsuite-simulator-options.js';

/** PKCS#1 v1.5 (`RS256`) is refused since March 2025. Source: Oracle, The Request Token Structure. */
const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const SHORTEST_RSA_BITS = 3_072;
const LONGEST_LIFE_SECONDS = 3_600;

/** A certificate as it is on file. */
export interface KnownCertificate extends SimulatedCertificate {
  readonly key: KeyObject;
}

/** @throws where it is no key that NetSuite takes. */
export function readCertificate(certificate: SimulatedCertificate): KnownCertificate {
  const key = createPublicKey(certificate.publicKey);
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined && modulusLength < SHORTEST_RSA_BITS) {
    throw new Error(
      `Certificate ${certificate.certificateId}: NetSuite takes RSA keys from ${SHORTEST_RSA_BITS} bits.`,
    );
  }
  return { ...certificate, key };
}

/** What a client's assertion gives access to. @throws where it is not in order; the message says why. */
export async function verifyAssertion(
  assertion: string,
  { certificates, tokenUrl, now }: { certificates: readonly KnownCertificate[]; tokenUrl: string; now: number },
): Promise<readonly SimulatedScope[]> {
  const { kid } = decodeProtectedHeader(assertion);
  const certificate = certificates.find(({ certificateId }) => certificateId === kid);
  if (!certificate) throw new Error('kid names no certificate');
  const { payload } = await jwtVerify(assertion, certificate.key, {
    algorithms: ALGORITHMS,
    typ: 'JWT',
    audience: tokenUrl,
    issuer: certificate.clientId,
    currentDate: new Date(now),
    clockTolerance: 5,
    requiredClaims: ['iss', 'aud', 'iat', 'exp', 'scope'],
  });
  if ((payload.exp ?? 0) - (payload.iat ?? 0) >= LONGEST_LIFE_SECONDS)
    throw new Error('exp is 60 minutes or more after iat');
  if ((payload.iat ?? 0) * 1_000 > now + 5_000) throw new Error('iat lies in the future');
  return grantedScopes(payload, certificate);
}

/** Scopes come as an array or as a text with commas. */
function grantedScopes({ scope }: JWTPayload, certificate: KnownCertificate): readonly SimulatedScope[] {
  const asked = Array.isArray(scope) ? scope : typeof scope === 'string' ? scope.split(/[,\s]+/) : [];
  const allowed = certificate.scopes ?? ['rest_webservices', 'restlets'];
  const granted = allowed.filter((candidate) => asked.includes(candidate));
  if (granted.length === 0 || granted.length < asked.length) throw new Error('scope asks for what is not allowed');
  return granted;
}
