import { groupProblems, type ErrorCatalogue, type JobReport } from '@ledgerferry/core';

/** A job as `run --json` prints it. `stopped` and `problems` are there only where there is something to tell. */
export function toReportJson(
  { jobId, companyId, status, items, totals, durationMs, stopped, outcomes }: JobReport,
  errors: ErrorCatalogue,
): object {
  const problems = groupProblems(outcomes, errors).map(({ code, owner, message, accountingEntryIds }) => ({
    code,
    owner,
    message,
    accountingEntryIds,
  }));
  return {
    jobId,
    companyId,
    status,
    items,
    totals,
    durationMs,
    ...(stopped ? { stopped } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}
