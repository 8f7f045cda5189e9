import type { Clock } from '../clock.js';
import { IntegrationError } from '../errors/integration-error.js';
import type { MayBegin } from '../ports/item-source.js';
import type { Lease, LeaseHolder, StateStore } from '../ports/state-store.js';

/** A lease that is renewed in the background while work goes on. */
export interface LeaseKeeper {
  /** The lease as last renewed; goes into every write to the store. */
  readonly current: Lease;
  /** Resolves once the lease outlives `durationMs`; renews it where needed. @throws code `LEASE_LOST`. */
  outlive(durationMs: number): Promise<void>;
  /** True while the lease outlives what Pleo is told under it: passed on to every such call. */
  readonly mayTellPleo: MayBegin;
  release(): Promise<void>;
}

/** What is told to Pleo is told under a lease that outlives it: who was stopped past its lease tells nothing more. */
export const PLEO_ANSWERS_WITHIN_MS = 30_000;

/** Asks for the company's lease. @throws `transient` with code `LEASE_HELD` where another process works for the company. */
export async function takeLease(
  { store, clock }: { readonly store: StateStore; readonly clock: Clock },
  {
    companyId,
    holder,
    durationMs,
  }: { readonly companyId: string; readonly holder: LeaseHolder; readonly durationMs: number },
): Promise<LeaseKeeper> {
  const answer = await store.acquireLease({ companyId, holder, now: clock.now(), durationMs });
  if (!answer.granted) {
    throw new IntegrationError(
      'transient',
      'LEASE_HELD',
      `Company ${companyId} is being exported by process ${answer.holder.pid} on ${answer.holder.host}. Wait until it is done, or until ${new Date(answer.expiresAt).toISOString()}.`,
    );
  }
  let current = answer.lease;
  let renewal: Promise<Lease> | undefined;
  const renew = async (neededMs: number): Promise<void> => {
    renewal ??= store.renewLease(current, clock.now() + durationMs + neededMs).finally(() => (renewal = undefined));
    current = await renewal;
  };
  const stop = new AbortController();
  const background = (async () => {
    for (;;) {
      await clock.sleep(durationMs / 3, stop.signal);
      if (stop.signal.aborted) return;
      // a lost lease shows itself at the next write, where it can be told to somebody
      await renew(0).catch(() => stop.abort());
    }
  })();
  return {
    get current() {
      return current;
    },
    mayTellPleo: () => current.expiresAt - clock.now() > PLEO_ANSWERS_WITHIN_MS,
    async outlive(neededMs) {
      if (current.expiresAt - clock.now() <= neededMs) await renew(neededMs);
    },
    async release() {
      stop.abort();
      await background;
      await store.releaseLease(current).catch(ignoreLostLease);
    },
  };
}

/** A lease that somebody else has taken need not be given back, and must not hide what went wrong before. */
function ignoreLostLease(error: unknown): void {
  if (!IntegrationError.isInstance(error) || error.code !== 'LEASE_LOST') throw error;
}
