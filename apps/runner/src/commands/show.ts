import type { ErrorCatalogue, ReadingPorts, StoredItem, StoredJob } from '@ledgerferry/core';
import type { InspectedCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describeProblems } from '../presentation/describe-problems.js';
import { indent, layOut } from '../presentation/table.js';
import { UsageError } from '../usage-error.js';
import { lookAtCompanies, type CommandInput } from '../with-companies.js';

export interface JobInput extends CommandInput {
  readonly job: string;
}

/** Shows what became of a job's entries, from the state alone. */
export async function show(input: JobInput): Promise<ExitCode> {
  return lookAtCompanies(input, async (companies) => {
    const { company, errors, job, ports } = await companyOfJob(companies, input.job);
    const items = await ports.store.items(job.jobId);
    const text = input.json ? JSON.stringify({ job, items }) : describe({ name: company.name, job, items, errors });
    input.surroundings.stdout.write(`${text}\n`);
    return EXIT.done;
  });
}

/** The company that a job was taken up for here. @throws {UsageError} where this state does not know it. */
export async function companyOfJob(
  companies: readonly InspectedCompany[],
  jobId: string,
): Promise<Pick<InspectedCompany, 'company' | 'errors'> & { readonly job: StoredJob; readonly ports: ReadingPorts }> {
  for (const { company, errors, readingPorts } of companies) {
    const ports = readingPorts();
    const job = (await ports.store.jobs(company.id)).find((candidate) => candidate.jobId === jobId.toLowerCase());
    if (job) return { company, errors, job, ports };
  }
  throw new UsageError(`Export Job ${jobId} never ran here. \`ledgerferry jobs\` lists those that did.`);
}

function describe({
  name,
  job,
  items,
  errors,
}: {
  readonly name: string;
  readonly job: StoredJob;
  readonly items: readonly StoredItem[];
  readonly errors: ErrorCatalogue;
}): string {
  const outcomes = items.flatMap(({ outcome }) => outcome ?? []);
  const problems = describeProblems(outcomes, errors);
  const rows = items.map(({ accountingEntryId, state, outcome }) => [
    accountingEntryId,
    outcome?.status ?? state,
    outcome?.status === 'exported' ? outcome.externalId : '',
  ]);
  return [
    `${name}: Export Job ${job.jobId}, ${job.finalStatus ?? 'not finished'}`,
    indent(`taken up ${new Date(job.takenUpAt).toISOString()}, posted to ${job.tenant}`),
    indent(layOut(rows)),
    ...(problems === '' ? [] : [indent('What needs attention, and whose:'), indent(problems, 4)]),
  ].join('\n');
}
