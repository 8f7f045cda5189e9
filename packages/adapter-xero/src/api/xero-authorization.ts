import type { Clock, CredentialStore, Logger } from '@ledgerferry/core';
import { bearerAuthorization, oauthAuthorization, type Authorization } from '@ledgerferry/http';
import type { XeroAppSignIn, XeroConnection } from '../xero-connection.js';

/**
 * Proves to Xero who we are. The tokens of one app have one name in the credential store, so that companies which sign in by the same
 * app renew them once for all. Source: Xero, OAuth 2.0: The standard authorization code flow, Custom Connections.
 */
export function xeroAuthorization(
  auth: XeroConnection['auth'],
  dependencies: {
    readonly credentials: CredentialStore;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly patienceMs?: number | undefined;
  },
): Authorization {
  if ('accessToken' in auth) return bearerAuthorization(auth.accessToken);
  const { clientId, clientSecret, tokenUrl, refreshToken, scopes } = auth;
  return oauthAuthorization({
    ...dependencies,
    connection: xeroTokensName(auth),
    tokenUrl,
    clientId,
    clientSecret,
    refreshToken,
    scope: scopes.join(' '),
    connectCommand: 'ledgerferry connect xero',
    // an app that proves itself by PKCE alone has nothing to sign in with as itself
    signsInAsItself: clientSecret !== '',
  });
}

/** Under which an app's tokens lie in the credential store. */
export function xeroTokensName({ clientId }: Pick<XeroAppSignIn, 'clientId'>): string {
  return `Xero ${clientId}`;
}
