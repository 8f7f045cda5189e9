import { CALL_NOT_BEGUN, IntegrationError, type Clock, type ExportJob, type MayBegin } from '@ledgerferry/core';
import { defaultRetryPolicy, jitteredDelayMs } from '@ledgerferry/http';
import { jobIsOver, pleoError } from './pleo-error.js';
import type { JobEvent, PleoClient } from './pleo-client.js';

/** Statuses that nothing follows. Source: Pleo Export API v3, `ExportJobStatus`. */
const FINAL_STATUSES = new Set<string>(['failed', 'completed', 'completed_with_errors']);

/** How often an event is posted, while each time a look at the job shows that it was not applied. */
const POST_ATTEMPTS = 4;

/** How often the job is read until it shows the event, and the growing waits between, in milliseconds. */
const LOOKS = 7;
const FIRST_LOOK_DELAY_MS = 50;

interface Move {
  readonly client: PleoClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly jobId: string;
  readonly event: JobEvent;
  readonly mayBegin: MayBegin | undefined;
}

/**
 * Brings a job to the status that an event leads to, and returns it once Pleo shows that status.
 *
 * Pleo answers 202 before it applies an event, and 422 to one that was applied before; so the job itself tells what is true.
 * An event is posted again only after a look showed that it was not applied. Source: Pleo, Create an Export Job Event.
 */
export async function moveJob(move: Move): Promise<ExportJob> {
  for (let attempt = 1; ; attempt += 1) {
    const failure = await post(move);
    const job = await lookUntilMoved(move, failure);
    if (job.status === wantedStatus(move.event)) return job;
    if (FINAL_STATUSES.has(job.status)) throw jobIsOver(job.id, job.status);
    if (failure === undefined || failure.code === 'PLEO_EVENT_REFUSED' || attempt >= POST_ATTEMPTS) {
      throw failure ?? notApplied(move, job);
    }
    await move.clock.sleep(failure.retryAfterMs ?? jitteredDelayMs(defaultRetryPolicy, attempt, move.random));
  }
}

/** Posts the event; returns the failure where the job itself must tell what became of it. */
async function post({ client, jobId, event, mayBegin }: Move): Promise<IntegrationError | undefined> {
  try {
    await client.postEvent(jobId, event, mayBegin);
    return undefined;
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    if (error.code === CALL_NOT_BEGUN) throw error;
    if (error.kind !== 'transient' && error.kind !== 'outcome-unknown' && error.code !== 'PLEO_JOB_IS_OVER')
      throw error;
    return error;
  }
}

/** Where the event was taken, or may have been before, the job is looked at until it shows it; else once. */
async function lookUntilMoved(
  { client, clock, jobId, event }: Move,
  failure: IntegrationError | undefined,
): Promise<ExportJob> {
  const looks = failure?.kind === 'transient' && failure.code !== 'PLEO_EVENT_REFUSED' ? 1 : LOOKS;
  for (let look = 1; ; look += 1) {
    const job = await client.getJob(jobId);
    if (job.status === wantedStatus(event) || FINAL_STATUSES.has(job.status) || look >= looks) return job;
    await clock.sleep(FIRST_LOOK_DELAY_MS * 2 ** look);
  }
}

function wantedStatus({ event }: JobEvent): string {
  return event === 'started' ? 'in_progress' : event;
}

function notApplied({ event }: Move, job: ExportJob): IntegrationError {
  return pleoError(
    'PLEO_EVENT_NOT_APPLIED',
    `Pleo took "${event.event}" for job ${job.id} but still shows it as "${job.status}". It is looked at again later.`,
    { status: job.status },
  );
}
