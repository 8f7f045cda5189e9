import type { AttachCall } from '@ledgerferry/core';
import { buildAccountingEntry } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startNetsuite } from '../netsuite-fixture.js';
import {
  callOf,
  isTokenRequest,
  journalOf,
  queryOf,
  rowsAnswer,
  scriptNetsuite,
  type ScriptedAnswer,
} from '../scripted-netsuite.js';

const RECEIPT: AttachCall = {
  requestKey: 'receipt-1',
  key: 'e1/file/0',
  fileName: 'e1-1.pdf',
  bytes: new TextEncoder().encode('%PDF-1.4'),
  contentType: 'application/pdf',
  target: { externalId: '10001', recordType: 'journal-entry', reference: 'e1_booking' },
};

/** A simulated NetSuite with one journal, 10001. */
async function startWithJournal() {
  const netsuite = await startNetsuite();
  onTestFinished(() => netsuite.simulator.close());
  const adapter = netsuite.open();
  const [document] = adapter.plan(buildAccountingEntry(), await adapter.loadReferenceData()).documents;
  if (document) await adapter.post(callOf(document));
  return { ...netsuite, adapter };
}

describe('a receipt', () => {
  test('hangs on its transaction once, however often it is sent', async () => {
    const { simulator, adapter } = await startWithJournal();
    const first = await adapter.attach(RECEIPT);
    await expect(adapter.attach(RECEIPT)).resolves.toEqual(first);
    expect(simulator.books.attachments).toEqual([
      {
        fileId: first.externalId,
        fileName: 'e1-1.pdf',
        folder: 'Pleo receipts',
        transactionId: '10001',
        byteLength: 8,
      },
    ]);
  });

  test('whose answer was lost is in doubt, found, and still hangs once when it is sent again', async () => {
    const { simulator, adapter } = await startWithJournal();
    simulator.loseNextAnswer();
    await expect(adapter.attach(RECEIPT)).rejects.toMatchObject({ kind: 'outcome-unknown' });
    await expect(adapter.findAttachments(RECEIPT.target)).resolves.toMatchObject([{ fileName: 'e1-1.pdf' }]);
    await adapter.attach(RECEIPT);
    expect(simulator.books.attachments.length).toBe(1);
  });

  test('is not lost to a throttle, which RESTlets word as a 400', async () => {
    const { simulator, adapter } = await startWithJournal();
    simulator.throttleNextWrite();
    await expect(adapter.attach(RECEIPT)).rejects.toMatchObject({ kind: 'transient', code: 'NETSUITE_CONCURRENCY' });
    await adapter.attach(RECEIPT);
    expect(simulator.books.attachments.length).toBe(1);
  });

  test('is given up where its transaction is gone', async () => {
    const { simulator, adapter } = await startWithJournal();
    simulator.books.deleteTransaction('10001');
    await expect(adapter.attach(RECEIPT)).rejects.toMatchObject({
      kind: 'item-rejected',
      code: 'NETSUITE_RECORD_GONE',
      itemReason: 'receipt_upload_failure',
    });
  });

  test('travels to the deployment that the settings name, as JSON both ways', async () => {
    const { adapter, seen } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      return { body: request.method === 'POST' ? { fileId: '5' } : { files: [] } };
    });
    await adapter.attach(RECEIPT);
    await adapter.findAttachments(RECEIPT.target);
    const [, upload, list] = seen;
    expect([upload?.path, upload?.query.toString()]).toEqual(['/app/site/hosting/restlet.nl', 'script=7&deploy=1']);
    expect(JSON.parse(upload?.body ?? '')).toEqual({
      fileName: 'e1-1.pdf',
      contentsBase64: 'JVBERi0xLjQ=',
      attachTo: { type: 'journalEntry', id: '10001' },
    });
    expect(list?.query.toString()).toBe('script=7&deploy=1&type=journalEntry&id=10001');
    expect([upload, list].map((request) => request?.headers['content-type'])).toEqual([
      'application/json',
      'application/json',
    ]);
  });
});

describe('a RESTlet that cannot be used', () => {
  async function codeOf(answer: ScriptedAnswer) {
    const { adapter } = await scriptNetsuite((request) => (isTokenRequest(request) ? undefined : answer));
    const error: unknown = await adapter.attach(RECEIPT).catch((thrown: unknown) => thrown);
    return error instanceof Error && 'code' in error && 'kind' in error ? [error.kind, error.code] : undefined;
  }

  const scriptError = (status: number, code: string) => ({ status, body: { error: { code, message: 'No.' } } });

  test.each([
    [scriptError(404, 'SSS_INVALID_SCRIPTLET_ID'), 'NETSUITE_RESTLET_MISSING'],
    [scriptError(403, 'INSUFFICIENT_PERMISSION'), 'NETSUITE_RESTLET_MISSING'],
    [scriptError(400, 'FOLDER_MISSING'), 'NETSUITE_RESTLET_FAILED'],
    [scriptError(400, 'INVALID_FILE_TYPE'), 'NETSUITE_RECEIPT_TYPE'],
    [scriptError(400, 'INVALID_UPLOAD'), 'NETSUITE_RECEIPT_REFUSED'],
    [scriptError(400, 'SSS_FILE_CONTENT_SIZE_EXCEEDED'), 'NETSUITE_RECEIPT_TOO_LARGE'],
    [{ status: 400, body: 'something else' }, 'NETSUITE_RESTLET_FAILED'],
  ])('gives the receipt up for a reason that a person can act on: %j', async (answer, code) => {
    await expect(codeOf(answer)).resolves.toEqual(['item-rejected', code]);
  });

  test('is given up where it alone refuses the login, and the sign-in is not taken for lost', async () => {
    const { adapter, seen } = await scriptNetsuite((request) => {
      if (isTokenRequest(request)) return undefined;
      return request.path.endsWith('/restlet.nl') ? scriptError(401, 'INVALID_LOGIN_ATTEMPT') : rowsAnswer([]);
    });
    // the engine begins a call anew that was not sent
    while (seen.length < 6) await adapter.attach(RECEIPT).catch(() => undefined);
    const missing = { kind: 'item-rejected', code: 'NETSUITE_RESTLET_MISSING' };
    await expect(adapter.attach(RECEIPT)).rejects.toMatchObject(missing);
    await expect(adapter.findAttachments(RECEIPT.target)).rejects.toMatchObject(missing);
    await expect(adapter.find([queryOf(journalOf('e1/booking'))])).resolves.toMatchObject([{ status: 'absent' }]);
    expect(seen.filter(isTokenRequest).length).toBeLessThanOrEqual(3);
  });

  test('does not hide the receipts that hang there', async () => {
    const { adapter } = await scriptNetsuite((request) =>
      isTokenRequest(request) ? undefined : scriptError(404, 'SSS_INVALID_SCRIPTLET_ID'),
    );
    await expect(adapter.findAttachments(RECEIPT.target)).rejects.toMatchObject({ code: 'NETSUITE_RESTLET_MISSING' });
  });
});

test('without a RESTlet no receipts are taken, and a check says so', async () => {
  const { open } = await startWithJournal();
  const adapter = open({ restlet: undefined });
  expect(adapter.capabilities.attachments).toBeNull();
  const { warnings } = await adapter.checkReadiness();
  expect(warnings).toEqual([expect.stringContaining('connection.restlet')]);
  await expect(adapter.attach(RECEIPT)).rejects.toMatchObject({ code: 'NETSUITE_RESTLET_MISSING' });
});
