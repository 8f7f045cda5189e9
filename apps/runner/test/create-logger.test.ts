import { IntegrationError } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { createLogger } from '../src/create-logger.js';

function logged(write: (logger: ReturnType<typeof createLogger>) => void, level = 'debug'): string {
  let text = '';
  write(createLogger({ LEDGERFERRY_LOG: level }, { write: (line) => (text += line) }));
  return text;
}

const SECRET = 'planted-secret';

test('says nothing below the level, which is warn where none is named', () => {
  expect(logged((logger) => logger.info({}, 'job-started'), '')).toBe('');
  expect(logged((logger) => logger.warn({ jobId: 'j' }, 'trying again'), '')).toContain('"jobId":"j"');
});

test.each([
  'apiKey',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'password',
  'authorization',
  'url',
  'headers',
  'body',
])('never shows a field named %s, at any of four depths and in bindings', (name) => {
  const text = logged((logger) => {
    logger.warn({ [name]: SECRET }, 'one');
    logger.warn({ a: { [name]: SECRET } }, 'two');
    logger.warn({ a: { b: { [name]: SECRET } } }, 'three');
    logger.warn({ a: { b: { c: { [name]: SECRET } } } }, 'four');
    logger.child({ [name]: SECRET }).warn({}, 'five');
  });

  expect(text.split('\n')).toHaveLength(6);
  expect(text).not.toContain(SECRET);
});

test('shows of an error only what names it, whatever it carries and whatever its key is', () => {
  const request = { headers: { Authorization: `Bearer ${SECRET}` }, auth: { password: SECRET }, data: SECRET };
  const axiosLike = Object.assign(new Error(`GET https://files.example.com/f?token=${SECRET} failed`), {
    name: 'AxiosError',
    code: 'ERR_BAD_RESPONSE',
    config: request,
    toJSON: () => ({ config: request }),
  });
  const error = new IntegrationError('transient', 'HTTP_SERVER_ERROR', 'Pleo is in trouble.', { cause: axiosLike });

  const text = logged((logger) => {
    logger.error({ err: error }, 'job stopped');
    logger.error({ error: axiosLike }, 'under another key');
  });

  expect(text).not.toContain(SECRET);
  expect(text).toContain('"code":"HTTP_SERVER_ERROR"');
  expect(text).toContain('"type":"AxiosError"');
});
