import { resolve } from 'node:path';
import type { Logger } from '@ledgerferry/core';
import { readConfiguration, type Configuration } from './configuration/read-configuration.js';
import { assembleCompanies, type AssembledCompany, type InspectedCompany } from './container.js';
import { createLogger } from './create-logger.js';
import { openState } from './open-state.js';
import type { Output, Surroundings } from './surroundings.js';
import { UsageError } from './usage-error.js';

/**
 * How long a far end is asked again, in milliseconds, by how much a command is about. An export waits as long as it is of use to the job;
 * a person who only looks is told within some ten seconds what cannot be reached.
 */
const PATIENCE_MS = { export: undefined, 'short-command': 6_000 };

/** What every command is started with. */
export interface CommandInput {
  readonly surroundings: Surroundings;
  /** The configuration's path as given. */
  readonly config: string;
  readonly json: boolean;
}

/** A configuration put to work. */
export interface Workplace {
  readonly configuration: Configuration;
  readonly companies: readonly AssembledCompany[];
  readonly logger: Logger;
}

/** Reads the configuration, opens what it names, and closes it when `action` is done, whatever became of it. */
export async function withCompanies<Result>(
  { surroundings, config }: CommandInput,
  { work, logTo = surroundings.stderr }: { readonly work: keyof typeof PATIENCE_MS; readonly logTo?: Output },
  action: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  const logger = createLogger(surroundings.env, logTo);
  const reading = readConfiguration(resolve(surroundings.cwd, config), surroundings.env);
  const store = await openState(reading, work);
  const configuration = await reading;
  try {
    const { stop } = surroundings;
    const companies = assembleCompanies({ configuration, store, logger, stop, patienceMs: PATIENCE_MS[work] });
    return await action({ configuration, companies, logger });
  } finally {
    await store.close();
  }
}

/** The same for a command that only looks: it is given nothing that could write. */
export function lookAtCompanies<Result>(
  input: CommandInput,
  action: (companies: readonly InspectedCompany[]) => Promise<Result>,
): Promise<Result> {
  return withCompanies(input, { work: 'short-command' }, ({ companies }) => action(companies));
}

/** The company that is asked for by id or name, or all. @throws {UsageError} where the configuration has none of that name. */
export function chooseCompanies<Company extends Pick<InspectedCompany, 'company'>>(
  companies: readonly Company[],
  wanted: string | undefined,
): readonly Company[] {
  if (wanted === undefined) return companies;
  const chosen = companies.filter(({ company }) => company.id === wanted.toLowerCase() || company.name === wanted);
  if (chosen.length > 0) return chosen;
  const known = companies.map(({ company }) => `${company.name} (${company.id})`).join(', ');
  throw new UsageError(`The configuration has no company "${wanted}". It has: ${known}.`);
}
