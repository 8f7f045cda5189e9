import { jsonAnswer, type HttpClient } from '@ledgerferry/http';
import { unexpectedRefusal } from './refusals.js';
import { connectionsAnswer } from './setting-answers.js';

/** An organisation that a token is for. */
export interface ConnectedOrganisation {
  readonly tenantId: string;
  readonly name: string;
  /** The consent that connected it; null where Xero does not say. */
  readonly authEventId: string | null;
}

/** Every organisation that a token is for, also those connected earlier. Source: Xero, OAuth 2.0: Tenants (GET /connections). */
export async function connectedOrganisations(http: HttpClient): Promise<readonly ConnectedOrganisation[]> {
  const answer = await http.request({ method: 'GET', path: '', write: false, answer: jsonAnswer(connectionsAnswer) });
  if (!answer.ok) throw unexpectedRefusal('/connections', answer);
  return answer.body
    .filter(({ tenantType }) => tenantType === 'ORGANISATION')
    .map(({ tenantId, tenantName, authEventId }) => ({ tenantId, name: tenantName ?? 'without name', authEventId }));
}
