import { guardReads } from '../lifecycle/guard-adapter.js';
import { validateAccountingSystem } from '../lifecycle/validate-accounting-system.js';
import type { Readiness } from '../ports/accounting-adapter.js';
import type { ReadingPorts } from './reading-ports.js';

/** What a check found, with everything in order. */
export interface CompanyCheck {
  readonly readiness: Readiness;
  readonly jobs: { readonly pending: number; readonly inProgress: number };
  /** What a person should know before the first export. */
  readonly warnings: readonly string[];
}

/** Logs in on both sides and checks that the settings can be met. Changes nothing. @throws {IntegrationError} what is missing. */
export async function checkCompany(ports: ReadingPorts): Promise<CompanyCheck> {
  const reader = guardReads(ports.adapter, ports);
  const readiness = await reader.checkReadiness();
  await validateAccountingSystem('check', { ...ports, reader });
  const jobs = await ports.source.jobs(ports.companyId, ['pending', 'in_progress']);
  const count = (status: string): number => jobs.filter((job) => job.status === status).length;
  return {
    readiness,
    jobs: { pending: count('pending'), inProgress: count('in_progress') },
    warnings: [...readiness.warnings, ...missingAccounts(ports.settings)],
  };
}

/** Accounts that the settings leave out; entries that need one fail until it is there. */
function missingAccounts({ accounts }: ReadingPorts['settings']): readonly string[] {
  const needed = {
    wallet: 'top-ups and entries without a contra account',
    outOfPocket: 'out-of-pocket expenses',
    contra: 'top-ups and unloads',
    payable: 'invoices',
  };
  return Object.entries(needed)
    .filter(([name]) => !accounts[name as keyof typeof needed])
    .map(([name, use]) => `bookkeeping.accounts.${name} is not set: ${use} will fail as missing_configuration.`);
}
