import { IntegrationError, type Clock, type CredentialStore, type Logger } from '@ledgerferry/core';
import { createHttpClient, createPace, sharedPace, type HttpClient } from '@ledgerferry/http';
import { netsuiteError } from '../errors/netsuite-errors.js';
import { TIME_LIMIT_MS } from '../netsuite-capabilities.js';
import type { NetsuiteConnection } from '../netsuite-connection.js';
import { createAdmissions, type Admissions } from '../sign-in/admissions.js';
import { netsuiteAuthorization } from '../sign-in/netsuite-authorization.js';
import { isThrottledAnswer } from './error-details.js';
import { createNetsuiteApi, type NetsuiteApi } from './netsuite-api.js';
import { createReceiptRestlet, type ReceiptRestlet } from './receipt-restlet.js';

/** What the calls to NetSuite need. */
export interface NetsuiteDependencies {
  readonly connection: NetsuiteConnection;
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long reads are tried again, in milliseconds. Default: as long as a job waits. */
  readonly patienceMs?: number | undefined;
}

/** The calls to one account. */
export interface OpenAccount {
  readonly api: NetsuiteApi;
  /** Null where none is configured. */
  readonly restlet: ReceiptRestlet | null;
}

/** Opens an account; nothing is sent yet. */
export function openAccount(dependencies: NetsuiteDependencies): OpenAccount {
  const { connection, clock, logger, patienceMs } = dependencies;
  const shared = {
    system: 'NetSuite',
    pace: paceOfAccount(dependencies),
    isThrottled: isThrottledAnswer,
    timeLimitMs: TIME_LIMIT_MS,
    patienceMs,
    clock,
    logger,
  };
  const authorization = netsuiteAuthorization(connection, dependencies);
  const clientAt = (baseUrl: string): HttpClient => {
    const admissions = createAdmissions(connection.limits.concurrent);
    const http = createHttpClient({
      ...shared,
      baseUrl,
      authorization: admissions.limit(authorization),
      observe: ({ status }) => ({ throttled: admissions.note(status) }),
    });
    return inNetsuitesWords(http, admissions);
  };
  const { restlet } = connection;
  return {
    api: createNetsuiteApi(clientAt(connection.baseUrl), logger),
    restlet: restlet === undefined ? null : createReceiptRestlet(clientAt(withoutQuery(restlet)), restlet),
  };
}

/**
 * Record service, SuiteQL and RESTlets count together, for all companies of the account and for strangers.
 * Source: Oracle, Web Services and RESTlet Concurrency Governance.
 */
function paceOfAccount({ connection, credentials, clock }: NetsuiteDependencies) {
  const { baseUrl, accountId, limits } = connection;
  const account = accountId.toUpperCase();
  return sharedPace(credentials, `${baseUrl.toLowerCase()} ${account}`, () =>
    createPace({ clock, concurrent: limits.concurrent, adaptive: true }),
  );
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

/** Says what only NetSuite's administrators can look into in words that help them. */
function inNetsuitesWords(http: HttpClient, admissions: Admissions): HttpClient {
  return {
    request: async (request) => {
      const end = admissions.begin();
      try {
        const answer = await http.request(request);
        end();
        return answer;
      } catch (error) {
        throw inOwnWords(error, { isInDoubt: end() });
      }
    },
  };
}

function inOwnWords(error: unknown, { isInDoubt }: { readonly isInDoubt: boolean }): unknown {
  if (!IntegrationError.isInstance(error)) return error;
  const { code, details, retryAfterMs } = error;
  if (code === 'HTTP_RATE_LIMITED' || (code === 'HTTP_UNAUTHORIZED' && isInDoubt))
    return netsuiteError('NETSUITE_CONCURRENCY', 'NetSuite asks for fewer calls at once.', { details, retryAfterMs });
  if (code === 'HTTP_UNAUTHORIZED')
    return netsuiteError('NETSUITE_SIGN_IN_REFUSED', 'NetSuite does not accept the sign-in.', { details });
  return error;
}
