import type { Clock, CredentialStore, Logger } from '@ledgerferry/core';
import { basicAuthorization, bearerAuthorization, oauthAuthorization, type Authorization } from '@ledgerferry/http';
import type { PleoConnection } from './pleo-connection.js';
import { pleoError } from './pleo-error.js';

/** How a connection proves itself: key, token or OAuth. */
export function pleoAuthorization(
  connection: PleoConnection,
  {
    name,
    credentials,
    ...rest
  }: {
    name: string;
    credentials: CredentialStore | undefined;
    clock: Clock;
    logger: Logger;
    random: () => number;
    patienceMs?: number | undefined;
  },
): Authorization {
  const { apiKey, accessToken, oauth } = connection;
  if (apiKey !== undefined) return basicAuthorization(apiKey);
  if (accessToken !== undefined) return bearerAuthorization(accessToken);
  if (oauth !== undefined && credentials !== undefined) {
    return oauthAuthorization({
      ...rest,
      ...oauth,
      connection: name,
      // Source: Pleo, OAuth 2.0: the grants are authorization_code and refresh_token, no other
      signsInAsItself: false,
      connectCommand: 'ledgerferry connect pleo',
      credentials,
      reasons: {},
    });
  }
  throw pleoError(
    'PLEO_CREDENTIALS_STORE_MISSING',
    'OAuth tokens change with every use: give "credentials", where they can be kept.',
  );
}
