import type { IncomingMessage } from 'node:http';

/** A request, read to its end. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** Source: Xero, Requests and Responses: the largest request. */
const LARGEST_BODY = 10 * 1024 * 1024;

/** Reads a request; a body that is too large is read and dropped, and `body` is null. */
export async function readRequest(
  incoming: IncomingMessage,
): Promise<Omit<IncomingRequest, 'body'> & { body: Uint8Array | null }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.byteLength;
    if (length <= LARGEST_BODY) chunks.push(chunk);
  }
  const target = incoming.url ?? '/';
  const [path = '', query = ''] = target.split('?', 2);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return {
    method: incoming.method ?? '',
    target,
    path,
    query: new URLSearchParams(query),
    headers,
    body: length > LARGEST_BODY ? null : Buffer.concat(chunks),
  };
}
