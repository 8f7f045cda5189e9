import { afterEach } from 'vitest';
import { DEFAULT_API_KEY, type PleoSimulator, type PleoSimulatorOptions, startPleoSimulator } from '../src/index.js';

const running: PleoSimulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.close()));
});

/** A simulator that is closed after the test. */
export async function start(options: PleoSimulatorOptions = {}): Promise<PleoSimulator> {
  const simulator = await startPleoSimulator(options);
  running.push(simulator);
  return simulator;
}

export const BASIC = `Basic ${Buffer.from(`${DEFAULT_API_KEY}:`).toString('base64')}`;

// Shapes are asserted by the tests, so the bodies are left open here.
export interface Reply {
  status: number;
  headers: Headers;
  body: { type?: string; message?: string; data?: unknown; errors?: unknown; pagination?: Pagination } | undefined;
}

interface Pagination {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor?: string;
  endCursor?: string;
  total: number;
}

export async function call(
  simulator: PleoSimulator,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(`${simulator.url}${path}`, {
    method,
    headers: {
      authorization: BASIC,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

export function post(simulator: PleoSimulator, jobId: string, event: string, more: object = {}): Promise<Reply> {
  return call(simulator, 'POST', '/v3/export-job-events', { jobId, event, ...more });
}

/** Every row of a listing, read page by page with `after`. */
export async function readAll(simulator: PleoSimulator, path: string, limit = 100): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let after: string | undefined;
  do {
    const cursor = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const joiner = path.includes('?') ? '&' : '?';
    const { body } = await call(simulator, 'GET', `${path}${joiner}limit=${limit}${cursor}`);
    pages.push(body?.data as unknown[]);
    after = body?.pagination?.hasNextPage ? body.pagination.endCursor : undefined;
  } while (after !== undefined);
  return pages;
}

/** A clock that stands still until it is told. */
export function createClock(start = '2026-03-16T08:00:00Z'): { now: () => Date; pass: (seconds: number) => void } {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    pass(seconds) {
      time += seconds * 1000;
    },
  };
}
