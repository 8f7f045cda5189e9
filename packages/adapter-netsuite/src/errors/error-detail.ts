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

/** True where more calls were in flight than allowed, whatever the status and whatever else is said. Nothing was applied. */
export function isThrottled(details: readonly ErrorDetail[]): boolean {
  return details.some(({ code }) => THROTTLES.includes(code));
}
