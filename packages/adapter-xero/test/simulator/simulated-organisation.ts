import { createManualClock } from '@ledgerferry/testkit';
import { onTestFinished } from 'vitest';
import { startXeroSimulator, type XeroSimulatorOptions } from '../../src/simulator/index.js';

export const TOKEN = 'token-of-the-test';

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is no JSON. */
  readonly json: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Starts a simulator whose clock stands still, for as long as the test runs. */
export async function startOrganisation(options: XeroSimulatorOptions = {}) {
  const clock = createManualClock();
  const simulator = await startXeroSimulator({ accessToken: TOKEN, clock, ...options });
  onTestFinished(() => simulator.close());
  const contact = simulator.books.addContact('ACME Cloud');
  const call = async (method: string, path: string, body?: unknown, headers: Fields = {}): Promise<Reply> =>
    read(
      await fetch(`${simulator.baseUrl}/${path}`, {
        method,
        headers: presentHeaders({
          Authorization: `Bearer ${TOKEN}`,
          'xero-tenant-id': simulator.books.tenantId,
          Accept: 'application/json',
          'Content-Type': body === undefined ? undefined : 'application/json',
          ...headers,
        }),
        ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : bodyText(body) }),
      }),
    );
  return { simulator, clock, contact, call };
}

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** A header that is undefined is left out. */
function presentHeaders(headers: Fields): Record<string, string> {
  const present = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(present);
}

export async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const json: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

/** The elements of a list in an answer. */
export function elements({ json, status }: Reply, name: string): readonly Fields[] {
  const found = isFields(json) ? json[name] : undefined;
  if (!Array.isArray(found)) throw new Error(`The answer (${status}) has no list ${name}.`);
  return found.filter(isFields);
}

/** A text field of the first element. */
export function first(reply: Reply, name: string, field: string): string {
  const found = elements(reply, name)[0]?.[field];
  if (typeof found !== 'string') throw new Error(`The first of ${name} has no text ${field}.`);
  return found;
}

/** Every message in an answer, wherever it stands, each once. */
export function messages({ json }: Reply): readonly string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(collect);
    if (!isFields(value)) return;
    for (const [name, item] of Object.entries(value))
      if (name === 'Message' && typeof item === 'string') found.push(item);
      else collect(item);
  };
  collect(json);
  return [...new Set(found)].filter((message) => message !== 'A validation exception occurred');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line of 895.20 on the software account, without tax. */
export function line(overrides: Fields = {}): Fields {
  return {
    Description: 'Annual licence',
    Quantity: 1,
    UnitAmount: 895.2,
    AccountCode: '3620',
    TaxType: 'NONE',
    ...overrides,
  };
}

/** Money spent from the krone wallet on the first contact there is. */
export function spend(overrides: Fields = {}): Fields {
  return {
    Type: 'SPEND',
    Contact: { Name: 'ACME Cloud' },
    BankAccount: { Code: '55010' },
    Date: '2026-03-11',
    LineAmountTypes: 'Inclusive',
    Reference: 'a/booking',
    LineItems: [line()],
    ...overrides,
  };
}

/** An approved bill in euro. */
export function bill(overrides: Fields = {}): Fields {
  return {
    Type: 'ACCPAY',
    Status: 'AUTHORISED',
    Contact: { Name: 'ACME Cloud' },
    Date: '2026-03-11',
    DueDate: '2026-04-10',
    LineAmountTypes: 'Inclusive',
    InvoiceNumber: 'b/booking',
    LineItems: [line()],
    ...overrides,
  };
}

/** A posted journal from software to petty cash. */
export function journal(overrides: Fields = {}): Fields {
  return {
    Narration: 'Annual licence (c/booking)',
    Date: '2026-03-11',
    Status: 'POSTED',
    LineAmountTypes: 'Inclusive',
    JournalLines: [
      { LineAmount: 100, AccountCode: '3620', TaxType: 'I25' },
      { LineAmount: -100, AccountCode: '5830', TaxType: 'NONE' },
    ],
    ...overrides,
  };
}
