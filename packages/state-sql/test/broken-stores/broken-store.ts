import { IntegrationError, type DocumentResult, type Lease, type Recording, type StateStore } from '@ledgerferry/core';

/** A store with one thing wrong. */
export interface BrokenStore {
  /** Completes "a store that …". */
  readonly defect: string;
  /** Called for each store that is opened; `opened` counts them from 1 over one state. */
  readonly spoil: (store: StateStore, opened: number) => Partial<StateStore>;
  /** The one behaviour that must fail. */
  readonly fails: string;
  /** True where it shows only when the state is opened again. */
  readonly inFile?: boolean;
}

function codeOf(error: unknown): string | null {
  return IntegrationError.isInstance(error) ? error.code : null;
}

/** Does something else where a call throws this code. */
export function whereItThrows<Answer>(
  code: string,
  instead: () => Promise<Answer>,
): (error: unknown) => Promise<Answer> {
  return async (error) => {
    if (codeOf(error) !== code) throw error;
    return instead();
  };
}

/** The lease with the token that would be right now. */
export async function presentLease(store: StateStore, lease: Lease): Promise<Lease> {
  const trail = await store.auditTrail({ companyId: lease.companyId });
  return { ...lease, token: trail.filter(({ event }) => event === 'lease-taken').length };
}

/** The store with other recordings. */
export function changingRecordings(store: StateStore, change: (recording: Recording) => Recording) {
  return { record: (lease: Lease, recording: Recording) => store.record(lease, change(recording)) };
}

/** The store with other results in its recordings. */
export function changingResults(store: StateStore, change: (result: DocumentResult) => DocumentResult) {
  return changingRecordings(store, (recording) => ({ ...recording, documents: recording.documents.map(change) }));
}
