import type { ConsentedAccess, ConsentedTenant, ConsentRequest } from '@ledgerferry/core';
import { bearerAuthorization, createHttpClient } from '@ledgerferry/http';
import { z } from 'zod';
import { connectedOrganisations } from './api/connected-organisations.js';
import { xeroTokensName } from './api/xero-authorization.js';
import type { XeroConnection } from './xero-connection.js';

/** Without it, the tokens end after half an hour and are not renewed. Source: Xero, OAuth 2.0: Scopes. */
const RENEWABLE = 'offline_access';

/**
 * What a user of Xero is asked with, who chooses organisations on the way; null where the settings hold an access token. Source: Xero,
 * OAuth 2.0: The standard authorization code flow, The PKCE flow.
 */
export function xeroConsent({ auth, connectionsUrl }: XeroConnection): ConsentRequest | null {
  if ('accessToken' in auth) return null;
  const { clientId, clientSecret, authorizeUrl, tokenUrl, scopes } = auth;
  return {
    connection: xeroTokensName(auth),
    authorizeUrl,
    tokenUrl,
    clientId,
    clientSecret,
    scopes: [...new Set([RENEWABLE, ...scopes])],
    listTenants: (access) => listOrganisations(connectionsUrl, access),
  };
}

async function listOrganisations(
  connectionsUrl: string,
  { accessToken, clock, logger }: ConsentedAccess,
): Promise<readonly ConsentedTenant[]> {
  const authorization = bearerAuthorization(accessToken);
  const http = createHttpClient({ system: 'Xero', baseUrl: connectionsUrl, authorization, clock, logger });
  const organisations = await connectedOrganisations(http);
  const eventId = authenticationEventOf(accessToken);
  return organisations.map(({ tenantId, name, authEventId }) => ({
    name,
    settings: { tenantId },
    isNew: eventId === null ? null : authEventId === eventId,
  }));
}

const claims = z.object({ authentication_event_id: z.string() });

/** The consent that a token comes from; null where the token does not say. Source: Xero, OAuth 2.0: Tenants (`authEventId`). */
function authenticationEventOf(accessToken: string): string | null {
  const [, payload = ''] = accessToken.split('.');
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).authentication_event_id;
  } catch {
    return null;
  }
}
