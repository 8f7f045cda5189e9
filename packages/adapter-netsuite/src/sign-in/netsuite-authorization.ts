import type { Authorization } from '@ledgerferry/http';
import type { NetsuiteConnection } from '../netsuite-connection.js';
import { signInByCertificate, type CertificateSignInOptions } from './sign-in-by-certificate.js';
import { signInByToken } from './sign-in-by-token.js';

/** Proves to NetSuite who we are: by certificate, or by token. */
export function netsuiteAuthorization(
  { auth, accountId, baseUrl, restlet }: NetsuiteConnection,
  { clock, logger, patienceMs }: Omit<CertificateSignInOptions, 'tokenUrl' | 'scopes'>,
): Authorization {
  if ('tokenId' in auth) return signInByToken(auth, { accountId, clock });
  return signInByCertificate(auth, {
    tokenUrl: auth.tokenUrl ?? `${baseUrl}/auth/oauth2/v1/token`,
    scopes: restlet === undefined ? ['rest_webservices'] : ['restlets', 'rest_webservices'],
    clock,
    logger,
    patienceMs,
  });
}
