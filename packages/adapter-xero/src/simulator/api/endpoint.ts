import type { Answer } from '../http/answer.js';
import type { ApiCall } from './api-call.js';

/** One operation of the API. */
export interface Endpoint {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the API, such as `BankTransactions/{id}`. */
  readonly pattern: string;
  /** Granular scope; one that ends in `.read` does for a GET as well. */
  readonly scope: string;
  /** Query parameters that it knows. */
  readonly query: readonly string[];
  readonly handle: (call: ApiCall) => Answer;
}
