/** One of `o:errorDetails`. Source: Oracle, REST Web Services: Error Handling and Error Codes. */
export interface ErrorDetail {
  /** `o:errorCode`: `USER_ERROR`, `INVALID_CONTENT`, … */
  readonly code: string;
  /** In the language of the user who signs in. */
  readonly detail: string;
  /** `o:errorPath`: where in the body, such as `expense.items[0].account`; null where NetSuite does not say. */
  readonly path: string | null;
}

/** Of the record service and SuiteQL, and of RESTlets. Source: Oracle, Web Services and RESTlet Concurrency Governance. */
const THROTTLES: readonly string[] = ['CONCURRENCY_LIMIT_EXCEEDED', 'SSS_REQUEST_LIMIT_EXCEEDED'];
const SIGN_IN_REFUSALS: readonly string[] = ['INVALID_LOGIN', 'INVALID_LOGIN_ATTEMPT'];

/** Codes that speak of the request itself, never of a record that is there already. */
const OF_THE_REQUEST: readonly string[] = [
  'INSUFFICIENT_PERMISSION',
  'INVALID_CONTENT',
  'INVALID_PARAMETER',
  'INVALID_REQUEST',
  'NONEXISTENT_ID',
];

/** True where more calls were in flight than allowed, whatever the status and whatever else is said. Nothing was applied. */
export function isThrottled(details: readonly ErrorDetail[]): boolean {
  return details.some(({ code }) => THROTTLES.includes(code));
}

/** True where the sign-in itself is refused. A throttle is none, whatever it says besides. */
export function isSignInRefused(details: readonly ErrorDetail[]): boolean {
  return !isThrottled(details) && details.some(({ code }) => SIGN_IN_REFUSALS.includes(code));
}

/**
 * True where a refused record may be there already, so that it must be looked up: NetSuite has no code for that, and says it in words
 * of the user's language under the code of nearly everything, without a path.
 */
export function mayBeThereAlready(details: readonly ErrorDetail[]): boolean {
  if (isThrottled(details) || details.some(({ path }) => path !== null)) return false;
  return details.length === 0 || details.some(({ code }) => !OF_THE_REQUEST.includes(code));
}
