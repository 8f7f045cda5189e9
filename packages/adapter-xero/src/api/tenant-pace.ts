import type { Clock, CredentialStore } from '@ledgerferry/core';
import { createPace, sharedPace, type Pace } from '@ledgerferry/http';
import type { XeroConnection } from '../xero-connection.js';

/**
 * The budget of calls of an organisation: one for all companies of this process that post to it. The credential store stands for the
 * process, because a runner opens one and gives it to the adapters of all its companies. Source: Xero, OAuth 2.0 API limits.
 */
export function paceOfTenant(
  tenantId: string,
  {
    credentials,
    connection: { baseUrl, limits },
    clock,
  }: { readonly credentials: CredentialStore; readonly connection: XeroConnection; readonly clock: Clock },
): Pace {
  const { concurrent, perMinute, perDay } = limits;
  return sharedPace(credentials, `${baseUrl} ${tenantId}`, () =>
    createPace({ clock, concurrent, perMinute, perDay, minute: 'fixed' }),
  );
}
