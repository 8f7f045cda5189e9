import type { ServedRequest } from '@ledgerferry/http/server';
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
  begin({ method, target, path, headers, body }: ServedRequest): Writable<RecordedRequest> {
    const record: Writable<RecordedRequest> = {
      method,
      path,
      // what leads to consent or back holds codes
      query: path.startsWith('/api.xro/') ? target.slice(path.length + 1) : '',
      tenantId: headers['xero-tenant-id'] ?? null,
      idempotencyKey: headers['idempotency-key'] ?? null,
      at: this.#now(),
      byteLength: body.byteLength,
      status: null,
      isReplay: false,
    };
    this.requests.push(record);
    return record;
  }
}
