import type { IncomingMessage } from 'node:http';
import { type EndpointName, matchEndpoint } from './http/endpoints.js';
import type { RecordedRequest } from './http/recorded-request.js';

/** Every request that arrived, in order, without credentials. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly #occurrences = new Map<EndpointName, number>();

  record(incoming: IncomingMessage, url: URL, at: Date): { record: RecordedRequest; id: string } {
    const method = incoming.method ?? '';
    const { name: endpoint, id } = matchEndpoint(method, url.pathname);
    const occurrence = (this.#occurrences.get(endpoint) ?? 0) + 1;
    this.#occurrences.set(endpoint, occurrence);
    const record: RecordedRequest = {
      number: this.requests.length + 1,
      occurrence,
      endpoint,
      method,
      path: url.pathname,
      query: endpoint === 'file' ? '' : url.search.slice(1),
      at,
      authorization: nameScheme(incoming.headers.authorization),
      status: null,
      faults: [],
    };
    this.requests.push(record);
    return { record, id };
  }
}

function nameScheme(authorization: string | undefined): RecordedRequest['authorization'] {
  if (authorization === undefined) return 'none';
  const scheme = authorization.split(' ', 1)[0]?.toLowerCase();
  return scheme === 'basic' || scheme === 'bearer' ? scheme : 'other';
}
