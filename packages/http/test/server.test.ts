import { expect, onTestFinished, test } from 'vitest';
import { serve, type Respond } from '../src/server.js';

async function start(respond: Respond): Promise<string> {
  const server = await serve(respond);
  onTestFinished(() => server.close());
  return server.url;
}

test('a request is handed over as it was sent, and answered', async () => {
  const url = await start(async ({ method, target, path, query, headers, body }, own) => {
    const seen = {
      method,
      target,
      path,
      page: query.get('page'),
      type: headers['content-type'],
      body: body.toString(),
      own,
    };
    return { status: 201, headers: { 'X-Left': '7' }, body: JSON.stringify(seen) };
  });
  const headers = { 'Content-Type': 'text/plain' };
  const answer = await fetch(`${url}/a%2Fb?page=2`, { method: 'PUT', headers, body: 'ø' });
  expect([answer.status, answer.headers.get('x-left')]).toEqual([201, '7']);
  expect(await answer.json()).toEqual({
    method: 'PUT',
    target: '/a%2Fb?page=2',
    path: '/a%2Fb',
    page: '2',
    type: 'text/plain',
    body: 'ø',
    own: url,
  });
});

test('a connection can break without an answer', async () => {
  await expect(fetch(await start(async () => 'broken'))).rejects.toThrow('fetch failed');
});

test('a defect is loud', async () => {
  const url = await start(() => Promise.reject(new Error('no such table')));
  const answer = await fetch(url);
  expect(answer.status).toBe(599);
  expect(await answer.text()).toContain('no such table');
});
