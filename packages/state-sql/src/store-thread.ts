import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { commitTogether, type StateAnswer } from './commit-together.js';
import { toErrorData, type ErrorData } from './error-data.js';
import { SqliteState, type SqliteStateOptions } from './sqlite-state.js';
import type { StateCall } from './state-call.js';
import { stateFailure } from './state-failure.js';

/** What the thread is told first. */
export type ThreadSettings = Pick<SqliteStateOptions, 'path' | 'busyTimeoutMs'>;

/** What the thread is asked; `close` comes last. */
export type ThreadRequest = { readonly id: number; readonly call: StateCall } | 'close';

/** What the thread says: first whether the state is open, then answers in groups. */
export type ThreadMessage =
  | { readonly about: 'start'; readonly error: ErrorData | null }
  | { readonly about: 'calls'; readonly ids: readonly number[]; readonly answers: readonly StateAnswer[] };

const port = parentPort;
port?.once('message', (settings: ThreadSettings) => serve(port, settings));

function serve(port: MessagePort, settings: ThreadSettings): void {
  try {
    const state = new SqliteState(settings);
    port.on('message', (first: ThreadRequest) => answerAll(port, state, [first, ...waiting(port)]));
    say(port, { about: 'start', error: null });
  } catch (error) {
    say(port, { about: 'start', error: toErrorData(stateFailure(error, settings.path)) });
  }
}

/** All that came in while the last commit ran shares the next one. */
function waiting(port: MessagePort): ThreadRequest[] {
  const requests: ThreadRequest[] = [];
  let received: { readonly message: ThreadRequest } | undefined;
  while ((received = receiveMessageOnPort(port))) requests.push(received.message);
  return requests;
}

function answerAll(port: MessagePort, state: SqliteState, requests: readonly ThreadRequest[]): void {
  const asked = requests.filter((request) => request !== 'close');
  if (asked.length > 0) {
    const calls = asked.map(({ call }) => call);
    say(port, { about: 'calls', ids: asked.map(({ id }) => id), answers: commitTogether(state, calls) });
  }
  if (asked.length < requests.length) {
    state.close();
    port.close();
  }
}

function say(port: MessagePort, message: ThreadMessage): void {
  port.postMessage(message);
}
