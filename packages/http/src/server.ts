import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request, read to its end. */
export interface ServedRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  /** As it was sent: what is encoded stays so. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case; several of one name are one, with commas. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What is sent back. */
export interface ServedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Says what becomes of a request: an answer, or a connection that breaks without one. `url` is the server's own. */
export type Respond = (request: ServedRequest, url: string) => Promise<ServedAnswer | 'broken'>;

/** A server that runs. */
export interface RunningServer {
  /** Its origin, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  /** Breaks what is under way and stops. */
  readonly close: () => Promise<void>;
}

/**
 * Runs a server on a real port, for the simulator of an accounting system: the other side of this package's client. `port` 0, the default,
 * takes a free one. What `respond` throws is a defect of the simulator, and loud: 599 with its stack, which no accounting system answers.
 */
export async function serve(
  respond: Respond,
  { port = 0, host = '127.0.0.1' }: { readonly port?: number | undefined; readonly host?: string | undefined } = {},
): Promise<RunningServer> {
  let url = '';
  const server = createServer(
    (incoming, outgoing) => void answer(incoming, outgoing, (request) => respond(request, url)),
  );
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  const ownPort = typeof address === 'object' && address !== null ? address.port : port;
  url = `http://${host}:${ownPort}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, port: ownPort, close };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  respond: (request: ServedRequest) => Promise<ServedAnswer | 'broken'>,
): Promise<void> {
  try {
    const answered = await respond(await read(incoming));
    if (answered === 'broken') outgoing.destroy();
    else outgoing.writeHead(answered.status, answered.headers).end(answered.body);
  } catch (error) {
    // whoever asked has gone
    if (incoming.destroyed && !incoming.complete) return;
    outgoing.writeHead(599).end(error instanceof Error ? error.stack : String(error));
  }
}

async function read(incoming: IncomingMessage): Promise<ServedRequest> {
  const { method = '', url: target = '/' } = incoming;
  const [path = '', query = ''] = target.split('?', 2);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]);
  return {
    method,
    target,
    path,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}
