/** A request that the simulator got, also one that it refused. No token, no signature. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** As it was sent to the record service or to SuiteQL; null for none, of sign-ins and of uploads. */
  body: string | null;
  /** The strict header as it was sent: `X-NetSuite-PropertyNameValidation`. */
  readonly propertyNameValidation: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** What was answered; null while it is in hand, and where no answer was sent. */
  status: number | null;
}
