import type { WriteFault } from '../gate/faults.js';
import { gatewayAnswer, type Answer } from '../http/answer.js';
import { isWrite } from '../http/route.js';
import { admit, answerOfError, answerService, answerSignIn, failWith, refuseConcurrency } from './answer-arrival.js';
import type { Arrival } from './arrival.js';
import type { SimulatedNetsuite } from './simulated-netsuite.js';

/** What becomes of a request: an answer, or a connection that breaks without one. */
export type Outcome = Answer | 'broken';

/** Takes a request through sign-in, governance, planned faults and the time it takes, and does what it asks for. */
export async function handleArrival(
  arrival: Arrival,
  netsuite: SimulatedNetsuite,
  closing: AbortSignal,
): Promise<Outcome> {
  const { concurrency, faults, clock } = netsuite;
  if (!faults.isConnected) return gatewayAnswer(503);
  if (arrival.route.service === 'token') return answerSignIn(arrival, netsuite);
  const wasServed = concurrency.enter();
  try {
    admit(arrival, netsuite);
    if (!wasServed) return refuseConcurrency(arrival, netsuite);
    const fault = isWrite(arrival.route, arrival.method) ? faults.take() : null;
    if (fault?.kind === 'throttled') return refuseConcurrency(arrival, netsuite);
    if (fault?.kind === 'lingering') {
      void linger(arrival, netsuite, fault.lingerMs, closing);
      return 'broken';
    }
    if (faults.latencyMs > 0) await clock.sleep(faults.latencyMs, closing);
    return closing.aborted ? 'broken' : strike(arrival, netsuite, fault);
  } catch (error) {
    return answerOfError(error, arrival, netsuite);
  } finally {
    concurrency.leave({ wasServed });
  }
}

function strike(arrival: Arrival, netsuite: SimulatedNetsuite, fault: WriteFault | null): Outcome {
  if (fault?.kind === 'failed' && fault.when === 'before') return failWith(fault.status, netsuite);
  const answer = serve(arrival, netsuite);
  if (fault?.kind === 'answer-lost') return 'broken';
  return fault?.kind === 'failed' ? failWith(fault.status, netsuite) : answer;
}

/** The effect of a request whose connection is broken already; none where the simulator is stopped before. */
async function linger(
  arrival: Arrival,
  netsuite: SimulatedNetsuite,
  lingerMs: number,
  closing: AbortSignal,
): Promise<void> {
  await netsuite.clock.sleep(lingerMs, closing);
  if (!closing.aborted) serve(arrival, netsuite);
}

function serve(arrival: Arrival, netsuite: SimulatedNetsuite): Answer {
  try {
    return answerService(arrival, netsuite);
  } catch (error) {
    return answerOfError(error, arrival, netsuite);
  }
}
