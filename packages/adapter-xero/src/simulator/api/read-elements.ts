import { z } from 'zod';
import { JsonNumber, parseExactJson } from '@ledgerferry/http';
import { unreadable } from '../http/refusal.js';
import type { ApiCall } from './api-call.js';

/** An element as it was sent, and as it was understood. */
export interface SentElement<T> {
  readonly sent: object;
  readonly element: T;
}

/** The elements below `name` of a body. @throws {Refusal} 400 where the body or an element is not of the API's form. */
export function readElements<T>(call: ApiCall, name: string, schema: z.ZodType<T>): readonly SentElement<T>[] {
  const { [name]: elements, ...others } = readJson(call);
  const [stray] = Object.keys(others);
  if (stray !== undefined && call.strict)
    throw unreadable('PostDataInvalidException', `Unknown field "${stray}" in the body.`);
  if (!Array.isArray(elements) || elements.length === 0)
    throw unreadable('PostDataInvalidException', `The body must hold a list "${name}" with at least one element.`);
  return elements.map((sent: unknown, index) => readOne(call, `${name}[${index}]`, sent, schema));
}

/**
 * The element that is the whole body, or the only one below `name`: Xero's specification describes the one and shows the other.
 *
 * @throws {Refusal} as `readElements`
 */
export function readElement<T>(call: ApiCall, name: string, schema: z.ZodType<T>): SentElement<T> {
  const body = readJson(call);
  const list = body[name];
  const isList = Array.isArray(list) && list.length === 1 && Object.keys(body).length === 1;
  return readOne(call, name, isList ? list[0] : body, schema);
}

function readJson({ body, contentType }: ApiCall): Record<string, unknown> {
  if (!/^application\/json\b/i.test(contentType ?? ''))
    throw unreadable('PostDataInvalidException', 'Content-Type must be application/json.');
  try {
    const parsed = parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (isObject(parsed)) return parsed;
  } catch {
    throw unreadable('PostDataInvalidException', 'Invalid Json data');
  }
  throw unreadable('PostDataInvalidException', 'The body must be an object.');
}

function readOne<T>(call: ApiCall, path: string, sent: unknown, schema: z.ZodType<T>): SentElement<T> {
  if (!isObject(sent)) throw unreadable('PostDataInvalidException', `${path} must be an object.`);
  const understood = schema.safeParse(sent);
  if (understood.success) return { sent, element: understood.data };
  const { issues } = understood.error;
  const unknown = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (!call.strict && unknown.length > 0) return readOne(call, path, withoutFields(sent, unknown), schema);
  throw unreadable('PostDataInvalidException', issues.map((issue) => wordsOf(path, issue)).join(' '));
}

function wordsOf(path: string, issue: z.core.$ZodIssue): string {
  const place = [path, ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys') return `Unknown field "${issue.keys.join('", "')}" in ${place}.`;
  return `${place}: ${issue.message}.`;
}

/** A copy without the fields that were not recognised. */
function withoutFields(sent: object, issues: readonly z.core.$ZodIssueUnrecognizedKeys[]): unknown {
  const dropped = new Set(issues.flatMap(({ path, keys }) => keys.map((key) => [...path, key].join('.'))));
  const copy = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown, index) => copy(item, [...path, index]));
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([key]) => !dropped.has([...path, key].join('.')));
    return Object.fromEntries(kept.map(([key, item]) => [key, copy(item, [...path, key])]));
  };
  return copy(sent, []);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber);
}
