import type { BookkeepingSettings } from '../bookkeeping/bookkeeping-settings.js';
import { IntegrationError } from '../errors/integration-error.js';
import type { ExportJob } from '../model/export-job.js';
import type { Readiness, ReferenceData } from '../ports/accounting-adapter.js';
import type { GuardedPorts } from './export-ports.js';
import type { LedgerReader } from './guard-adapter.js';

/** What the accounting system said when it was asked whether we may post. */
export type SystemAnswer = { readonly readiness: Readiness } | { readonly error: IntegrationError };

/**
 * Asks whether we can log in and may write, before the job is started, so that the organisation is known by then. What it cannot
 * do is kept as an answer: Pleo hears of it once the job is started.
 */
export async function askAccountingSystem(job: ExportJob, reader: LedgerReader): Promise<SystemAnswer> {
  try {
    return { readiness: await reader.checkReadiness() };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    // a job that was begun is not given up for an outage: the next run goes on with it
    return { error: error.kind === 'transient' && job.status === 'pending' ? outOfReach(error) : error };
  }
}

/** Step 2. Checks that the settings can be met, and loads what the whole job needs to know of the accounting system. */
export async function validateAccountingSystem(
  jobId: string,
  { reader, settings, onProgress }: { readonly reader: LedgerReader } & Pick<GuardedPorts, 'settings' | 'onProgress'>,
): Promise<ReferenceData> {
  demandDrafts(reader, settings);
  demandReceipts(reader, settings);
  const referenceData = await reader.loadReferenceData();
  onProgress({ jobId, step: 'validate', done: 1, total: 1 });
  return referenceData;
}

/** @throws `misconfigured` where drafts are wanted and nothing can be one. */
function demandDrafts(
  { capabilities }: Pick<LedgerReader, 'capabilities'>,
  { posting }: Pick<BookkeepingSettings, 'posting'>,
): void {
  if (posting === 'final' || Object.values(capabilities.recordTypes).some((recordType) => recordType.draft)) return;
  throw new IntegrationError(
    'misconfigured',
    'DRAFTS_NOT_POSSIBLE',
    'This accounting system takes no drafts. Set bookkeeping.posting to "final".',
    { jobReason: 'invalid_configuration' },
  );
}

/** @throws `misconfigured` where receipts are required and none can be attached. */
function demandReceipts(
  { capabilities }: Pick<LedgerReader, 'capabilities'>,
  { receipts }: Pick<BookkeepingSettings, 'receipts'>,
): void {
  if (receipts === 'best-effort' || capabilities.attachments) return;
  throw new IntegrationError(
    'misconfigured',
    'RECEIPTS_NOT_POSSIBLE',
    'This accounting system takes no receipts. Set bookkeeping.receipts to "best-effort".',
    { jobReason: 'invalid_configuration' },
  );
}

function outOfReach(error: IntegrationError): IntegrationError {
  return new IntegrationError('connection-lost', error.code, error.message, {
    cause: error,
    jobReason: error.jobReason ?? 'accounting_system_unreachable',
    details: error.details,
  });
}
