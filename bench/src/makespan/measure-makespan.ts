import { foundCompany } from './company.ts';
import type { FarEnd, FarEndKind, Scenario, Work } from './far-end.ts';
import { leastMakespan } from './least-makespan.ts';
import { createVirtualTime } from './virtual-time.ts';

/** At most so many times the least. */
const LARGEST_RATIO = 1.05;
const MOST_REFUSED = 1;
const MINUTE_MS = 60_000;
const FOUNDED_AT = Date.UTC(2026, 2, 11, 9);
const FIRST_JOB: Work = { items: 1, receipts: 0, newSuppliers: 0, isFirst: true };

/** How long a job took, beside the least. */
export interface Makespan {
  /** Without the refused ones. */
  readonly calls: number;
  /** The calls that it cannot do without, in all and of each kind. */
  readonly leastCalls: Readonly<Record<string, number>>;
  readonly makespanSeconds: number;
  readonly leastSeconds: number;
  readonly ratio: number;
  readonly refused: number;
  readonly mostInFlight: number;
  readonly mostInAMinute: number;
  /** Whether it is within the bars, and within the limits. */
  readonly holds: boolean;
}

/** Carries one job over a far end in virtual time: the engine, its HTTP and its state are the real ones. */
export async function measureMakespan(kind: FarEndKind, { minuteEndsInMs, ...work }: Scenario): Promise<Makespan> {
  const time = createVirtualTime(FOUNDED_AT);
  const farEnd = await kind.start({ clock: time.farEndClock, minuteOffsetMs: minuteEndsInMs % MINUTE_MS });
  const company = foundCompany(time);
  try {
    if (!work.isFirst) {
      await company.export(farEnd.openAdapter(time.clock), FIRST_JOB);
      // the job's process is started later: it knows nothing of the far end's minute
      time.leapTo(FOUNDED_AT + 10 * MINUTE_MS);
    }
    const before = { ...farEnd.held(), calls: farEnd.calls().length };
    const beganAt = time.clock.now();
    const makespanMs = await company.export(farEnd.openAdapter(time.clock), work);
    demandExactlyOnce(work, before, farEnd);
    const calls = farEnd.calls().slice(before.calls);
    return beside(
      kind,
      { minuteEndsInMs, ...work },
      {
        makespanMs,
        taken: calls.filter(({ refused }) => !refused).map(({ at }) => at - beganAt),
        refused: calls.filter(({ refused }) => refused).length,
        mostInFlight: farEnd.mostInFlight(),
      },
    );
  } finally {
    await Promise.all([company.close(), farEnd.close()]);
  }
}

interface Observed {
  readonly makespanMs: number;
  /** When the calls came that were not refused, in milliseconds after the job began. */
  readonly taken: readonly number[];
  readonly refused: number;
  readonly mostInFlight: number;
}

function beside({ limits, stagesOf }: FarEndKind, scenario: Scenario, observed: Observed): Makespan {
  const { makespanMs, taken, refused, mostInFlight } = observed;
  const stages = stagesOf(scenario);
  const leastMs = leastMakespan(stages, limits, scenario.minuteEndsInMs);
  const mostInAMinute = mostOfOneMinute(taken, scenario.minuteEndsInMs);
  const isWithinLimits = mostInFlight <= limits.concurrent && mostInAMinute <= (limits.perMinute ?? Infinity);
  const ratio = makespanMs / leastMs;
  return {
    calls: taken.length,
    leastCalls: {
      all: stages.reduce((sum, { calls }) => sum + calls, 0),
      ...Object.fromEntries(stages.filter(({ calls }) => calls > 0).map(({ name, calls }) => [name, calls])),
    },
    makespanSeconds: makespanMs / 1_000,
    leastSeconds: leastMs / 1_000,
    ratio: Math.round(ratio * 1_000) / 1_000,
    refused,
    mostInFlight,
    mostInAMinute,
    holds: ratio <= LARGEST_RATIO && refused <= MOST_REFUSED && isWithinLimits,
  };
}

/** A figure of a run that booked anything wrong is worth nothing. */
function demandExactlyOnce({ items, receipts }: Work, before: ReturnType<FarEnd['held']>, farEnd: FarEnd): void {
  const held = farEnd.held();
  const booked = { documents: held.documents - before.documents, receipts: held.receipts - before.receipts };
  if (booked.documents === items && booked.receipts === receipts) return;
  throw new Error(`${items} items with ${receipts} receipts became ${JSON.stringify(booked)}`);
}

/** The most calls that came in one of the far end's minutes. */
function mostOfOneMinute(times: readonly number[], minuteEndsInMs: number): number {
  const minutes = Map.groupBy(times, (at) => Math.floor((at - minuteEndsInMs) / MINUTE_MS));
  return Math.max(0, ...[...minutes.values()].map(({ length }) => length));
}
