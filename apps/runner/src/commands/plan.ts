import { groupProblems, planCompany, type PlannedJob } from '@ledgerferry/core';
import type { InspectedCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describePlan, sidesOf, totalsOf } from '../presentation/describe-plan.js';
import { chooseCompanies, lookAtCompanies } from '../with-companies.js';
import type { RunInput } from './run.js';

interface CompanyPlan extends Pick<InspectedCompany, 'company' | 'errors'> {
  readonly jobs: readonly PlannedJob[];
}

/** Dry run: shows what would be booked. It is given nothing that could write. */
export async function plan(input: RunInput): Promise<ExitCode> {
  const plans = await lookAtCompanies(input, async (companies) => {
    const plans: CompanyPlan[] = [];
    for (const { company, errors, readingPorts } of chooseCompanies(companies, input.company)) {
      plans.push({ company, errors, jobs: await planCompany(readingPorts(), { jobId: input.job }) });
    }
    return plans;
  });
  input.surroundings.stdout.write(input.json ? toJson(plans) : toText(plans));
  return EXIT.done;
}

function toText(plans: readonly CompanyPlan[]): string {
  const jobs = plans.flatMap(({ company, errors, jobs }) =>
    jobs.map((job) => describePlan(job, { name: company.name, errors })),
  );
  return jobs.length === 0 ? 'Nothing to do: no Export Job is waiting.\n' : `${jobs.join('\n\n')}\n`;
}

function toJson(plans: readonly CompanyPlan[]): string {
  const jobs = plans.flatMap(({ company, errors, jobs }) =>
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
      problems: groupProblems(settled, errors).map(({ code, owner, message, accountingEntryIds }) => ({
        code,
        owner,
        message,
        accountingEntryIds,
      })),
    })),
  );
  return `${JSON.stringify({ jobs })}\n`;
}
