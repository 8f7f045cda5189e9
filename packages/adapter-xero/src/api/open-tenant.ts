import type { Clock, CredentialStore, Logger } from '@ledgerferry/core';
import { createHttpClient, type HttpClient } from '@ledgerferry/http';
import { TIME_LIMIT_MS } from '../xero-capabilities.js';
import type { XeroConnection } from '../xero-connection.js';
import { chooseTenant } from './choose-tenant.js';
import { limitReader } from './read-limits.js';
import { sayWhenExpectedAgain } from './say-when-expected-again.js';
import { paceOfTenant } from './tenant-pace.js';
import { createXeroApi, type XeroApi } from './xero-api.js';
import { xeroAuthorization } from './xero-authorization.js';

/** What the calls to Xero need. */
export interface XeroDependencies {
  readonly connection: XeroConnection;
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long reads are tried again, in milliseconds. Default: as long as a job waits. */
  readonly patienceMs?: number | undefined;
}

/** The organisation that is posted to, and its calls. */
export interface OpenTenant {
  readonly tenantId: string;
  readonly api: XeroApi;
}

/** How the organisation is had. It is chosen at the first call, because that may have to ask Xero; a failure is not remembered. */
export function tenantOpener(dependencies: XeroDependencies): () => Promise<OpenTenant> {
  const { connection, clock, logger, patienceMs } = dependencies;
  const authorization = xeroAuthorization(connection.auth, dependencies);
  const shared = { system: 'Xero', authorization, clock, logger, patienceMs, timeLimitMs: TIME_LIMIT_MS };
  let opened: Promise<OpenTenant> | undefined;

  async function open(): Promise<OpenTenant> {
    const tenantId = await chooseTenant(
      connection,
      createHttpClient({ ...shared, baseUrl: connection.connectionsUrl }),
    );
    const http = createHttpClient({
      ...shared,
      baseUrl: connection.baseUrl,
      pace: paceOfTenant(tenantId, dependencies),
      observe: limitReader(connection.limits),
    });
    return { tenantId, api: createXeroApi(withoutLongPauses(http, clock), tenantId) };
  }

  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

function withoutLongPauses(http: HttpClient, clock: Clock): HttpClient {
  return {
    request: (request) =>
      http.request(request).catch((error: unknown) => {
        throw sayWhenExpectedAgain(error, clock);
      }),
  };
}
