import { inspect } from 'node:util';
import { sendJson, startServer, type RequestHandler } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { openSource, rowsOf } from './open-source.js';

const KEY = 'planted-api-key';
const ENCODED = Buffer.from(`${KEY}:`).toString('base64');
const jobId = '58a528ab-0979-4ee9-a2e6-1f263b230fe8';

const echo =
  (status: number): RequestHandler =>
  (response, { headers }) =>
    sendJson(response, status, { type: 'ODD', message: `bad header Authorization: ${headers.authorization}` });

test.each<[string, RequestHandler]>([
  ['a refusal that repeats the header', echo(400)],
  ['refused credentials', echo(401)],
  ['a conflict', echo(409)],
  ['a server error', echo(500)],
  ['a broken connection', (response) => response.destroy()],
  ['an answer that is no page', echo(200)],
])('%s shows the API key nowhere', async (_name, handle) => {
  const shown: unknown[] = [];
  const log = (...line: unknown[]) => void shown.push(line);
  const logger = { debug: log, info: log, warn: log, error: log, child: () => logger };
  const { url } = await startServer(handle);
  const { source } = openSource(url, { apiKey: KEY }, { logger });
  const calls = [
    source.job(jobId),
    source.start(jobId),
    rowsOf(source.exportItems(jobId)),
    source.report(jobId, [
      {
        accountingEntryId: jobId,
        status: 'successful',
        externalId: 'planted-body',
        externalUrl: null,
        exportedAt: '2026-01-01',
      },
    ]),
  ];
  const errors = await Promise.allSettled(calls);
  expect(errors.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  shown.push(errors, source);
  const everything = inspect(shown, { depth: Infinity, showHidden: true }) + JSON.stringify(shown);
  for (const secret of [KEY, ENCODED, 'planted-body']) expect(everything).not.toContain(secret);
});
