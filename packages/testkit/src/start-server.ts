import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers a request, or does not; `number` counts from one. */
export type RequestHandler = (response: ServerResponse, request: SeenRequest, number: number) => void;

/** A server that a test speaks for. */
export interface TestServer {
  /** Its origin, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /** Every request so far. */
  readonly seen: readonly SeenRequest[];
}

/** Starts a real server that says what a test wants a system to say, and remembers what it was asked. It closes when the test ends. */
export async function startServer(handle: RequestHandler): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const { pathname: path, searchParams: query } = new URL(url, 'http://localhost');
      const request = { method, url, path, query, headers, body: Buffer.concat(chunks).toString() };
      seen.push(request);
      handle(response, request, seen.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, seen };
}

/** Answers in JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8', ...headers });
  response.end(JSON.stringify(body));
}
