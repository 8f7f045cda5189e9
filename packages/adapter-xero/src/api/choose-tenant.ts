import type { HttpClient } from '@ledgerferry/http';
import { xeroError } from '../errors/xero-errors.js';
import type { XeroConnection } from '../xero-connection.js';
import { connectedOrganisations } from './connected-organisations.js';

/**
 * The organisation to post to: the configured one, else the only one behind the token. Xero is asked only in the second case.
 *
 * @throws `connection-lost` where the token is for none, `misconfigured` where it is for several.
 */
export async function chooseTenant({ tenantId }: Pick<XeroConnection, 'tenantId'>, http: HttpClient): Promise<string> {
  if (tenantId !== undefined) return tenantId;
  const organisations = await connectedOrganisations(http);
  const [only, ...others] = organisations;
  if (only === undefined) throw xeroError('XERO_TENANT_NOT_CONNECTED', 'The token is for no organisation.');
  if (others.length === 0) return only.tenantId;
  const listed = organisations.map((each) => `${each.name} (${each.tenantId})`).join(', ');
  throw xeroError('XERO_TENANT_UNCLEAR', `The token is for ${organisations.length} organisations: ${listed}.`);
}
