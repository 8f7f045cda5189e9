import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One request that a runner sent to Pleo or to the ledger. */
export interface Crossing {
  /** Counted from 1 over all fronts of a case, in the order of arrival. */
  readonly number: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: Buffer<ArrayBuffer>;
}

/** What the far end answered. */
export interface Crossed {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer<ArrayBuffer>;
}

/** Lets a request through by calling `takeEffect`, or does not; without an answer the runner never hears of it. */
export type Crosser = (crossing: Crossing, takeEffect: () => Promise<Crossed>) => Promise<Crossed | undefined>;

/** A far end's address as the runner sees it. */
export interface Front {
  readonly url: string;
  /** Breaks the connections of a runner that is gone: what has not arrived whole never will. */
  disconnect(): void;
  close(): Promise<void>;
}

/** A real port in front of `target`: every request is counted, and `cross` decides what becomes of it. */
export async function openFront(target: string, count: () => number, cross: Crosser): Promise<Front> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    carry(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const carry = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = Buffer.from(await buffer(incoming));
    const crossing = { number: count(), method: incoming.method ?? '', path: incoming.url ?? '', body };
    const answer = await cross(crossing, () => forward(target, crossing, incoming));
    if (!answer) outgoing.destroy();
    else outgoing.writeHead(answer.status, { 'Content-Type': answer.contentType }).end(answer.body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const disconnect = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    disconnect,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        disconnect();
      }),
  };
}

/** Headers that mean the connection between runner and front. */
const OF_THE_CONNECTION = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'keep-alive',
]);

async function forward(
  target: string,
  { method, path, body }: Crossing,
  { headers }: IncomingMessage,
): Promise<Crossed> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !OF_THE_CONNECTION.has(name) ? [[name, value]] : [],
  );
  const answer = await fetch(target + path, { method, headers: kept, body: body.length > 0 ? body : null });
  const contentType = answer.headers.get('content-type') ?? '';
  return { status: answer.status, contentType, body: Buffer.from(await answer.arrayBuffer()) };
}
