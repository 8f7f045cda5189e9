import type { ServedAnswer as Answer } from '@ledgerferry/http/server';

export type { Answer };

/** What the record service and SuiteQL answer in. */
export type ResourceType = 'singular' | 'collection' | 'error';

export function resourceAnswer(status: number, type: ResourceType, body: unknown): Answer {
  const contentType = `application/vnd.oracle.resource+json; type=${type}`;
  return { status, headers: { 'Content-Type': contentType }, body: JSON.stringify(body) };
}

export function jsonAnswer(status: number, body: unknown, contentType = 'application/json'): Answer {
  return { status, headers: { 'Content-Type': contentType }, body: JSON.stringify(body) };
}

export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: '' };
}

/** What a gateway before NetSuite says is no JSON. */
export function gatewayAnswer(status: number): Answer {
  return { status, headers: { 'Content-Type': 'text/html' }, body: `<html><body>${status}</body></html>` };
}
