import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@ledgerferry/core';
import { runnerErrors } from '../runner-errors.js';
import { CALLBACK_HEADERS, CALLBACK_PAGES, toHtml, type CallbackPage } from './callback-pages.js';
import { listenOnLoopback } from './listen-on-loopback.js';

/** The answer to a consent, brought by the user's browser, which waits to be told how it went. */
export interface Callback {
  /** Its `code`, or its `error`. */
  readonly query: URLSearchParams;
  /** Shows the browser a page; returns once that is sent. */
  show(page: CallbackPage): Promise<void>;
}

/** What is waited for, and how long. */
interface AwaitedConsent {
  /** Recognises the answer; any other request is told off, and the waiting goes on. */
  readonly isState: (state: string) => boolean;
  readonly clock: Clock;
  readonly timeLimitMs: number;
  readonly stop: AbortSignal;
}

/** Where browsers bring the answers to consents. */
export interface ConsentListener {
  /** To be registered with the app. */
  readonly redirectUri: string;
  /** The next answer, one at a time. @throws {IntegrationError} `CONSENT_TIMED_OUT`, or `STOPPED` where `stop` is aborted. */
  next(awaited: AwaitedConsent): Promise<Callback>;
  close(): Promise<void>;
}

const PATH = '/callback';

/** Listens on this machine alone. @throws {UsageError} where the port is taken. */
export async function listenForConsents(port: number): Promise<ConsentListener> {
  let waiting: { readonly isState: AwaitedConsent['isState']; readonly take: (callback: Callback) => void } | undefined;

  const listener = await listenOnLoopback(port, (request, response) => {
    const { pathname, searchParams: query } = urlOf(request);
    if (request.method !== 'GET' || pathname !== PATH) return void show(response, CALLBACK_PAGES.nothingHere);
    if (!waiting?.isState(query.get('state') ?? '')) return void show(response, CALLBACK_PAGES.stranger);
    const { take } = waiting;
    // an answer counts once, also where the page is loaded again
    waiting = undefined;
    take({ query, show: (page) => show(response, page) });
  });

  return {
    // a name, because some systems take no address here; Xero: OAuth 2.0, redirect URIs
    redirectUri: `http://localhost:${listener.port}${PATH}`,
    async next({ isState, clock, timeLimitMs, stop }) {
      const answered = Promise.withResolvers<Callback>();
      const over = new AbortController();
      waiting = { isState, take: answered.resolve };
      const timeUp = clock.sleep(timeLimitMs, AbortSignal.any([stop, over.signal]));
      const callback = await Promise.race([answered.promise, timeUp]);
      waiting = undefined;
      over.abort();
      if (callback) return callback;
      throw stop.aborted ? stopped() : timedOut(timeLimitMs);
    },
    close: () => listener.close(),
  };
}

function urlOf({ url = '/' }: IncomingMessage): URL {
  return URL.parse(url, 'http://localhost') ?? new URL('http://localhost');
}

function show(response: ServerResponse, page: CallbackPage): Promise<void> {
  return new Promise((resolve) => {
    // the browser may leave before it is told, or while it is
    if (response.destroyed) return resolve();
    response.once('close', resolve);
    response.writeHead(page.status, CALLBACK_HEADERS).end(toHtml(page));
  });
}

function stopped() {
  return runnerErrors.error('STOPPED', 'Ledgerferry was asked to stop. Nothing was connected, and what was stays.');
}

function timedOut(timeLimitMs: number) {
  const minutes = Math.round(timeLimitMs / 60_000);
  return runnerErrors.error(
    'CONSENT_TIMED_OUT',
    `Nobody consented within ${minutes} minutes. Nothing was changed; connect again when somebody can.`,
  );
}
