import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../usage-error.js';

/** Something that listens where only this machine reaches it. */
export interface LoopbackListener {
  readonly port: number;
  close(): Promise<void>;
}

/** What a machine without IPv6 answers. */
const NO_SUCH_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/**
 * Listens on `localhost`, whichever of its two addresses a browser takes. Port 0 is any free one.
 *
 * @throws {UsageError} where another program listens there.
 */
export async function listenOnLoopback(port: number, handle: RequestListener): Promise<LoopbackListener> {
  const servers: Server[] = [];
  const close = async () => void (await Promise.all(servers.map(closed)));
  try {
    const first = await listening('127.0.0.1', port, handle);
    servers.push(first);
    const chosen = portOf(first);
    try {
      servers.push(await listening('::1', chosen, handle));
    } catch (error) {
      if (!NO_SUCH_ADDRESS.includes(codeOf(error))) throw error;
    }
    return { port: chosen, close };
  } catch (error) {
    await close();
    throw new UsageError(
      `Nothing can listen on localhost:${port} (${codeOf(error)}). Choose another --port, and register its redirect URI with the app.`,
    );
  }
}

async function listening(host: string, port: number, handle: RequestListener): Promise<Server> {
  const server = createServer(handle).listen(port, host);
  // rejects with the server's error where it cannot listen
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
