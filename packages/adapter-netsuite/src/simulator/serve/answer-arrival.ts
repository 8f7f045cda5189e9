import { gatewayAnswer, jsonAnswer, type Answer } from '../http/answer.js';
import {
  concurrencyLimitExceeded,
  insufficientPermission,
  invalidLogin,
  nonexistent,
  unexpectedError,
} from '../http/problems.js';
import { Refusal, refusalAnswer } from '../http/refusal.js';
import { REST_PATH } from '../http/route.js';
import type { ServiceCall } from '../http/service-call.js';
import { signIn } from '../identity/sign-in.js';
import { answerTokenRequest } from '../identity/token-endpoint.js';
import { answerRecord } from '../records/record-service.js';
import { answerFileRestlet, restletRefusal } from '../restlet/file-restlet.js';
import { answerQuery } from '../suiteql/suiteql-service.js';
import type { Arrival } from './arrival.js';
import type { SimulatedNetsuite } from './simulated-netsuite.js';

/** Answers a request for an access token. */
export async function answerSignIn(
  { method, url, headers, body }: Arrival,
  netsuite: SimulatedNetsuite,
): Promise<Answer> {
  const { certificates, accessTokens, clock, faults } = netsuite;
  if (method !== 'POST') return jsonAnswer(405, { error: 'invalid_request' });
  const tokenUrl = `${url.origin}${url.pathname}`;
  const known = faults.isRevoked ? [] : certificates;
  const identity = { certificates: known, tokenUrl, accessTokens, now: () => clock.now() };
  return answerTokenRequest({ contentType: headers['content-type'], body }, identity);
}

/** @throws {Refusal} 401 unless the request may be served. */
export function admit({ method, url, headers, route }: Arrival, netsuite: SimulatedNetsuite): void {
  if (netsuite.faults.isRevoked) throw invalidLogin();
  const scope = route.service === 'restlet' ? 'restlets' : 'rest_webservices';
  signIn({ method, url: url.href, authorization: headers['authorization'] }, scope, netsuite);
}

/** Does what a request asks for. @throws {Refusal} where NetSuite would not. */
export function answerService(arrival: Arrival, netsuite: SimulatedNetsuite): Answer {
  const { method, url, route, headers, body } = arrival;
  const { books, release, restlet, role } = netsuite;
  const callTo = (path: string): ServiceCall => {
    const serviceUrl = `${url.origin}${REST_PATH}/${path}`;
    return { books, method, segments: route.segments, query: url.searchParams, headers, body, serviceUrl, release };
  };
  switch (route.service) {
    case 'record':
      return answerRecord(callTo('record/v1'));
    case 'suiteql':
      return answerQuery(callTo('query/v1/suiteql'), role);
    case 'restlet': {
      const { searchParams: query } = url;
      const isThere =
        restlet !== null && query.get('script') === restlet.script && query.get('deploy') === restlet.deploy;
      if (!isThere)
        return restletRefusal(
          404,
          'SSS_INVALID_SCRIPTLET_ID',
          'That Suitelet is invalid, disabled, or no longer exists.',
        );
      if (!role.mayCallRestlet) throw invalidLogin();
      return answerFileRestlet({ method, query, contentType: headers['content-type'], body }, books);
    }
    case 'governance':
      throw insufficientPermission();
    case 'token':
    case 'unknown':
      throw nonexistent();
  }
}

/** One request too many. */
export function refuseConcurrency({ route }: Arrival, { refusalStatus, language }: SimulatedNetsuite): Answer {
  if (route.service === 'restlet') {
    return restletRefusal(400, 'SSS_REQUEST_LIMIT_EXCEEDED', 'Request limit exceeded. Please try again later.');
  }
  if (refusalStatus === 401) return refusalAnswer(invalidLogin(), language);
  return refusalAnswer(concurrencyLimitExceeded(refusalStatus), language);
}

/** A write that fails as planned. */
export function failWith(status: number, { language, clock }: SimulatedNetsuite): Answer {
  if (status === 500) return refusalAnswer(unexpectedError(`sim${clock.now().toString(36)}`), language);
  if (status === 403) return refusalAnswer(insufficientPermission(), language);
  return gatewayAnswer(status);
}

/** A defect of the simulator is loud: its own code, never one that NetSuite would send. */
export function answerOfError(error: unknown, { route }: Arrival, { language }: SimulatedNetsuite): Answer {
  if (!(error instanceof Refusal)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return jsonAnswer(500, { type: 'SIMULATOR_DEFECT', message });
  }
  const [detail] = error.details;
  if (route.service === 'restlet' && detail) return restletRefusal(error.status, detail.code, detail.text[language]);
  return refusalAnswer(error, language);
}
