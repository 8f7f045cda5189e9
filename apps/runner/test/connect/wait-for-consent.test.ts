import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import type { Clock } from '@ledgerferry/core';
import { listenForConsents, type ConsentListener } from '../../src/connect/wait-for-consent.js';
import { CALLBACK_PAGES } from '../../src/connect/callback-pages.js';

/** Waits for ever, unless it is told to stop waiting. */
const stillClock: Clock = {
  now: () => 0,
  sleep: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
};
const instantClock: Clock = { now: () => 0, sleep: () => Promise.resolve() };

const awaited = {
  isState: (state: string) => state === 'good',
  clock: stillClock,
  timeLimitMs: 300_000,
  stop: new AbortController().signal,
};

async function listen(): Promise<ConsentListener> {
  const listener = await listenForConsents(0);
  onTestFinished(() => listener.close());
  return listener;
}

test('gives up when the time is over', async () => {
  const listener = await listen();

  await expect(listener.next({ ...awaited, clock: instantClock })).rejects.toMatchObject({
    kind: 'transient',
    code: 'CONSENT_TIMED_OUT',
    message: 'Nobody consented within 5 minutes. Nothing was changed; connect again when somebody can.',
  });
});

test('takes an answer once, also where its page is loaded again', async () => {
  const listener = await listen();
  const waiting = listener.next(awaited);
  const url = `${listener.redirectUri}?code=1&state=good`;

  const first = fetch(url);
  const callback = await waiting;
  const second = await fetch(url);
  await callback.show(CALLBACK_PAGES.connected);

  expect(callback.query.get('code')).toBe('1');
  expect(second.status).toBe(400);
  expect((await first).status).toBe(200);
});

test('answers nothing but a callback by GET', async () => {
  const listener = await listen();
  void listener.next(awaited);

  const posted = await fetch(`${listener.redirectUri}?state=good`, { method: 'POST' });

  expect(posted.status).toBe(404);
});

test('goes on where the browser leaves before it is told', async () => {
  const listener = await listen();
  const waiting = listener.next(awaited);
  const browser = new AbortController();
  const leaving = fetch(`${listener.redirectUri}?code=1&state=good`, { signal: browser.signal }).catch(() => {});
  const callback = await waiting;
  browser.abort();
  await leaving;
  await new Promise((resolve) => setTimeout(resolve, 20));

  await callback.show(CALLBACK_PAGES.connected);

  expect(callback.query.get('code')).toBe('1');
});

const ADDRESSES = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
const toHost = ({ family, address }: { readonly family: string; readonly address: string }) =>
  family === 'IPv4' ? address : `[${address}]`;

test('is reached at both addresses of localhost, where this machine has both', async () => {
  const listener = await listen();
  const { port } = new URL(listener.redirectUri);
  const hosts = ADDRESSES.filter(({ address }) => ['127.0.0.1', '::1'].includes(address)).map(toHost);

  const statuses = await Promise.all(
    hosts.map(async (host) => (await fetch(`http://${host}:${port}/callback`)).status),
  );

  expect(hosts).toContain('127.0.0.1');
  expect(new Set(statuses)).toEqual(new Set([400]));
});

test('is not reached from other machines', async () => {
  const listener = await listen();
  const { port } = new URL(listener.redirectUri);
  const outside = ADDRESSES.filter(({ internal, address }) => !internal && !address.startsWith('fe80')).map(toHost);

  const attempts = await Promise.allSettled(outside.map((host) => fetch(`http://${host}:${port}/callback`)));

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toEqual([]);
});
