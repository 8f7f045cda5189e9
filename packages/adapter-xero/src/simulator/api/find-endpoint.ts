import type { Endpoint } from './endpoint.js';
import { ENDPOINTS } from './endpoints.js';

/** The operation of a path below the API, and what stands in the braces of its pattern; null where there is none. */
export function findEndpoint(
  method: string,
  segments: readonly string[],
): { readonly endpoint: Endpoint; readonly parameters: Readonly<Record<string, string>> } | null {
  for (const endpoint of ENDPOINTS) {
    const parameters = endpoint.method === method ? matchPattern(endpoint.pattern, segments) : null;
    if (parameters) return { endpoint, parameters };
  }
  return null;
}

function matchPattern(pattern: string, segments: readonly string[]): Readonly<Record<string, string>> | null {
  const parts = pattern.split('/');
  if (parts.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) parameters[name] = name === 'id' ? segment.toLowerCase() : segment;
    else if (part !== segment) return null;
  }
  return parameters;
}
