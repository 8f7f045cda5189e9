import { Worker } from 'node:worker_threads';
import type { IntegrationError, StateStore } from '@ledgerferry/core';
import { fromErrorData } from './error-data.js';
import { answeringStateStore, type StateCall } from './state-call.js';
import { stateErrors } from './state-errors.js';
import type { StateAnswer } from './commit-together.js';
import type { ThreadMessage, ThreadRequest, ThreadSettings } from './store-thread.js';

/**
 * Opens a state file on a thread of its own. The calling thread never waits for the disk, and calls that come in while a
 * commit runs share the next one: with many companies at work most of them cost no flush of their own. An idle store does
 * not keep the process alive. Settings that are still being found out let the thread start meanwhile.
 *
 * @throws {IntegrationError} `STATE_UNAVAILABLE`, `STATE_NEWER` or `STATE_UNSAFE` where the file cannot be opened.
 */
export async function createThreadedStateStore(
  settings: ThreadSettings | Promise<ThreadSettings>,
): Promise<StateStore> {
  const thread = new StoreThread();
  await thread.open(settings);
  return answeringStateStore(
    (call) => thread.ask(call),
    () => thread.close(),
  );
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const START = 0;

/** The near end of the thread: numbers the calls and hands each its answer. */
class StoreThread {
  readonly #worker = startWorker();
  readonly #ended: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #path = 'to be opened';
  #lastId = START;
  #refusal: IntegrationError | undefined;

  constructor() {
    this.#worker.on('message', (message: ThreadMessage) => this.#hear(message));
    this.#worker.on('error', (error) => this.#end('failed', error));
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end('ended');
        resolve();
      });
    });
  }

  async open(settings: ThreadSettings | Promise<ThreadSettings>): Promise<void> {
    try {
      await Promise.all([this.#answerTo(START), this.#tell(settings)]);
    } catch (error) {
      await this.#worker.terminate();
      throw error;
    }
  }

  ask<Answer>(call: StateCall): Promise<Answer> {
    if (this.#refusal) return Promise.reject(this.#refusal);
    const id = (this.#lastId += 1);
    this.#say({ id, call });
    return this.#answerTo(id);
  }

  async close(): Promise<void> {
    if (!this.#refusal) {
      this.#refusal = unavailable(`The state file ${this.#path} has been closed, so it cannot be used any more.`);
      this.#worker.ref();
      this.#say('close');
    }
    await this.#ended;
  }

  async #tell(settings: ThreadSettings | Promise<ThreadSettings>): Promise<void> {
    const known = await settings;
    this.#path = known.path;
    this.#worker.postMessage(known, []);
  }

  #say(request: ThreadRequest): void {
    this.#worker.postMessage(request, []);
  }

  #answerTo<Answer>(id: number): Promise<Answer> {
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as Answer), reject });
    });
  }

  #hear(message: ThreadMessage): void {
    if (message.about === 'start') {
      this.#settle(START, message.error ? { error: message.error } : { value: undefined });
    } else {
      message.answers.forEach((answer, index) => this.#settle(message.ids[index], answer));
    }
    if (this.#waiting.size === 0 && !this.#refusal) this.#worker.unref();
  }

  #settle(id: number | undefined, answer: StateAnswer): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !waiting) return;
    this.#waiting.delete(id);
    if ('error' in answer) waiting.reject(fromErrorData(answer.error));
    else waiting.resolve(answer.value);
  }

  #end(how: 'failed' | 'ended', cause?: unknown): void {
    this.#refusal ??= unavailable(`The thread that keeps the state file ${this.#path} ${how}. Run again.`, cause);
    for (const { reject } of this.#waiting.values()) reject(this.#refusal);
    this.#waiting.clear();
  }
}

/** Calls are short-lived: a small nursery costs no time, and the default one grows to many times what they need. */
const YOUNG_GENERATION_MEGABYTES = 8;

function startWorker(): Worker {
  const settings = {
    name: 'ledgerferry-state',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MEGABYTES },
  };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./store-thread.js', import.meta.url), settings);
  const execArgv = [...process.execArgv, '--import', new URL('./resolve-sources.ts', import.meta.url).href];
  return new Worker(new URL('./store-thread.ts', import.meta.url), { ...settings, execArgv });
}

function unavailable(message: string, cause?: unknown): IntegrationError {
  return stateErrors.error('STATE_UNAVAILABLE', message, { cause });
}
