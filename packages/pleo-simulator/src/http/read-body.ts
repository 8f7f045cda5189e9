import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.js';

const LARGEST_BODY_BYTES = 10_000_000;

/** The body as text. */
export async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) {
      throw new Refusal({ status: 413, type: 'PAYLOAD_TOO_LARGE', message: 'The body is larger than 10 MB.' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
