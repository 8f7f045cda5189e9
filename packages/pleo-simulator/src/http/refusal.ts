/** A request that Pleo would refuse: thrown anywhere below the router, answered as `ExceptionInfo` in one place. */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(refusal: { status: number; type: string; message: string; headers?: Record<string, string> }) {
    super(refusal.message);
    this.name = 'Refusal';
    this.status = refusal.status;
    this.type = refusal.type;
    this.headers = refusal.headers ?? {};
  }
}

/** A 400 for a request that is not what the specification describes. */
export function badRequest(message: string): Refusal {
  return new Refusal({ status: 400, type: 'BAD_REQUEST', message });
}
