import { JsonNumber, parseExactJson } from '@ledgerferry/http';
import { invalidRequest } from './problems.js';
import type { ServiceCall } from './service-call.js';

/** @throws {Refusal} unless the body is a JSON object that says it is JSON. */
export function parseObject({ headers, body }: ServiceCall): Readonly<Record<string, unknown>> {
  const contentType = headers['content-type']?.split(';')[0]?.trim();
  if (contentType !== 'application/json' && contentType !== 'application/vnd.oracle.resource+json') {
    throw invalidRequest(
      'The Content-Type must be application/json.',
      'Der Content-Type muss application/json sein.',
      415,
    );
  }
  let value: unknown;
  try {
    value = parseExactJson(body);
  } catch {
    throw invalidRequest('The request body is no valid JSON.', 'Der Anfragetext ist kein gültiges JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof JsonNumber) {
    throw invalidRequest('The request body must be a JSON object.', 'Der Anfragetext muss ein JSON-Objekt sein.');
  }
  return { ...value };
}
