import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { IntegrationError, type AdapterDefinition, type BookkeepingSettings } from '@ledgerferry/core';
import type { PleoConnection } from '@ledgerferry/pleo-client';
import { ConfigurationError, type ConfigurationProblem } from './configuration-error.js';
import { configurationSchema } from './configuration-schema.js';
import { describeIssues, problemAt } from './describe-issues.js';
import { loadAdapter } from './load-adapter.js';
import { parseYaml } from './parse-yaml.js';
import { checkPleoSettings, hasOwnCredential, isRecord } from './pleo-settings.js';

/** One company, checked. */
export interface CompanyConfiguration {
  readonly id: string;
  readonly name: string;
  readonly bookkeeping: BookkeepingSettings;
  /** As the adapter's schema left it. */
  readonly connection: unknown;
  readonly pleo: PleoConnection;
  /** Under which name the connection's rotating tokens are kept. */
  readonly pleoName: string;
}

/** A configuration that was checked in full; nothing has been contacted yet. */
export interface Configuration {
  readonly adapter: AdapterDefinition;
  /** The configuration's folder: relative paths start here. */
  readonly folder: string;
  readonly stateFile: string;
  readonly secretsKey: string | undefined;
  readonly companies: readonly CompanyConfiguration[];
}

/** Reads and checks the whole configuration. @throws {ConfigurationError} with everything that is wrong. */
export async function readConfiguration(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const { value, problems } = parseYaml(await readText(path), env);
  if (value === undefined) throw new ConfigurationError(path, problems);
  return checkConfiguration(value, path, problems);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const message =
      code === 'ENOENT'
        ? 'there is no such file. Write one (the README shows how), or name yours with --config.'
        : `the file cannot be read (${code}).`;
    throw new ConfigurationError(path, [{ path: '', message }]);
  }
}

async function checkConfiguration(
  raw: unknown,
  path: string,
  unset: readonly ConfigurationProblem[],
): Promise<Configuration> {
  const folder = dirname(resolve(path));
  const result = configurationSchema.safeParse(raw);
  const adapter = await findAdapter(raw, folder);
  const companies = checkCompanies(raw, adapter.definition);
  const found = [
    ...describeIssues(result.error?.issues ?? [], []),
    ...adapter.problems,
    ...companies.flatMap((company) => company.problems),
  ];
  // a setting whose variable is not set is wrong once
  const problems = [...unset, ...found.filter((problem) => !unset.some((one) => one.path === problem.path))];
  if (!result.success || !adapter.definition || problems.length > 0) {
    throw new ConfigurationError(path, withoutRepetitions(problems));
  }
  return {
    adapter: adapter.definition,
    folder,
    stateFile: resolve(folder, result.data.state),
    secretsKey: result.data.secrets.key,
    companies: result.data.companies.flatMap((company, index) => {
      const { pleo, connection } = companies[index] ?? {};
      if (!pleo) return [];
      const pleoName = hasOwnCredential(company.pleo) ? `Pleo of ${company.id}` : 'Pleo';
      return { ...company, connection, pleo, pleoName };
    }),
  };
}

interface FoundAdapter {
  readonly definition?: AdapterDefinition;
  readonly problems: readonly ConfigurationProblem[];
}

async function findAdapter(raw: unknown, folder: string): Promise<FoundAdapter> {
  const name = isRecord(raw) ? raw['adapter'] : undefined;
  if (typeof name !== 'string' || name === '') return { problems: [] };
  try {
    return { definition: await loadAdapter(name, folder), problems: [] };
  } catch (error) {
    if (!IntegrationError.isInstance(error)) throw error;
    return { problems: [problemAt(['adapter'], error.message)] };
  }
}

interface CheckedCompany {
  readonly connection: unknown;
  readonly pleo: PleoConnection | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** Those parts of each company that others than the schema of the file decide on. */
function checkCompanies(raw: unknown, adapter: AdapterDefinition | undefined): readonly CheckedCompany[] {
  if (!isRecord(raw) || !Array.isArray(raw['companies'])) return [];
  const { pleo: shared, currencyExponents } = raw;
  return raw['companies'].map((company: unknown, index) => {
    const settings = isRecord(company) ? company : {};
    const pleo = checkPleoSettings({ shared, own: settings['pleo'], currencyExponents }, index);
    const connection = adapter?.connectionSchema.safeParse(settings['connection'] ?? {});
    const issues = connection?.error?.issues ?? [];
    return {
      connection: connection?.data,
      pleo: pleo.connection,
      problems: [...describeIssues(issues, ['companies', index, 'connection']), ...pleo.problems],
    };
  });
}

/** A setting that all companies share is wrong once. */
function withoutRepetitions(problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values()];
}
