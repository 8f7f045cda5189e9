import { onTestFinished } from 'vitest';
import {
  startNetsuiteSimulator,
  type NetsuiteSimulator,
  type NetsuiteSimulatorOptions,
} from '../../src/simulator/index.js';

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; null where it is none. */
  readonly json: Json;
}

/** JSON that a test looks into. */
export interface Json {
  readonly [name: string]: Json | undefined;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A simulator with a client that talks to it over HTTP. */
export interface NetsuiteCalls {
  readonly simulator: NetsuiteSimulator;
  /** Below `/services/rest`; strict, with a token that is good for everything. */
  readonly call: (method: string, path: string, call?: Call) => Promise<Reply>;
  /** Runs a query; its rows without their links. */
  readonly query: (q: string, paging?: string) => Promise<readonly unknown[]>;
  /** Creates a record that must be taken; its internal id. */
  readonly create: (path: string, body: unknown) => Promise<string>;
  /** Internal id of the account of this number. */
  readonly account: (number: string) => { readonly id: string };
}

export const TOKEN = 'simulated-access-token';

/** Starts a simulator, which is closed when the test is over. */
export async function openNetsuite(options: NetsuiteSimulatorOptions = {}): Promise<NetsuiteCalls> {
  const simulator = await startNetsuiteSimulator({ accessToken: TOKEN, ...options });
  onTestFinished(() => simulator.close());
  const call = (method: string, path: string, { body, headers = {} }: Call = {}) =>
    send(`${simulator.baseUrl}${path}`, method, {
      body,
      headers: { authorization: `Bearer ${TOKEN}`, 'X-NetSuite-PropertyNameValidation': 'Error', ...headers },
    });
  return {
    simulator,
    call,
    query: async (q, paging = '') => {
      const reply = await call('POST', `/query/v1/suiteql${paging}`, { body: { q }, headers: { Prefer: 'transient' } });
      if (reply.status !== 200) throw new Error(reply.text);
      return rowsOf(reply);
    },
    create: async (path, body) => {
      const reply = await call('POST', path, { body });
      if (reply.status !== 204) throw new Error(reply.text);
      return idOf(reply);
    },
    account: (number) => ({ id: simulator.books.accounts.find((account) => account.number === number)?.id ?? '' }),
  };
}

/** Sends one request; a body that is no text goes as JSON. */
export async function send(url: string, method: string, { body, headers = {} }: Call = {}): Promise<Reply> {
  const isText = typeof body === 'string';
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

/** Internal id out of `Location`. */
export function idOf({ headers }: Reply): string {
  return headers.get('location')?.split('/').at(-1) ?? '';
}

/** Code, path and text of what was refused first. */
export function problemOf({ json }: Reply): { code: unknown; path: unknown; detail: unknown } {
  const [first] = listOf(json['o:errorDetails']);
  return { code: first?.['o:errorCode'], path: first?.['o:errorPath'], detail: first?.['detail'] };
}

export function rowsOf({ json }: Reply): readonly unknown[] {
  return listOf(json['items']).map(({ links: _links, ...row }) => row);
}

export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function parsed(text: string): Json {
  return text.startsWith('{') ? JSON.parse(text) : {};
}
