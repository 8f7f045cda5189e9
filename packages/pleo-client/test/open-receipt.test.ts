import { inspect } from 'node:util';
import { startServer, type RequestHandler } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { failureOf } from './failure-of.js';
import { openSource } from './open-source.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const OLD_OFFICE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

function serve(body: Buffer, contentType?: string): RequestHandler {
  return (response) =>
    response.writeHead(200, contentType === undefined ? {} : { 'Content-Type': contentType }).end(body);
}

async function open(handle: RequestHandler, type: string | null = null) {
  const { url, seen } = await startServer(handle);
  const { source } = openSource(url, { apiKey: 'planted-key', timeLimitMs: 2_000 });
  const opened = source.openFile({ url: `${url}/receipt?sig=planted-signature`, type, size: null });
  opened.catch(() => {});
  return { opened, seen };
}

describe('a receipt', () => {
  test.each([
    ['its bytes', PDF, 'image/png', 'text/plain', 'application/pdf'],
    ['its bytes', PNG, 'application/octet-stream', null, 'image/png'],
    ["the server, where the bytes don't", Buffer.from('Taxi 12.00'), 'text/plain; charset=utf-8', null, 'text/plain'],
    ['Pleo, where neither does', Buffer.from('Taxi 12.00'), 'application/octet-stream', 'text/plain', 'text/plain'],
    ['the server among old office files', OLD_OFFICE, 'application/msword', null, 'application/msword'],
    ['nobody', Buffer.from('Taxi 12.00'), undefined, 'jpg', 'application/octet-stream'],
  ])('has the type that is told by %s', async (_name, body, served, stated, expected) => {
    const { opened } = await open(serve(body, served), stated);
    const { bytes, contentType } = await opened;
    expect(Buffer.from(bytes).equals(body)).toBe(true);
    expect(contentType).toBe(expected);
  });

  test('is fetched without credentials, through redirects', async () => {
    const { opened, seen } = await open((response, request) =>
      request.url === '/moved' ? response.end(PDF) : response.writeHead(307, { Location: '/moved' }).end(),
    );
    expect((await opened).contentType).toBe('application/pdf');
    expect(seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/receipt?sig=planted-signature', undefined],
      ['/moved', undefined],
    ]);
  });

  test('is fetched again after a passing fault', async () => {
    const { opened, seen } = await open((response, _request, number) =>
      number < 3 ? response.destroy() : response.end(PDF),
    );
    expect((await opened).bytes.length).toBe(PDF.length);
    expect(seen.length).toBe(3);
  });

  const tooLarge: RequestHandler = (response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(8 * 1024 * 1024);
    for (let part = 0; part < 4; part += 1) response.write(chunk);
    response.end();
  };

  test.each<[string, RequestHandler, string, string]>([
    [
      'link has expired',
      (r) => r.writeHead(403).end('<Error/>'),
      'PLEO_RECEIPT_UNAVAILABLE',
      'receipt_download_failure',
    ],
    ['file is gone', (r) => r.writeHead(404).end(), 'PLEO_RECEIPT_UNAVAILABLE', 'receipt_download_failure'],
    ['server fails', (r) => r.writeHead(500).end(), 'PLEO_RECEIPT_UNAVAILABLE', 'receipt_download_failure'],
    ['body is empty', (r) => r.end(), 'PLEO_RECEIPT_EMPTY', 'receipt_download_failure'],
    ['size is over 30 MB', tooLarge, 'PLEO_RECEIPT_TOO_LARGE', 'receipt_file_size_limit_exceeded'],
  ])(
    'that cannot be had because its %s fails its item alone, without showing its link',
    async (_name, handle, code, itemReason) => {
      const { opened } = await open(handle);
      const error = await failureOf(opened);
      expect(error).toMatchObject({ kind: 'item-rejected', code, itemReason });
      expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/planted|receipt\?/);
    },
  );

  test.each(['', 'file:///etc/passwd', 'no link'])('with the link "%s" is not asked for', async (url) => {
    const { source } = openSource('http://127.0.0.1:1');
    expect(await failureOf(source.openFile({ url, type: null, size: null }))).toMatchObject({
      code: 'PLEO_RECEIPT_UNAVAILABLE',
    });
  });
});
