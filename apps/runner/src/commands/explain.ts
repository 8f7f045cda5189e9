import { explainEntry, type EntryExplanation, type ExportPorts } from '@ledgerferry/core';
import type { AssembledCompany } from '../container.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { indent, layOut } from '../presentation/table.js';
import { UsageError } from '../usage-error.js';
import { withCompanies, type CommandInput } from '../with-companies.js';

export interface EntryInput extends CommandInput {
  readonly entry: string;
}

/** Tells what happened to an entry, what the ledger holds now, and who must act. */
export async function explain(input: EntryInput): Promise<ExitCode> {
  return withCompanies(input, { work: 'short-command' }, async ({ companies }) => {
    const { explanation } = await findEntry(companies, input.entry);
    const text = input.json ? JSON.stringify(explanation) : describe(explanation);
    input.surroundings.stdout.write(`${text}\n`);
    return EXIT.done;
  });
}

/** The company whose jobs the entry came with. @throws {UsageError} where this state never met it. */
export async function findEntry(
  companies: readonly AssembledCompany[],
  entry: string,
): Promise<{ readonly ports: ExportPorts; readonly explanation: EntryExplanation }> {
  for (const company of companies) {
    const ports = company.ports();
    const explanation = await explainEntry(ports, entry.toLowerCase());
    if (explanation.found) return { ports, explanation };
  }
  throw new UsageError(`Entry ${entry} was never part of a job that ran here.`);
}

function describe({ accountingEntryId, summary, owner, jobs, documents, trail }: EntryExplanation): string {
  const documentRows = documents.map(({ key, state, externalId, ledger }) => [
    key,
    state,
    externalId ?? '',
    ledger ? `ledger: ${ledger.status}` : '',
  ]);
  const trailRows = trail.map(({ at, event, detail }) => [new Date(at).toISOString(), event, detail]);
  const section = (title: string, rows: readonly (readonly string[])[]): readonly string[] =>
    rows.length > 0 ? [title, indent(layOut(rows))] : [];
  return [
    `Entry ${accountingEntryId}`,
    indent(summary),
    ...(owner ? [indent(`Who must act: ${owner === 'ledgerferry' ? "Ledgerferry's makers" : `the ${owner}`}`)] : []),
    ...section(
      'Jobs',
      jobs.map(({ jobId, state, outcome }) => [jobId, state, outcome?.status ?? '']),
    ),
    ...section('Documents and receipts', documentRows),
    ...section('What happened', trailRows),
  ].join('\n');
}
