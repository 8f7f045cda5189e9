// yaml: the reference implementation of YAML 1.2 in JavaScript, without dependencies
import { parseDocument } from 'yaml';
import type { ConfigurationProblem } from './configuration-error.js';

/** Private characters that stand around a variable's name while YAML is read, so that `{ key: ${NAME} }` is YAML. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const VARIABLE = /\$\{([^{}\n]*)\}/g;
const MARKED = /\uE000([^\uE001]*)\uE001/g;

export interface ParsedYaml {
  readonly value: unknown;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Reads YAML, with `${NAME}` in a value taken from the environment. What a variable holds is text and stays as it is: neither YAML
 * nor a further `${…}` in it is looked at. Comments may name variables that do not exist.
 */
export function parseYaml(text: string, env: Readonly<Record<string, string | undefined>>): ParsedYaml {
  const document = parseDocument(text.replace(VARIABLE, `${OPEN}$1${CLOSE}`));
  // the rest of such a message quotes the file, which may hold a secret
  const errors = document.errors.map(({ message }) => ({ path: '', message: firstLine(message) }));
  if (errors.length > 0) return { value: undefined, problems: errors };
  const problems: ConfigurationProblem[] = [];
  const value = insertVariables(document.toJS(), '', (name, path) => {
    const found = env[name];
    if (found === undefined) problems.push({ path, message: `the environment variable ${name} is not set.` });
    return found ?? '';
  });
  return { value, problems };
}

type Resolve = (name: string, path: string) => string;

function insertVariables(value: unknown, path: string, resolve: Resolve): unknown {
  if (typeof value === 'string') return value.replace(MARKED, (_, name: string) => resolve(name.trim(), path));
  if (Array.isArray(value)) return value.map((each, index) => insertVariables(each, `${path}[${index}]`, resolve));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => {
    const key = name.replace(MARKED, (_, variable: string) => `\${${variable}}`);
    return [key, insertVariables(each, path === '' ? key : `${path}.${key}`, resolve)];
  });
  return Object.fromEntries(entries);
}

function firstLine(message: string): string {
  return message.split('\n', 1).join('').replace(/:$/, '.');
}
