import type { StateStore } from '@ledgerferry/core';
import type { SqliteState } from './sqlite-state.js';

type Operation = Exclude<keyof StateStore, 'close'>;

/** One call of the port as data, so that it can go to another thread. */
export type StateCall = {
  [Name in Operation]: { readonly operation: Name; readonly parameters: Parameters<StateStore[Name]> };
}[Operation];

/** Makes a StateStore of anything that answers its calls. */
export function answeringStateStore(
  ask: <Answer>(call: StateCall) => Promise<Answer>,
  close: () => Promise<void>,
): StateStore {
  return {
    acquireLease: (...parameters) => ask({ operation: 'acquireLease', parameters }),
    renewLease: (...parameters) => ask({ operation: 'renewLease', parameters }),
    releaseLease: (...parameters) => ask({ operation: 'releaseLease', parameters }),
    openJob: (...parameters) => ask({ operation: 'openJob', parameters }),
    enlist: (...parameters) => ask({ operation: 'enlist', parameters }),
    intend: (...parameters) => ask({ operation: 'intend', parameters }),
    record: (...parameters) => ask({ operation: 'record', parameters }),
    markReported: (...parameters) => ask({ operation: 'markReported', parameters }),
    finishJob: (...parameters) => ask({ operation: 'finishJob', parameters }),
    noteCarriedElsewhere: (...parameters) => ask({ operation: 'noteCarriedElsewhere', parameters }),
    jobsCarriedElsewhere: (...parameters) => ask({ operation: 'jobsCarriedElsewhere', parameters }),
    entriesCarriedElsewhere: (...parameters) => ask({ operation: 'entriesCarriedElsewhere', parameters }),
    jobs: (...parameters) => ask({ operation: 'jobs', parameters }),
    items: (...parameters) => ask({ operation: 'items', parameters }),
    documents: (...parameters) => ask({ operation: 'documents', parameters }),
    documentsInDoubt: (...parameters) => ask({ operation: 'documentsInDoubt', parameters }),
    prerequisites: (...parameters) => ask({ operation: 'prerequisites', parameters }),
    bookedInvoices: (...parameters) => ask({ operation: 'bookedInvoices', parameters }),
    auditTrail: (...parameters) => ask({ operation: 'auditTrail', parameters }),
    close,
  };
}

/** The port's members, each giving its answer at once. */
type Operations = { readonly [Name in Operation]: (...parameters: Parameters<StateStore[Name]>) => unknown };

/** Answers a call from the state. */
export function answer<Name extends Operation>(
  state: SqliteState,
  call: { readonly operation: Name; readonly parameters: Parameters<StateStore[Name]> },
): unknown {
  const operations: Operations = state;
  return operations[call.operation](...call.parameters);
}

const READS: ReadonlySet<Operation> = new Set([
  'jobsCarriedElsewhere',
  'entriesCarriedElsewhere',
  'jobs',
  'items',
  'documents',
  'documentsInDoubt',
  'prerequisites',
  'bookedInvoices',
  'auditTrail',
] as const);

export function isRead(call: StateCall): boolean {
  return READS.has(call.operation);
}
