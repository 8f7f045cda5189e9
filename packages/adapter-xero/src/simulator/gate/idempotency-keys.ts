import { hash } from 'node:crypto';
import { jsonAnswer, type Answer } from '../http/answer.js';

const LIFE_MS = 6 * 60_000;
const LONGEST_KEY = 128;

interface KeptAnswer {
  readonly fingerprint: string;
  readonly at: number;
  readonly answer: Answer;
}

/** A write that carries a key. */
export interface KeyedCall {
  /** Keys are an app's own; the organisation is not compared. */
  readonly appId: string;
  readonly key: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly body: Uint8Array;
}

/**
 * Answers of the last six minutes by key: errors too. The same call gets the same answer again, another one under the key is refused, and
 * afterwards the key is new. Source: Xero, Idempotent requests.
 */
export class IdempotencyKeys {
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What was answered before, or the refusal; null where the call is new. */
  recall(call: KeyedCall): { readonly answer: Answer; readonly isReplay: boolean } | null {
    if (call.key.length > LONGEST_KEY)
      return refusal(`Idempotency Key: must not be more than ${LONGEST_KEY} characters long.`);
    const kept = this.#kept.get(nameOf(call));
    if (!kept || this.#now() - kept.at >= LIFE_MS) return null;
    if (kept.fingerprint === fingerprintOf(call)) return { answer: kept.answer, isReplay: true };
    return refusal(`Idempotency Key: ${call.key} is used with a different request.`);
  }

  keep(call: KeyedCall, answer: Answer): void {
    this.#dropOld();
    // the map stays in the order of time
    this.#kept.delete(nameOf(call));
    this.#kept.set(nameOf(call), { fingerprint: fingerprintOf(call), at: this.#now(), answer });
  }

  #dropOld(): void {
    for (const [name, { at }] of this.#kept) {
      if (this.#now() - at < LIFE_MS) return;
      this.#kept.delete(name);
    }
  }
}

function refusal(Message: string) {
  return { answer: jsonAnswer(400, { Type: 'IdempotencyException', Message }), isReplay: false };
}

function nameOf({ appId, key }: KeyedCall): string {
  return `${appId} ${key}`;
}

function fingerprintOf({ method, target, body }: KeyedCall): string {
  return `${method} ${target} ${hash('sha256', body)}`;
}
