import type { StateStore } from '@ledgerferry/core';
import { SqliteState, type SqliteStateOptions } from './sqlite-state.js';

/**
 * Opens a state file and works on it in the calling thread: simple, and right for tests and short commands. Each write waits
 * for the disk; a program that has other things to do meanwhile uses {@link createThreadedStateStore}.
 *
 * @throws {IntegrationError} `STATE_UNAVAILABLE`, `STATE_NEWER` or `STATE_UNSAFE` where the file cannot be opened.
 */
export function createSqliteStateStore(options: SqliteStateOptions): StateStore {
  const state = new SqliteState(options);
  return {
    acquireLease: async (request) => state.acquireLease(request),
    renewLease: async (lease, expiresAt) => state.renewLease(lease, expiresAt),
    releaseLease: async (lease) => state.releaseLease(lease),
    openJob: async (lease, job) => state.openJob(lease, job),
    enlist: async (lease, jobId, accountingEntryIds) => state.enlist(lease, jobId, accountingEntryIds),
    intend: async (lease, intent) => state.intend(lease, intent),
    record: async (lease, recording) => state.record(lease, recording),
    markReported: async (lease, jobId, accountingEntryIds, at) =>
      state.markReported(lease, jobId, accountingEntryIds, at),
    finishJob: async (lease, jobId, finalStatus, at) => state.finishJob(lease, jobId, finalStatus, at),
    noteCarriedElsewhere: async (lease, jobs, at) => state.noteCarriedElsewhere(lease, jobs, at),
    jobsCarriedElsewhere: async (companyId) => state.jobsCarriedElsewhere(companyId),
    entriesCarriedElsewhere: async (companyId, accountingEntryIds) =>
      state.entriesCarriedElsewhere(companyId, accountingEntryIds),
    jobs: async (companyId) => state.jobs(companyId),
    items: async (jobId) => state.items(jobId),
    documents: async (companyId, accountingEntryIds, tenant) => state.documents(companyId, accountingEntryIds, tenant),
    documentsInDoubt: async (jobId) => state.documentsInDoubt(jobId),
    prerequisites: async (companyId, tenant) => state.prerequisites(companyId, tenant),
    bookedInvoices: async (companyId, wanted, tenant) => state.bookedInvoices(companyId, wanted, tenant),
    auditTrail: async (of) => state.auditTrail(of),
    close: async () => state.close(),
  };
}
