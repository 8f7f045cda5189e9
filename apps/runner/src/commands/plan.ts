import { groupProblems, planCompany, type PlannedJob } from '@ledgerferry/core';
import type { AssembledCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describePlan, sidesOf, totalsOf } from '../presentation/describe-plan.js';
import { chooseCompanies, withCompanies } from '../with-companies.js';
import type { RunInput } from './run.js';

interface CompanyPlan {
  readonly company: AssembledCompany['company'];
  readonly jobs: readonly PlannedJob[];
}

/** Dry run: shows what would be booked. It is given nothing that could write. */
export async function plan(input: RunInput): Promise<ExitCode> {
  const plans = await withCompanies(input, { work: 'short-command' }, async ({ companies }) => {
    const plans: CompanyPlan[] = [];
    for (const { company, ports } of chooseCompanies(companies, input.company)) {
      plans.push({ company, jobs: await planCompany(ports(), { jobId: input.job }) });
    }
    return plans;
  });
  input.surroundings.stdout.write(input.json ? toJson(plans) : toText(plans));
  return EXIT.done;
}

function toText(plans: readonly CompanyPlan[]): string {
  const jobs = plans.flatMap(({ company, jobs }) => jobs.map((job) => describePlan(job, company.name)));
  return jobs.length === 0 ? 'Nothing to do: no Export Job is waiting.\n' : `${jobs.join('\n\n')}\n`;
}

function toJson(plans: readonly CompanyPlan[]): string {
  const jobs = plans.flatMap(({ company, jobs }) =>
    jobs.map(({ job, entries, settled }) => ({
      jobId: job.id,
      companyId: company.id,
      entries: entries.map(({ entry, postings, documents }) => ({
        accountingEntryId: entry.accountingEntryId,
        date: entry.date,
        type: entry.itemType,
        description: entry.description,
        postings: postings.map(sidesOf),
        documents: documents.map(({ key, recordType }) => ({ key, recordType })),
      })),
      totals: Object.fromEntries(
        totalsOf(entries).map(({ currency, debit, credit }) => [
          currency,
          { debit: debit.minorUnits, credit: credit.minorUnits },
        ]),
      ),
      problems: groupProblems(settled).map(({ code, owner, message, accountingEntryIds }) => ({
        code,
        owner,
        message,
        accountingEntryIds,
      })),
    })),
  );
  return `${JSON.stringify({ jobs })}\n`;
}
