import type { Refusal } from './refusal.js';

/** What the server is about to send. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

export function jsonAnswer(status: number, value: unknown): Answer {
  return serializedAnswer(status, JSON.stringify(value));
}

/** An answer whose JSON is already text. */
export function serializedAnswer(status: number, body: string): Answer {
  return { status, headers: JSON_TYPE, body };
}

export function refusalAnswer(refusal: Refusal): Answer {
  const answer = jsonAnswer(refusal.status, { type: refusal.type, message: refusal.message });
  return { ...answer, headers: { ...answer.headers, ...refusal.headers } };
}
