import type { ServerResponse } from 'node:http';
import type { Fault } from '../faults/fault.js';
import type { Answer } from './answer.js';

/** Sends an answer, or what a fault leaves of it; tells whether a client could read a status. */
export function sendAnswer(outgoing: ServerResponse, answer: Answer, faults: readonly Fault[]): boolean {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const isTorn = faults.some((fault) => fault.kind === 'answer-torn');
  const isLost = faults.some((fault) => fault.kind === 'answer-lost') || (isTorn && body.length === 0);
  if (isLost) {
    outgoing.destroy();
    return false;
  }
  outgoing.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (isTorn) outgoing.write(body.subarray(0, Math.ceil(body.length / 2)), () => outgoing.destroy());
  else outgoing.end(body);
  return true;
}
