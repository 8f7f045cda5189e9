import type { Answer } from '../http/answer.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import type { SimulatedRequest } from './simulated-request.js';

/** The bytes behind a file URL. */
export function serveFile(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  const receipt = pleo.files.open(request.id, request.query, request.authorization);
  return { status: 200, headers: { 'content-type': receipt.type }, body: receipt.bytes };
}
