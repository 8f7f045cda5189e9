import { IntegrationError, type ExportJob, type StoredJob } from '@ledgerferry/core';
import type { InspectedCompany } from '../container.js';
import { EXIT, exitCodeOfError, firstThatApplies, type ExitCode } from '../exit-code.js';
import { describeStoppedCompanies } from '../presentation/describe-stopped-companies.js';
import { indent, layOut } from '../presentation/table.js';
import { lookAtCompanies, type CommandInput } from '../with-companies.js';

interface CompanyJobs extends Pick<InspectedCompany, 'company' | 'errors'> {
  readonly stored: readonly StoredJob[];
  /** Pleo's open jobs; null where Pleo could not be asked. */
  readonly open: readonly ExportJob[] | null;
  readonly error: IntegrationError | null;
}

/** Lists the jobs that ran here and those that wait at Pleo. */
export async function jobs(input: CommandInput): Promise<ExitCode> {
  const listed = await lookAtCompanies(input, (companies) => Promise.all(companies.map(listOne)));
  const { stdout, stderr } = input.surroundings;
  stderr.write(describeStoppedCompanies(listed));
  stdout.write(input.json ? toJson(listed) : `${listed.map(describe).join('\n')}\n`);
  return firstThatApplies([EXIT.done, ...listed.flatMap(({ error }) => (error ? [exitCodeOfError(error)] : []))]);
}

async function listOne({ company, errors, readingPorts }: InspectedCompany): Promise<CompanyJobs> {
  const { store, source } = readingPorts();
  const stored = await store.jobs(company.id);
  try {
    return { company, errors, stored, open: await source.jobs(company.id, ['pending', 'in_progress']), error: null };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { company, errors, stored, open: null, error };
  }
}

function describe({ company, stored, open }: CompanyJobs): string {
  const waiting = (open ?? []).map((job) => [
    job.id,
    job.status,
    `${job.numberOfItems} entries`,
    `created ${job.createdAt}`,
  ]);
  const known = stored
    .filter((job) => !open?.some(({ id }) => id === job.jobId))
    .map((job) => [
      job.jobId,
      job.finalStatus ?? 'not finished here',
      '',
      `taken up ${new Date(job.takenUpAt).toISOString()}`,
    ]);
  const rows = [...waiting, ...known];
  return [company.name, indent(rows.length > 0 ? layOut(rows) : 'no jobs')].join('\n');
}

function toJson(listed: readonly CompanyJobs[]): string {
  const companies = listed.map(({ company: { id, name }, stored, open }) => ({ companyId: id, name, open, stored }));
  return `${JSON.stringify({ companies })}\n`;
}
