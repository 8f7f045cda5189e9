import { explainEntry, findWaitingJob, type EntryExplanation } from '@ledgerferry/core';
import type { InspectedCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { describeExplanation, describeWaiting } from '../presentation/describe-explanation.js';
import { UsageError } from '../usage-error.js';
import { lookAtCompanies, type CommandInput } from '../with-companies.js';

export interface EntryInput extends CommandInput {
  readonly entry: string;
}

/** Tells what happened to an entry, why, who must act and what the ledger holds now; of one that only waits, where it waits. */
export async function explain(input: EntryInput): Promise<ExitCode> {
  return lookAtCompanies(input, async (companies) => {
    const known = await findEntry(companies, input.entry);
    const text = known ? tell(known.explanation, input) : await tellWhereItWaits(companies, input);
    input.surroundings.stdout.write(`${text}\n`);
    return EXIT.done;
  });
}

/** The company whose jobs the entry came with; undefined where this state never met it. */
export async function findEntry<Company extends InspectedCompany>(
  companies: readonly Company[],
  entry: string,
): Promise<{ readonly company: Company; readonly explanation: EntryExplanation } | undefined> {
  for (const company of companies) {
    const explanation = await explainEntry(company.readingPorts(), entry.toLowerCase(), company.errors);
    if (explanation.found) return { company, explanation };
  }
  return undefined;
}

function tell(explanation: EntryExplanation, { json }: EntryInput): string {
  return json ? JSON.stringify(explanation) : describeExplanation(explanation);
}

/** @throws {UsageError} where the entry waits nowhere either. */
async function tellWhereItWaits(companies: readonly InspectedCompany[], { entry, json }: EntryInput): Promise<string> {
  const accountingEntryId = entry.toLowerCase();
  for (const { company, readingPorts } of companies) {
    const job = await findWaitingJob(readingPorts(), accountingEntryId);
    if (!job) continue;
    const summary = `It waits in Export Job ${job.id} of ${company.name}: nothing of it was sent yet. Run \`ledgerferry run\`.`;
    return json
      ? JSON.stringify({ accountingEntryId, found: false, waitsIn: job.id, summary })
      : describeWaiting(accountingEntryId, summary);
  }
  throw new UsageError(
    `Entry ${entry} was never part of a job that ran here, and waits in none at Pleo. Check the id; if it was exported before, see whether the setting \`state\` names the right file.`,
  );
}
