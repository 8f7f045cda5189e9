import type { ExportPorts, StoredItem, StoredJob } from '@ledgerferry/core';
import type { AssembledCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describeProblems } from '../presentation/describe-problems.js';
import { indent, layOut } from '../presentation/table.js';
import { UsageError } from '../usage-error.js';
import { withCompanies, type CommandInput } from '../with-companies.js';

export interface JobInput extends CommandInput {
  readonly job: string;
}

/** Shows what became of a job's entries, from the state alone. */
export async function show(input: JobInput): Promise<ExitCode> {
  return withCompanies(input, { work: 'short-command' }, async ({ companies }) => {
    const { company, job, ports } = await companyOfJob(companies, input.job);
    const items = await ports.store.items(job.jobId);
    const text = input.json ? JSON.stringify({ job, items }) : describe(company.name, job, items);
    input.surroundings.stdout.write(`${text}\n`);
    return EXIT.done;
  });
}

/** The company that a job was taken up for here. @throws {UsageError} where this state does not know it. */
export async function companyOfJob(
  companies: readonly AssembledCompany[],
  jobId: string,
): Promise<{ readonly company: AssembledCompany['company']; readonly job: StoredJob; readonly ports: ExportPorts }> {
  for (const { company, ports } of companies) {
    const opened = ports();
    const job = (await opened.store.jobs(company.id)).find((candidate) => candidate.jobId === jobId.toLowerCase());
    if (job) return { company, job, ports: opened };
  }
  throw new UsageError(`Export Job ${jobId} never ran here. \`ledgerferry jobs\` lists those that did.`);
}

function describe(name: string, job: StoredJob, items: readonly StoredItem[]): string {
  const outcomes = items.flatMap(({ outcome }) => outcome ?? []);
  const problems = describeProblems(outcomes);
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
