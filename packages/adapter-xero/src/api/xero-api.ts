import type { Json } from '@ledgerferry/core';
import { jsonAnswer, type HttpAnswer, type HttpClient, type HttpRequest } from '@ledgerferry/http';
import type { ZodType } from 'zod';
import type { Endpoint } from './endpoints.js';
import { attachmentsAnswer, recordsAnswer, type RecordsAnswer } from './record-answers.js';
import { toXeroJson } from './record-json.js';
import { forbidden, unexpectedRefusal } from './refusals.js';
import {
  accountsAnswer,
  contactsAnswer,
  currenciesAnswer,
  organisationAnswer,
  taxRatesAnswer,
  trackingCategoriesAnswer,
  type ContactAnswer,
} from './setting-answers.js';

/** Most records in a page. Source: Xero Accounting API, Requests and responses: Pagination. */
export const PAGE_SIZE = 1_000;
const JSON_TYPE = 'application/json';
const NOT_MODIFIED = 304;

/** Where a receipt hangs. */
export interface AttachmentPlace {
  readonly endpoint: Endpoint;
  readonly id: string;
}

/** One function per call of the Accounting API, for one organisation. */
export type XeroApi = ReturnType<typeof createXeroApi>;

export function createXeroApi(http: HttpClient, tenantId: string) {
  const tenant = { 'xero-tenant-id': tenantId };

  /** A 403 comes back as an answer, so that its reason can be told. */
  async function send<Body>(request: HttpRequest<Body>, scope: string): Promise<HttpAnswer<Body>> {
    const headers = { ...tenant, ...request.headers };
    const answer = await http.request({ ...request, headers, returnStatuses: [403, NOT_MODIFIED] });
    if (!answer.ok && answer.status === 403) throw forbidden(answer, { tenantId, scope });
    return answer;
  }

  async function read<Body>(path: string, schema: ZodType<Body>, { query, headers, scope }: Reading): Promise<Body> {
    const answer = jsonAnswer(schema);
    return bodyOf(path, await send({ method: 'GET', path, query, headers, write: false, answer }, scope));
  }

  return {
    // Accounting API, Organisation
    readOrganisation: async () => (await read('/Organisation', organisationAnswer, SETTINGS)).Organisations[0],

    // Accounting API, Accounts: the whole chart, archived ones included
    readAccounts: async () => (await read('/Accounts', accountsAnswer, SETTINGS)).Accounts,

    // Accounting API, Tax rates
    readTaxRates: async () => (await read('/TaxRates', taxRatesAnswer, SETTINGS)).TaxRates,

    // Accounting API, Tracking categories, with all their options
    readTrackingCategories: async () =>
      (await read('/TrackingCategories', trackingCategoriesAnswer, SETTINGS)).TrackingCategories,

    // Accounting API, Currencies
    readCurrencies: async () => (await read('/Currencies', currenciesAnswer, SETTINGS)).Currencies,

    // Accounting API, Contacts: one page, archived ones included; with `since` (ISO 8601) those changed from then on
    readContacts: async (page: number, since?: string): Promise<readonly ContactAnswer[]> => {
      const path = '/Contacts';
      const query = { page, pageSize: PAGE_SIZE, includeArchived: 'true' };
      const headers = since === undefined ? {} : { 'If-Modified-Since': since };
      const answer = jsonAnswer(contactsAnswer);
      const request = { method: 'GET', path, query, headers, write: false, answer } as const;
      const answered = await send(request, 'accounting.contacts');
      return answered.status === NOT_MODIFIED ? [] : bodyOf(path, answered).Contacts;
    },

    // Accounting API, the page of the endpoint: GET of a list
    readRecords: (endpoint: Endpoint, query: HttpRequest<unknown>['query']): Promise<RecordsAnswer> =>
      read(`/${endpoint.name}`, recordsAnswer(endpoint), { query, scope: endpoint.scope }),

    // Accounting API, the page of the endpoint: GET of one record; undefined where there is none
    readRecord: async (endpoint: Endpoint, id: string) => {
      const path = `/${endpoint.name}/${encodeURIComponent(id)}`;
      const answer = jsonAnswer(recordsAnswer(endpoint));
      const answered = await send({ method: 'GET', path, write: false, answer }, endpoint.scope);
      return answered.status === 404 ? undefined : bodyOf(path, answered).records[0];
    },

    // Accounting API, the page of the endpoint: PUT only creates, where POST would also change what is there
    createRecords: (
      endpoint: Endpoint,
      records: readonly Json[],
      requestKey: string,
    ): Promise<HttpAnswer<RecordsAnswer>> =>
      send(
        {
          method: 'PUT',
          path: `/${endpoint.name}`,
          query: endpoint.inBatches ? { summarizeErrors: 'false' } : {},
          headers: { 'Idempotency-Key': requestKey },
          body: { bytes: Buffer.from(toXeroJson({ [endpoint.name]: records })), contentType: JSON_TYPE },
          write: true,
          answer: jsonAnswer(recordsAnswer(endpoint)),
        },
        endpoint.scope,
      ),

    // Accounting API, Attachments
    readAttachments: async ({ endpoint, id }: AttachmentPlace) => {
      const path = `/${endpoint.name}/${encodeURIComponent(id)}/Attachments`;
      return (await read(path, attachmentsAnswer, { scope: 'accounting.attachments' })).Attachments;
    },

    // Accounting API, Attachments: PUT; a file of the same name is replaced
    createAttachment: ({ endpoint, id }: AttachmentPlace, { name, bytes, contentType, requestKey }: NewAttachment) =>
      send(
        {
          method: 'PUT',
          path: `/${endpoint.name}/${encodeURIComponent(id)}/Attachments/${encodeURIComponent(name)}`,
          headers: { 'Idempotency-Key': requestKey },
          body: { bytes, contentType },
          write: true,
          answer: jsonAnswer(attachmentsAnswer),
        },
        'accounting.attachments',
      ),
  };
}

interface Reading {
  readonly query?: HttpRequest<unknown>['query'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly scope: string;
}

interface NewAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly requestKey: string;
}

const SETTINGS: Reading = { scope: 'accounting.settings.read' };

function bodyOf<Body>(path: string, answer: HttpAnswer<Body>): Body {
  if (answer.ok) return answer.body;
  throw unexpectedRefusal(path, answer);
}
