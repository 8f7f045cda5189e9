import { describe, expect, it } from 'vitest';
import { defaultAccount } from '../../src/simulator/index.js';
import { journalBody } from './journal-body.js';
import { openNetsuite, send, TOKEN, type NetsuiteCalls, type Reply } from './netsuite-calls.js';

const JOURNALS = '/record/v1/journalEntry';
const AUTHORIZATION = { authorization: `Bearer ${TOKEN}` };

async function openWithJournal(options: Parameters<typeof openNetsuite>[0] = {}) {
  const netsuite = await openNetsuite(options);
  return { netsuite, id: await netsuite.create(JOURNALS, journalBody(netsuite)) };
}

function upload({ simulator }: NetsuiteCalls, body: unknown): Promise<Reply> {
  return send(simulator.restletUrl, 'POST', { body, headers: AUTHORIZATION });
}

function receipt(id: string, overrides: Readonly<Record<string, unknown>> = {}) {
  const contentsBase64 = Buffer.from('receipt').toString('base64');
  return { fileName: 'pleo-1.pdf', contentsBase64, attachTo: { type: 'journalEntry', id }, ...overrides };
}

describe('our RESTlet', () => {
  it('uploads a file and hangs it on a transaction', async () => {
    const { netsuite, id } = await openWithJournal();

    const { status, json } = await upload(netsuite, receipt(id));

    expect([status, json]).toEqual([200, { fileId: '4001' }]);
    expect(netsuite.simulator.books.attachments).toEqual([
      { fileId: '4001', fileName: 'pleo-1.pdf', folder: 'Pleo receipts', transactionId: id, byteLength: 7 },
    ]);
    expect(await netsuite.query('SELECT id, name, filesize FROM file')).toEqual([
      { id: '4001', name: 'pleo-1.pdf', filesize: '7' },
    ]);
  });

  it('overwrites a file of the same name, so that an upload can be repeated', async () => {
    const { netsuite, id } = await openWithJournal();
    await upload(netsuite, receipt(id));

    const { json } = await upload(netsuite, receipt(id, { contentsBase64: Buffer.from('other').toString('base64') }));

    expect(json).toEqual({ fileId: '4001' });
    expect(netsuite.simulator.books.attachments).toMatchObject([{ fileId: '4001', byteLength: 5 }]);
  });

  it('lists what hangs on a transaction', async () => {
    const { netsuite, id } = await openWithJournal();
    await upload(netsuite, receipt(id));
    const list = (query: string) =>
      send(`${netsuite.simulator.restletUrl}&${query}`, 'GET', { headers: AUTHORIZATION });

    expect((await list(`type=journalEntry&id=${id}`)).json).toEqual({
      files: [{ fileId: '4001', fileName: 'pleo-1.pdf' }],
    });
    expect((await list(`type=vendorBill&id=${id}`)).status).toBe(400);
  });

  it('needs a transaction, contents and at most 10 MB', async () => {
    const { netsuite, id } = await openWithJournal();
    const largest = Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64');
    const refusals = [
      receipt('9'),
      receipt(id, { contentsBase64: 'not base64' }),
      receipt(id, { contentsBase64: largest }),
    ];

    const replies = await Promise.all(refusals.map((body) => upload(netsuite, body)));

    expect(replies.map(({ status, json }) => [status, json['error']?.['code']])).toEqual([
      [400, 'RCRD_DSNT_EXIST'],
      [400, 'INVALID_UPLOAD'],
      [400, 'SSS_FILE_CONTENT_SIZE_EXCEEDED'],
    ]);
    expect(netsuite.simulator.books.attachments).toEqual([]);
  });

  it('needs a folder, which is set where it is deployed', async () => {
    const { netsuite, id } = await openWithJournal({ account: defaultAccount({ folders: [] }) });

    const { status, json } = await upload(netsuite, receipt(id));

    expect([status, json['error']?.['code']]).toEqual([400, 'SSS_MISSING_REQD_ARGUMENT']);
  });

  it('is not there where it is not installed', async () => {
    const { netsuite, id } = await openWithJournal({ restlet: null });
    expect(netsuite.simulator.restletUrl).toBe('');

    const url = `${netsuite.simulator.url}/app/site/hosting/restlet.nl?script=customscript_other&deploy=customdeploy_other`;
    const { status, json } = await send(url, 'POST', { body: receipt(id), headers: AUTHORIZATION });

    expect([status, json['error']?.['code']]).toEqual([404, 'SSS_INVALID_SCRIPTLET_ID']);
  });
});

describe('attaching by REST', () => {
  it('hangs a file that is there on a record, with nothing in the body', async () => {
    const { netsuite, id } = await openWithJournal();
    const other = await netsuite.create(JOURNALS, journalBody(netsuite, { externalId: 'pleo-je-2' }));
    await upload(netsuite, receipt(id));

    const reply = await netsuite.call('POST', `${JOURNALS}/${other}/!attach/file/4001`);

    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(netsuite.simulator.books.attachments.map(({ transactionId }) => transactionId)).toEqual([id, other]);
    expect((await netsuite.call('POST', `${JOURNALS}/${other}/!attach/file/9`)).status).toBe(404);
  });

  it('came with 2026.1', async () => {
    const { netsuite, id } = await openWithJournal({ release: '2025.2' });
    await upload(netsuite, receipt(id));

    expect((await netsuite.call('POST', `${JOURNALS}/${id}/!attach/file/4001`)).status).toBe(404);
  });

  it('has no document service to upload to', async () => {
    const { call } = await openNetsuite();

    expect((await call('GET', '/document/v1/metadata-catalog')).status).toBe(404);
  });
});
