import {
  CORE_ERRORS,
  errorsOf,
  exportCompany,
  IntegrationError,
  type ErrorCatalogue,
  type ExportProgress,
  type JobReport,
  type Logger,
} from '@ledgerferry/core';
import type { AssembledCompany } from './container.js';

/** How many companies are worked for at once. */
const COMPANIES_AT_ONCE = 4;

/** What became of one company: its jobs' reports, or why none could be had. */
export interface CompanyResult {
  readonly company: AssembledCompany['company'];
  /** Every code that can be met. */
  readonly errors: ErrorCatalogue;
  readonly reports: readonly JobReport[];
  readonly error: IntegrationError | null;
}

export interface ExportRequest {
  readonly companies: readonly AssembledCompany[];
  readonly jobId?: string | undefined;
  readonly logger: Logger;
  readonly watch: (company: string) => (progress: ExportProgress) => void;
}

/** Processes every eligible job of the companies, side by side. What stops one of them does not stop the others. */
export async function exportCompanies({ companies, ...request }: ExportRequest): Promise<readonly CompanyResult[]> {
  const results: CompanyResult[] = [];
  const waiting = companies.entries();
  const lane = async (): Promise<void> => {
    for (const [index, company] of waiting) results[index] = await exportOne(company, request);
  };
  await Promise.all(Array.from({ length: COMPANIES_AT_ONCE }, lane));
  return results;
}

async function exportOne(
  { company, ports, errors }: AssembledCompany,
  { jobId, logger, watch }: Omit<ExportRequest, 'companies'>,
): Promise<CompanyResult> {
  try {
    const reports = await exportCompany(ports(watch(company.name)), { jobId });
    return { company, errors, reports, error: null };
  } catch (thrown) {
    const error = IntegrationError.isInstance(thrown) ? thrown : unexpected(thrown);
    logger.error({ companyId: company.id, code: error.code, err: thrown }, 'company stopped');
    return { company, errors, reports: [], error };
  }
}

function unexpected(cause: unknown): IntegrationError {
  const message = 'Ledgerferry failed unexpectedly. Nothing is lost: run again, and send us the log if it stays.';
  return errorsOf(CORE_ERRORS).error('UNEXPECTED', message, { cause });
}
