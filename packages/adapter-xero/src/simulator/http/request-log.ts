import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from './recorded-request.js';

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** Every request that arrived, in order, without credentials. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Writes a request down; what becomes of it is added later. */
  begin({ method = '', url = '', headers }: IncomingMessage): Writable<RecordedRequest> {
    const [path = '', query = ''] = url.split('?', 2);
    const record: Writable<RecordedRequest> = {
      method,
      path,
      // what leads to consent or back holds codes
      query: path.startsWith('/api.xro/') ? query : '',
      tenantId: textOf(headers['xero-tenant-id']),
      idempotencyKey: textOf(headers['idempotency-key']),
      at: this.#now(),
      byteLength: 0,
      status: null,
      isReplay: false,
    };
    this.requests.push(record);
    return record;
  }
}

function textOf(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
