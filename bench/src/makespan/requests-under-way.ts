import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

const underWay = new Set<unknown>();
let isCounting = false;

/** Counts the HTTP requests of this process that were begun and whose answer is not read to its end. */
export function countRequestsUnderWay(): { underWay(): number } {
  if (!isCounting) {
    isCounting = true;
    subscribe('http.client.request.start', (message) => underWay.add(requestOf(message)));
    subscribe('http.client.request.error', (message) => underWay.delete(requestOf(message)));
    // emitted once the headers are there: the body takes its time
    subscribe('http.client.response.finish', (message) => {
      const { request, response } = message as { readonly request: ClientRequest; readonly response: IncomingMessage };
      response.once('close', () => underWay.delete(request));
    });
  }
  return { underWay: () => underWay.size };
}

function requestOf(message: unknown): ClientRequest {
  return (message as { readonly request: ClientRequest }).request;
}
