import { checkCompany, IntegrationError, type CompanyCheck } from '@ledgerferry/core';
import type { InspectedCompany } from '../container.js';
import { exitCodeOfError, firstThatApplies, type ExitCode } from '../exit-code.js';
import { groupStoppedCompanies, type StoppedCompanies } from '../presentation/describe-stopped-companies.js';
import { count, indent } from '../presentation/table.js';
import { lookAtCompanies, type CommandInput } from '../with-companies.js';

interface Checked extends Pick<InspectedCompany, 'company' | 'errors'> {
  /** Null where the company is not ready. */
  readonly check: CompanyCheck | null;
  readonly error: IntegrationError | null;
}

/** Logs in on both sides and lists what is missing. Changes nothing. */
export async function check(input: CommandInput): Promise<ExitCode> {
  const checked = await lookAtCompanies(input, (companies) => Promise.all(companies.map(checkOne)));
  input.surroundings.stdout.write(input.json ? toJson(checked) : toText(checked));
  return firstThatApplies(checked.flatMap(({ error }) => (error ? [exitCodeOfError(error)] : [])));
}

async function checkOne({ company, errors, readingPorts }: InspectedCompany): Promise<Checked> {
  try {
    return { company, errors, check: await checkCompany(readingPorts()), error: null };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { company, errors, check: null, error };
  }
}

function toText(checked: readonly Checked[]): string {
  const ready = checked.flatMap(({ company, check }) => (check ? describeReady(company.name, check) : []));
  return [...ready, ...groupStoppedCompanies(checked).map(describeNotReady)].map((text) => `${text}\n`).join('');
}

function describeReady(name: string, { readiness, jobs, warnings }: CompanyCheck): string {
  return [
    `${name}: ready`,
    indent(`books: ${readiness.name} (${readiness.tenant})`),
    indent(`${count(jobs.pending, 'Export Job')} waiting, ${jobs.inProgress} in progress`),
    ...warnings.map((warning) => indent(`note: ${warning}`)),
  ].join('\n');
}

function describeNotReady({ names, message, advice }: StoppedCompanies): string {
  return [`${names}: not ready`, indent(message), ...(advice === '' ? [] : [indent(advice)])].join('\n');
}

function toJson(checked: readonly Checked[]): string {
  const companies = checked.map(({ company: { id, name }, errors, check, error }) => ({
    companyId: id,
    name,
    ready: check !== null,
    ...check,
    ...(error ? { error: describeError(error, errors) } : {}),
  }));
  return `${JSON.stringify({ companies })}\n`;
}

/** The owner and the fix are there where a catalogue knows the code. */
function describeError({ code, kind, message }: IntegrationError, errors: InspectedCompany['errors']): object {
  const known = errors[code];
  return { code, kind, message, ...(known ? { owner: known.owner, fix: known.fix } : {}) };
}
