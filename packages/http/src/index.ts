export { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.js';
export { toExactJson } from './exact-json.js';
export { JsonNumber, jsonNumber, parseExactJson } from './json-number.js';
export { type HttpAnswer, type HttpBody, type HttpMethod, type HttpRequest } from './http-request.js';
export { bytesAnswer, emptyAnswer, jsonAnswer, UnreadableAnswer, type AnswerReader } from './answer-readers.js';
export { accountingSystemReasons, HTTP_ERRORS, type FailureReasons, type HttpErrorCode } from './http-errors.js';
export { defaultRetryPolicy, jitteredDelayMs, type RetryPolicy } from './retry-policy.js';
export { parseRetryAfter } from './retry-after.js';
export { BudgetSpent, createPace, type Pace, type PaceCorrection, type PaceOptions } from './pace.js';
export { sharedPace } from './shared-pace.js';
export {
  basicAuthorization,
  bearerAuthorization,
  noAuthorization,
  type Authorization,
  type AuthorizationHeaders,
  type RequestToAuthorize,
} from './authorization.js';
export { oauthAuthorization, type OauthAuthorizationOptions } from './oauth-authorization.js';
export {
  createAuthorizationRequest,
  type AuthorizationRequest,
  type AuthorizationRequestOptions,
} from './authorization-request.js';
export { redeemCode, type RedeemCodeOptions } from './redeem-code.js';
export { type ClientAuthentication } from './token-endpoint.js';
export { redactText } from './redact.js';
export { type IncomingAnswer } from './send.js';
