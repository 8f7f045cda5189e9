import type { RecordedRequest } from '../http/recorded-request.js';
import type { Fault, FaultPoint } from './fault.js';

/** A fault and the requests that it hits. */
export interface ScheduledFault {
  at: FaultPoint;
  fault: Fault;
}

/** The faults to come; several may hit one request. */
export interface FaultSchedule {
  /** Adds a fault. Throws when `at` names no condition at all. */
  add(scheduled: ScheduledFault): void;
  /** Drops every fault that has not happened yet. */
  clear(): void;
  /** Faults that have not happened as often as they were asked to: a test that expects none catches a fault that missed. */
  readonly pending: readonly ScheduledFault[];
}

interface Entry {
  scheduled: ScheduledFault;
  timesLeft: number;
}

/** The schedule as the server uses it. */
export class ScheduledFaults implements FaultSchedule {
  #entries: Entry[] = [];

  add(scheduled: ScheduledFault): void {
    const { request, endpoint, occurrence, when, times } = scheduled.at;
    if (request === undefined && endpoint === undefined && occurrence === undefined && when === undefined) {
      throw new Error('A fault needs a place: give `at` a request, an endpoint, an occurrence or a condition.');
    }
    this.#entries.push({ scheduled, timesLeft: times ?? 1 });
  }

  clear(): void {
    this.#entries = [];
  }

  get pending(): readonly ScheduledFault[] {
    return this.#entries.map((entry) => entry.scheduled);
  }

  /** Takes the faults that hit this request off the schedule. */
  take(request: RecordedRequest): readonly Fault[] {
    const hits = this.#entries.filter((entry) => matches(entry.scheduled.at, request));
    for (const entry of hits) entry.timesLeft -= 1;
    this.#entries = this.#entries.filter((entry) => entry.timesLeft > 0);
    return hits.map((entry) => entry.scheduled.fault);
  }
}

// From the k-th on: the count of times left ends the row, so k, k+1, … are hit in turn.
function matches(at: FaultPoint, request: RecordedRequest): boolean {
  return (
    (at.request === undefined || request.number >= at.request) &&
    (at.endpoint === undefined || request.endpoint === at.endpoint) &&
    (at.occurrence === undefined || request.occurrence >= at.occurrence) &&
    (at.when === undefined || at.when(request))
  );
}
