import { type Answer, refusalAnswer } from '../http/answer.js';
import { authenticate, unauthorized } from '../http/authenticate.js';
import { tooManyRequests } from '../http/rate-window.js';
import { Refusal } from '../http/refusal.js';
import { isFinishedJob } from '../model/statuses.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import { HANDLERS } from './handlers.js';
import { faultsOf, type SimulatedRequest } from './simulated-request.js';

/** Logs the caller in, counts the request against the limit, lets scheduled faults strike, and answers. */
export function answerRequest(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  try {
    endJobs(pleo, request);
    const [broken] = faultsOf(request.faults, 'server-error');
    if (broken?.effect === 'before') return serverError(broken);
    const answer = answerHealthily(pleo, request);
    return broken ? serverError(broken) : answer;
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

function answerHealthily(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  strikeBeforeEffect(pleo, request);
  const { endpoint } = request.record;
  const isOpen = endpoint === 'file' || endpoint === 'token';
  const caller = isOpen ? null : authenticate(pleo.credentials, request.authorization);
  if (!isOpen) pleo.rateWindow.admit();
  return HANDLERS[endpoint](pleo, { ...request, caller });
}

function strikeBeforeEffect(pleo: SimulatedPleo, { faults }: SimulatedRequest): void {
  const [limited] = faultsOf(faults, 'rate-limited');
  if (limited) throw tooManyRequests(limited.retryAfterSeconds);
  if (faultsOf(faults, 'token-expired').length > 0) {
    pleo.credentials.oauthTokens?.expireAccessToken();
    throw unauthorized('The access token has expired.');
  }
}

function endJobs(pleo: SimulatedPleo, { faults }: SimulatedRequest): void {
  for (const { kind, jobId } of [...faultsOf(faults, 'job-expired'), ...faultsOf(faults, 'job-cancelled')]) {
    const jobs = jobId === undefined ? pleo.ledger.jobs() : [pleo.ledger.job(jobId)];
    for (const job of jobs.filter(({ status }) => !isFinishedJob(status))) {
      job.end(kind === 'job-expired' ? 'job_expired' : 'canceled_by_user', pleo.now());
    }
  }
}

// Pleo documents no body for server errors, and gateways write their own.
function serverError({ status, retryAfterSeconds }: { status: 500 | 502 | 503; retryAfterSeconds?: number }): Answer {
  const retry = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  if (status === 502) {
    return { status, headers: { 'content-type': 'text/html', ...retry }, body: '<html>502 Bad Gateway</html>' };
  }
  if (status === 503) {
    return { status, headers: { 'content-type': 'text/plain', ...retry }, body: 'Service Unavailable' };
  }
  const answer = refusalAnswer(
    new Refusal({ status, type: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' }),
  );
  return { ...answer, headers: { ...answer.headers, ...retry } };
}
