import { type Logger } from '@ledgerferry/core';
import { redactText } from '@ledgerferry/http';
import { pino } from 'pino';
import { ConfigurationError } from './configuration/configuration-error.js';
import type { Output } from './surroundings.js';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** Fields that are never logged, wherever they stand: the one list of them. */
const SECRET_FIELDS = [
  'apiKey',
  'accessToken',
  'refreshToken',
  'token',
  'tokenSecret',
  'consumerSecret',
  'clientSecret',
  'privateKey',
  'password',
  'secret',
  'secrets',
  'authorization',
  'Authorization',
  'headers',
  'body',
  'url',
];
const REDACTED_PATHS = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/**
 * Makes the logger: one JSON object a line, at the level that `LEDGERFERRY_LOG` names; `warn` where it names none.
 *
 * @throws {ConfigurationError} where it names no level.
 */
export function createLogger(env: Readonly<Record<string, string | undefined>>, output: Output): Logger {
  const level = env['LEDGERFERRY_LOG'] || 'warn';
  if (!LEVELS.includes(level)) {
    const message = `must be one of ${LEVELS.join(', ')}. Example: LEDGERFERRY_LOG=debug`;
    throw new ConfigurationError('of the environment', [{ path: 'LEDGERFERRY_LOG', message }]);
  }
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    redact: { paths: REDACTED_PATHS, censor: '[removed]' },
    formatters: { level: (label: string) => ({ level: label }), log: withoutErrorObjects },
    serializers: { err: describeError },
  };
  return pino(options, { write: (line: string) => void output.write(line) });
}

/** An error may carry requests, headers and bodies: whatever its key, only what {@link describeError} picks is logged. */
function withoutErrorObjects(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, describeError(value)]));
}

const DEEPEST_CAUSE = 4;

function describeError(value: unknown, depth = 0): unknown {
  if (!(value instanceof Error)) return value;
  const facts: Record<string, unknown> = { type: value.name, message: redactText(value.message) };
  for (const name of ['code', 'kind'] as const) {
    if (name in value) facts[name] = String(Reflect.get(value, name));
  }
  facts['stack'] = framesOf(value);
  if (value.cause !== undefined && depth < DEEPEST_CAUSE) facts['cause'] = describeError(value.cause, depth + 1);
  return facts;
}

/** Where it happened, without the message. */
function framesOf({ stack }: Error): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
