import { checkCompany, IntegrationError, type CompanyCheck } from '@ledgerferry/core';
import type { AssembledCompany } from '../container.js';
import { exitCodeOfError, firstThatApplies, type ExitCode } from '../exit-code.js';
import { count, indent } from '../presentation/table.js';
import { withCompanies, type CommandInput } from '../with-companies.js';

type Checked = { readonly company: AssembledCompany['company'] } & (
  | { readonly check: CompanyCheck; readonly error: null }
  | { readonly check: null; readonly error: IntegrationError }
);

/** Logs in on both sides and lists what is missing. Changes nothing. */
export async function check(input: CommandInput): Promise<ExitCode> {
  const checked = await withCompanies(input, { work: 'short-command' }, ({ companies }) =>
    Promise.all(companies.map(checkOne)),
  );
  input.surroundings.stdout.write(input.json ? toJson(checked) : `${checked.map(describe).join('\n')}\n`);
  return firstThatApplies(checked.flatMap(({ error }) => (error ? [exitCodeOfError(error)] : [])));
}

async function checkOne({ company, ports }: AssembledCompany): Promise<Checked> {
  try {
    return { company, check: await checkCompany(ports()), error: null };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { company, check: null, error };
  }
}

function describe({ company, check, error }: Checked): string {
  if (error) return `${company.name}: not ready\n${indent(`${error.message} [${error.code}]`)}`;
  const { readiness, jobs, warnings } = check;
  return [
    `${company.name}: ready`,
    indent(`books: ${readiness.name} (${readiness.tenant})`),
    indent(`${count(jobs.pending, 'Export Job')} waiting, ${jobs.inProgress} in progress`),
    ...warnings.map((warning) => indent(`note: ${warning}`)),
  ].join('\n');
}

function toJson(checked: readonly Checked[]): string {
  const companies = checked.map(({ company: { id, name }, check, error }) => ({
    companyId: id,
    name,
    ready: check !== null,
    ...check,
    ...(error ? { error: { code: error.code, kind: error.kind, message: error.message } } : {}),
  }));
  return `${JSON.stringify({ companies })}\n`;
}
