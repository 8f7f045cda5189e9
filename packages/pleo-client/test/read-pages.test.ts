import { sendJson, startServer, type RequestHandler } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { failureOf } from './failure-of.js';
import { openSource, rowsOf } from './open-source.js';

const jobId = '58a528ab-0979-4ee9-a2e6-1f263b230fe8';

interface ScriptedPage {
  ids: string[];
  more: boolean;
  endCursor?: string | null;
  total?: number;
}

function servePages(pages: Record<string, ScriptedPage | ScriptedPage[]>): RequestHandler {
  return (response, request) => {
    const after = new URL(request.url, 'http://pleo').searchParams.get('after') ?? 'first';
    const scripted = pages[after];
    const page = Array.isArray(scripted) ? (scripted.length > 1 ? scripted.shift() : scripted[0]) : scripted;
    if (page === undefined) return sendJson(response, 400, { type: 'BAD_CURSOR' });
    const { ids, more, endCursor, total } = page;
    const data = ids.map((id) => ({
      exportJobId: jobId,
      accountingEntryId: id,
      status: 'pending',
      failureReasonType: null,
    }));
    return sendJson(response, 200, { data, pagination: { hasNextPage: more, endCursor, total } });
  };
}

async function idsOf(handle: RequestHandler) {
  const { url, seen } = await startServer(handle);
  const rows = await rowsOf(openSource(url).source.jobItems(jobId));
  return { ids: rows.map(({ accountingEntryId }) => accountingEntryId), calls: seen.length };
}

describe('a listing', () => {
  test('goes on through short and empty pages until Pleo says that none follows', async () => {
    const { ids } = await idsOf(
      servePages({
        first: { ids: ['a'], more: true, endCursor: 'P1' },
        P1: { ids: [], more: true, endCursor: 'P2' },
        P2: { ids: ['b', 'c'], more: false, endCursor: null },
      }),
    );
    expect(ids).toEqual(['a', 'b', 'c']);
  });

  test('hands out each row once, whatever comes twice', async () => {
    const { ids } = await idsOf(
      servePages({
        first: { ids: ['a', 'a', 'b'], more: true, endCursor: 'P1' },
        P1: { ids: ['a', 'b'], more: true, endCursor: 'P2' },
        P2: { ids: ['c', 'b'], more: false },
      }),
    );
    expect(ids).toEqual(['a', 'b', 'c']);
  });

  test('passes on the newest total, and null where there is none', async () => {
    const { url } = await startServer(
      servePages({
        first: { ids: ['a'], more: true, endCursor: 'P1', total: 2 },
        P1: { ids: ['b'], more: true, endCursor: 'P2', total: 3 },
        P2: { ids: ['c'], more: false },
      }),
    );
    const totals: (number | null)[] = [];
    for await (const { total } of openSource(url).source.jobItems(jobId)) totals.push(total);
    expect(totals).toEqual([2, 3, null]);
  });

  test('recovers from a cursor that stood still once', async () => {
    const { ids, calls } = await idsOf(
      servePages({
        first: { ids: ['a'], more: true, endCursor: 'P1' },
        P1: [
          { ids: ['a'], more: true, endCursor: 'P1' },
          { ids: ['b'], more: false },
        ],
      }),
    );
    expect(ids).toEqual(['a', 'b']);
    expect(calls).toBe(3);
  });

  test.each<[string, Record<string, ScriptedPage>]>([
    ['no cursor', { first: { ids: ['a'], more: true } }],
    ['an empty cursor', { first: { ids: ['a'], more: true, endCursor: '' } }],
    [
      'the same cursor',
      { first: { ids: ['a'], more: true, endCursor: 'P1' }, P1: { ids: ['b'], more: true, endCursor: 'P1' } },
    ],
    [
      'a circle of cursors',
      {
        first: { ids: ['a'], more: true, endCursor: 'P1' },
        P1: { ids: ['b'], more: true, endCursor: 'P2' },
        P2: { ids: ['c'], more: true, endCursor: 'P1' },
      },
    ],
  ])('stops with a clear error at %s while more is promised', async (_name, pages) => {
    const { url, seen } = await startServer(servePages(pages));
    const error = await failureOf(rowsOf(openSource(url).source.jobItems(jobId)));
    expect(error).toMatchObject({ kind: 'transient', code: 'PLEO_PAGING_STUCK' });
    expect(error.message).toContain(`job ${jobId} has more pages`);
    expect(seen.length).toBeLessThan(8);
  });

  test('asks for the next page before this one is used, and for nothing beyond', async () => {
    const { url, seen } = await startServer(
      servePages({
        first: { ids: ['a'], more: true, endCursor: 'P1' },
        P1: { ids: ['b'], more: true, endCursor: 'P2' },
        P2: { ids: ['c'], more: false },
      }),
    );
    for await (const page of openSource(url).source.jobItems(jobId)) {
      expect(page.rows.length).toBe(1);
      await expect.poll(() => seen.length).toBe(2);
      break;
    }
  });

  test('meets the failure of a page only when it gets there', async () => {
    const { url } = await startServer((response, request, number) =>
      number === 1
        ? servePages({ first: { ids: ['a'], more: true, endCursor: 'P1' } })(response, request, 1)
        : sendJson(response, 403, {}),
    );
    const pages = openSource(url).source.jobItems(jobId)[Symbol.asyncIterator]();
    expect(await pages.next()).toMatchObject({ value: { rows: [{ accountingEntryId: 'a' }] } });
    expect(await failureOf(pages.next())).toMatchObject({ code: 'HTTP_FORBIDDEN' });
  });
});
