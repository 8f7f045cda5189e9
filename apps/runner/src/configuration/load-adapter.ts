import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADAPTER_CONTRACT, type AdapterDefinition, type IntegrationError } from '@ledgerferry/core';
// import-meta-resolve: Node's own resolution of packages, but from a folder of our choice; Node keeps that behind a flag
import { resolve as resolveModule } from 'import-meta-resolve';
import { runnerErrors } from '../runner-errors.js';
import { isRecord } from './pleo-settings.js';

/**
 * Loads an adapter by the name of its package: installed beside the configuration, else with Ledgerferry itself. A name that starts
 * with `.`, `/` or `file:` is the path of its module, relative to the configuration's folder.
 *
 * @throws {IntegrationError} `misconfigured`: `ADAPTER_NOT_FOUND`, `ADAPTER_BROKEN`, `ADAPTER_UNSUITABLE` or `ADAPTER_CONTRACT`.
 */
export async function loadAdapter(name: string, folder: string): Promise<AdapterDefinition> {
  const module = await importAdapter(name, folder);
  return checkDefinition(name, isRecord(module) ? module['default'] : undefined);
}

async function importAdapter(name: string, folder: string): Promise<unknown> {
  const specifier = pathOf(name, folder) ?? installedBeside(name, folder) ?? name;
  try {
    return await import(specifier);
  } catch (error) {
    throw isNotFound(error, specifier) ? notFound(name) : broken(name, error);
  }
}

function pathOf(name: string, folder: string): string | undefined {
  if (name.startsWith('file:')) return name;
  const isPath = isAbsolute(name) || name.startsWith('./') || name.startsWith('../');
  return isPath ? pathToFileURL(resolve(folder, name)).href : undefined;
}

function installedBeside(name: string, folder: string): string | undefined {
  try {
    return resolveModule(name, pathToFileURL(join(folder, 'ledgerferry.yaml')).href);
  } catch {
    return undefined;
  }
}

function checkDefinition(name: string, definition: unknown): AdapterDefinition {
  if (!isRecord(definition) || typeof definition['name'] !== 'string') throw unsuitable(name);
  if (definition['contract'] !== ADAPTER_CONTRACT) throw wrongContract(name, definition['contract']);
  if (!isAdapterDefinition(definition)) throw unsuitable(name);
  return definition;
}

function isAdapterDefinition(value: Record<string, unknown>): value is Record<string, unknown> & AdapterDefinition {
  const schema = value['connectionSchema'];
  return typeof value['create'] === 'function' && isRecord(schema) && typeof schema['safeParse'] === 'function';
}

/** The adapter itself is missing; one that cannot find what it needs is broken. */
function isNotFound(error: unknown, specifier: string): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_MODULE_NOT_FOUND' || !(error instanceof Error)) return false;
  const [missing = ''] = error.message.split(' imported from ');
  return missing.includes(specifier) || ('url' in error && error.url === specifier);
}

function notFound(name: string): IntegrationError {
  return runnerErrors.error(
    'ADAPTER_NOT_FOUND',
    `"${name}" is not installed; run \`npm install ${name}\` in the configuration's folder, or correct the name`,
  );
}

function broken(name: string, error: unknown): IntegrationError {
  const reason = error instanceof Error ? error.message.split('\n', 1).join('') : 'it gives no reason';
  return runnerErrors.error('ADAPTER_BROKEN', `"${name}" cannot be loaded: ${reason}`, { cause: error });
}

function unsuitable(name: string): IntegrationError {
  return runnerErrors.error(
    'ADAPTER_UNSUITABLE',
    `"${name}" is no adapter: its default export must be what \`defineAdapter\` returns`,
  );
}

function wrongContract(name: string, contract: unknown): IntegrationError {
  const theirs = typeof contract === 'number' ? `version ${contract}` : 'no version';
  return runnerErrors.error(
    'ADAPTER_CONTRACT',
    `"${name}" speaks ${theirs} of the adapter contract, and this Ledgerferry speaks version ${ADAPTER_CONTRACT}; install versions that fit together`,
  );
}
