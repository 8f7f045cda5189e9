import type { AccountingAdapter, AccountingEntry, Document } from '@ledgerferry/core';
import { buildAccount, buildAccountingEntry, buildEntryLine } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetsuiteSimulatorOptions } from '../../src/simulator/index.js';
import { startNetsuite } from '../netsuite-fixture.js';
import {
  callOf,
  isTokenRequest,
  journalOf,
  queryOf,
  refusalAnswer,
  rowsAnswer,
  scriptNetsuite,
} from '../scripted-netsuite.js';

async function start(options: NetsuiteSimulatorOptions = {}) {
  const netsuite = await startNetsuite(options);
  onTestFinished(() => netsuite.simulator.close());
  return netsuite;
}

async function journalFor(adapter: AccountingAdapter, entry: AccountingEntry): Promise<Document> {
  const [document] = adapter.plan(entry, await adapter.loadReferenceData()).documents;
  if (!document) throw new Error('an entry has at least one document');
  return document;
}

const JOURNAL = journalOf('e1/booking');
const HELD = { id: '7', externalid: 'e1_booking', trandate: '2026-03-11', voided: 'F' };

/** A NetSuite that refuses every record in these words, and shows these rows at each look. */
function refusing(words: string, rows: (looks: number) => readonly object[], path?: string) {
  let looks = 0;
  return scriptNetsuite((request) => {
    if (isTokenRequest(request)) return undefined;
    if (request.path.endsWith('/journalEntry')) return refusalAnswer(400, 'USER_ERROR', words, path);
    looks += 1;
    return rowsAnswer(rows(looks));
  });
}

describe('what is there already', () => {
  test.each(['en', 'de'] as const)(
    'is found to be there, whatever the language of the refusal (%s)',
    async (language) => {
      const { simulator, open } = await start({ language });
      const adapter = open();
      const document = await journalFor(adapter, buildAccountingEntry());
      await adapter.post(callOf(document));
      await expect(adapter.post(callOf(document))).resolves.toEqual([{ status: 'exists', key: document.key }]);
      expect(simulator.books.transactions.length).toBe(1);
    },
  );

  test('is looked up before it is sent again where its answer was lost, and is there once', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    simulator.loseNextAnswer();
    await expect(adapter.post(callOf(document))).rejects.toMatchObject({ kind: 'outcome-unknown' });
    const [finding] = await adapter.find([queryOf(document)]);
    expect(finding).toMatchObject({ status: 'live', externalId: '10001' });
    await expect(adapter.post(callOf(document))).resolves.toMatchObject([{ status: 'exists' }]);
    expect(simulator.books.transactions.map(({ externalId }) => externalId)).toEqual([
      '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20_booking',
    ]);
  });

  test.each([
    [500, 'before', 0],
    [500, 'after', 1],
    [502, 'after', 1],
    [504, 'before', 0],
  ] as const)('is in doubt after a %i that came %s its effect', async (status, when, held) => {
    const { simulator, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    simulator.failNextWrite(status, when);
    await expect(adapter.post(callOf(document))).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(simulator.books.transactions.length).toBe(held);
  });

  test("is in doubt under the Error ID that Oracle's support asks for", async () => {
    const { adapter } = await scriptNetsuite((request) =>
      isTokenRequest(request)
        ? undefined
        : refusalAnswer(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: l7x2'),
    );
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject({
      kind: 'outcome-unknown',
      code: 'NETSUITE_UNEXPECTED_ERROR',
      message: expect.stringContaining('Error ID: l7x2'),
    });
  });

  test('is told from a lingering request that lands later: the second one is refused and looked up', async () => {
    const { simulator, clock, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    simulator.lingerNextWrite(30_000);
    await expect(adapter.post(callOf(document))).rejects.toMatchObject({ kind: 'outcome-unknown' });
    await clock.advance(30_000);
    await expect(adapter.post(callOf(document))).resolves.toMatchObject([{ status: 'exists' }]);
    expect(simulator.books.transactions.length).toBe(1);
  });

  test.each(['Error while accessing a resource. This record already exists.', 'Questa voce è nota.', 'Ei.'])(
    'is looked up, whatever the words: %s',
    async (words) => {
      const { adapter } = await refusing(words, () => [HELD]);
      await expect(adapter.post(callOf(JOURNAL))).resolves.toMatchObject([{ status: 'exists' }]);
    },
  );

  test('is looked up too where the refused place is the external id', async () => {
    const { adapter } = await refusing('Nej.', () => [HELD], 'externalId');
    await expect(adapter.post(callOf(JOURNAL))).resolves.toMatchObject([{ status: 'exists' }]);
  });

  test('and not shown to the role stays unknown: it is never taken for refused', async () => {
    const { simulator, open } = await start({ role: { seesTransactions: false } });
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    await adapter.post(callOf(document));
    await expect(adapter.post(callOf(document))).resolves.toMatchObject([
      { status: 'unknown', evidence: expect.stringContaining('does not show it to the role') },
    ]);
    expect(simulator.books.transactions.length).toBe(1);
  });

  test('and voided says at once what stands in the way, until a person has taken its external id away', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    await adapter.post(callOf(document));
    simulator.books.voidTransaction('10001');
    await expect(adapter.find([queryOf(document)])).resolves.toMatchObject([{ status: 'voided' }]);
    const [outcome] = await adapter.post(callOf(document));
    expect(outcome).toMatchObject({
      status: 'refused',
      problem: {
        code: 'NETSUITE_VOIDED_HOLDS_ID',
        message: expect.stringMatching(/Transaction 10001 .* voided .* clear its External ID; then export/s),
      },
    });
    simulator.books.changeExternalId('10001', null);
    await expect(adapter.post(callOf(document))).resolves.toMatchObject([{ status: 'posted' }]);
  });

  test('and reversed on a later day, as accruals are, counts', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    await adapter.post(callOf(document));
    simulator.books.reverseOn('10001', '2026-04-01');
    await expect(adapter.find([queryOf(document)])).resolves.toMatchObject([{ status: 'live', externalId: '10001' }]);
    await expect(adapter.post(callOf(document))).resolves.toMatchObject([{ status: 'exists' }]);
  });
});

describe('what is refused', () => {
  test('is refused once its external id is known not to be there', async () => {
    const { adapter, seen } = await refusing('Please enter value(s) for: Subsidiary', () => []);
    const [outcome] = await adapter.post(callOf(JOURNAL));
    expect(outcome).toMatchObject({ status: 'refused', problem: { code: 'NETSUITE_FIELD_REQUIRED' } });
    expect(seen.filter(({ path }) => path.endsWith('/suiteql')).length).toBe(1);
  });

  test('with a path is about that place alone, and needs no look-up', async () => {
    const { adapter, seen } = await scriptNetsuite((request) =>
      isTokenRequest(request)
        ? undefined
        : refusalAnswer(400, 'INVALID_CONTENT', 'Invalid Field Value 9999', 'line.items[0].account'),
    );
    const [outcome] = await adapter.post(callOf(JOURNAL));
    expect(outcome).toMatchObject({
      status: 'refused',
      problem: { message: expect.stringContaining('line 1 (debit 10.00)') },
    });
    expect(seen.length).toBe(2);
  });

  test('stays unknown where NetSuite cannot be asked for it', async () => {
    const { adapter } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      if (request.path.endsWith('/suiteql')) return { status: 503 };
      return refusalAnswer(400, 'USER_ERROR', 'No.');
    });
    await expect(adapter.post(callOf(JOURNAL))).resolves.toMatchObject([
      { status: 'unknown', evidence: expect.stringContaining('could not be asked') },
    ]);
  });

  test('a property that NetSuite does not know is refused, never swallowed', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    const [outcome] = await adapter.post(
      callOf({ ...document, body: { ...(document.body as object), taxCodee: { id: '7' } } }),
    );
    expect(outcome).toMatchObject({ status: 'refused', problem: { message: expect.stringContaining('taxCodee') } });
    expect(simulator.books.transactions).toEqual([]);
    const writes = simulator.requests.filter(({ path }) => path.includes('/record/v1/journalEntry'));
    expect(writes.map(({ propertyNameValidation }) => propertyNameValidation)).toEqual(['Error']);
  });

  test('a missing permission stops the job and names the permission', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    const document = await journalFor(adapter, buildAccountingEntry());
    simulator.failNextWrite(403, 'before');
    await expect(adapter.post(callOf(document))).rejects.toMatchObject({
      kind: 'misconfigured',
      code: 'NETSUITE_PERMISSION_MISSING',
      message: expect.stringContaining('Make Journal Entry'),
    });
  });

  test('a status that is not about a record stops the job', async () => {
    const { adapter } = await scriptNetsuite((request) => (isTokenRequest(request) ? undefined : { status: 415 }));
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject({ code: 'NETSUITE_UNEXPECTED_REFUSAL' });
  });
});

describe('what is taken', () => {
  test('has the id and the page that NetSuite gave it, and its amounts digit by digit', async () => {
    const { adapter, seen } = await scriptNetsuite((request) =>
      isTokenRequest(request)
        ? undefined
        : { status: 204, headers: { Location: 'https://netsuite/services/rest/record/v1/journalEntry/4711' } },
    );
    await expect(adapter.post(callOf(JOURNAL))).resolves.toEqual([
      {
        status: 'posted',
        key: 'e1/booking',
        externalId: '4711',
        externalUrl: 'https://1234567.app.netsuite.com/app/accounting/transactions/transaction.nl?id=4711',
        summary: null,
      },
    ]);
    expect(seen[1]?.body).toBe(
      '{"tranDate":"2026-03-11","line":{"items":[{"account":{"id":"1"},"debit":10.00},{"account":{"id":"2"},"credit":10.00}]},"externalId":"e1_booking"}',
    );
  });

  test.each([undefined, 'https://netsuite/services/rest/async/v1/job/7'])(
    'is looked up where the answer names no record: %s',
    async (location) => {
      const headers = location === undefined ? {} : { Location: location };
      const { adapter } = await scriptNetsuite((request) =>
        isTokenRequest(request) ? undefined : { status: 204, headers },
      );
      await expect(adapter.post(callOf(JOURNAL))).resolves.toMatchObject([{ status: 'unknown' }]);
    },
  );
});

test('a job of twelve purchases asks fourteen times, writes twelve times, and signs in once', async () => {
  const { simulator, open } = await start();
  const adapter = open({ payables: 'journal' });
  await adapter.checkReadiness();
  const facts = await adapter.loadReferenceData();
  for (let place = 0; place < 12; place += 1) {
    const line = buildEntryLine({ account: buildAccount('category', place % 2 === 0 ? '3620' : '2770') });
    const entry = buildAccountingEntry({ accountingEntryId: `entry-${place}`, lines: [line] });
    const [document] = adapter.plan(entry, facts).documents;
    if (document) await adapter.post(callOf(document));
  }
  const count = (part: string) => simulator.requests.filter(({ path }) => path.includes(part)).length;
  expect(simulator.books.transactions.length).toBe(12);
  expect({
    signIns: count('/token'),
    catalog: count('/metadata-catalog'),
    queries: count('/suiteql'),
    writes: count('/journalEntry'),
    restlet: count('/restlet.nl'),
    all: simulator.requests.length,
  }).toEqual({ signIns: 1, catalog: 1, queries: 12, writes: 12, restlet: 1, all: 27 });
});
