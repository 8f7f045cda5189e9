import type { ConsentedTenant, ConsentRequest } from '@ledgerferry/core';
import { createPleoClient } from './pleo-client.js';
import type { PleoConnection } from './pleo-connection.js';
import type { PleoIdentity } from './pleo-responses.js';

/**
 * What a user of Pleo is asked with to let the app of this connection in; null where the connection has an API key or a token of its
 * own. The tokens are kept under `name`. Source: Pleo, OAuth 2.0: authorization code with PKCE.
 */
export function pleoConsent({ oauth, ...connection }: PleoConnection, name: string): ConsentRequest | null {
  if (oauth === undefined) return null;
  const { clientId, clientSecret, clientAuthentication, tokenUrl, authorizeUrl, scopes } = oauth;
  return {
    connection: name,
    clientId,
    clientSecret,
    clientAuthentication,
    tokenUrl,
    authorizeUrl: authorizeUrl ?? new URL('authorize', tokenUrl).href,
    scopes,
    listTenants: async ({ accessToken, clock, logger }) => {
      const pleo = createPleoClient({ connection: { ...connection, accessToken }, name, clock, logger });
      return [tenantOf(await pleo.introspect())];
    },
  };
}

const COMPANY = /^urn:pleo:company:(?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** The one company, whose id is the setting; or what Pleo says, where the consent is wider than one. */
function tenantOf({ subjectURN }: PleoIdentity): ConsentedTenant {
  const id = COMPANY.exec(subjectURN ?? '')?.groups?.['id']?.toLowerCase();
  if (id !== undefined) return { name: `company ${id}`, settings: { id }, isNew: null };
  return { name: subjectURN ?? 'Pleo does not say which company', settings: {}, isNew: null };
}
