import { describe, expect, onTestFinished, test } from 'vitest';
import { buildAccountingEntry } from '@ledgerferry/testkit';
import { startNetsuite } from '../netsuite-fixture.js';
import { callOf } from '../scripted-netsuite.js';
import { fakeNetsuite, loadScript } from './load-script.js';

const PLACE = { type: 'journalEntry', id: '10001' };
const UPLOAD = { fileName: 'e1-1.pdf', contentsBase64: 'JVBERi0xLjQ=', attachTo: PLACE };

describe('our RESTlet', () => {
  test('puts a receipt into its folder and hangs it on its transaction', () => {
    const netsuite = fakeNetsuite();
    expect(loadScript(netsuite).post(UPLOAD)).toEqual({ fileId: '4001' });
    expect([...netsuite.files.values()]).toEqual([
      { name: 'e1-1.pdf', fileType: 'PDF', contents: 'JVBERi0xLjQ=', folder: 3_001 },
    ]);
    expect([...netsuite.attachedTo]).toEqual(['journalentry 10001']);
  });

  test('adds nothing when the same receipt is sent again', () => {
    const netsuite = fakeNetsuite();
    const script = loadScript(netsuite);
    expect(script.post(UPLOAD)).toEqual(script.post(UPLOAD));
    expect(script.get(PLACE)).toEqual({ files: [{ fileId: '4001', fileName: 'e1-1.pdf' }] });
  });

  test('lists nothing for a transaction without receipts', () => {
    expect(loadScript(fakeNetsuite()).get(PLACE)).toEqual({ files: [] });
  });

  test('keeps a text file as text, because SuiteScript takes no base64 for it', () => {
    const netsuite = fakeNetsuite();
    const contentsBase64 = Buffer.from('Kvittering æøå').toString('base64');
    loadScript(netsuite).post({ ...UPLOAD, fileName: 'note.TXT', contentsBase64 });
    expect([...netsuite.files.values()]).toMatchObject([{ fileType: 'PLAINTEXT', contents: 'Kvittering æøå' }]);
  });

  test.each(['doc', 'docx', 'jpeg', 'jpg', 'pdf', 'png', 'txt', 'xls', 'xlsx'])(
    'takes what Pleo takes: %s',
    (ending) => {
      expect(() => loadScript(fakeNetsuite()).post({ ...UPLOAD, fileName: `e1-1.${ending}` })).not.toThrow();
    },
  );

  test.each([
    ['RCRD_DSNT_EXIST', { ...UPLOAD, attachTo: { ...PLACE, id: '7' } }, '3001'],
    ['INVALID_FILE_TYPE', { ...UPLOAD, fileName: 'e1-1.exe' }, '3001'],
    ['INVALID_UPLOAD', { fileName: 'e1-1.pdf' }, '3001'],
    ['FOLDER_MISSING', UPLOAD, null],
  ])('refuses with %s and leaves no file behind', (name, upload, folder) => {
    const netsuite = { ...fakeNetsuite(), folder };
    expect(() => loadScript(netsuite).post(upload)).toThrow(expect.objectContaining({ name }));
    expect(netsuite.files.size).toBe(0);
  });
});

describe('the RESTlet of the simulator', () => {
  async function startWithJournal() {
    const { simulator, open } = await startNetsuite({ accessToken: 'token-of-tests' });
    onTestFinished(() => simulator.close());
    const adapter = open();
    const [document] = adapter.plan(buildAccountingEntry(), await adapter.loadReferenceData()).documents;
    if (document) await adapter.post(callOf(document));
    const headers = { Authorization: 'Bearer token-of-tests', 'Content-Type': 'application/json' };
    const answerOf = async (response: Response) => [response.status, await response.json()];
    return {
      post: async (upload: object) =>
        answerOf(await fetch(simulator.restletUrl, { method: 'POST', headers, body: JSON.stringify(upload) })),
      get: async ({ type, id }: typeof PLACE) =>
        answerOf(await fetch(`${simulator.restletUrl}&type=${type}&id=${id}`, { headers })),
    };
  }

  test('answers as our script does', async () => {
    const simulated = await startWithJournal();
    const script = loadScript(fakeNetsuite());
    const place = { type: 'journalEntry', id: '10001' };
    await expect(simulated.get(place)).resolves.toEqual([200, script.get(place)]);
    await expect(simulated.post(UPLOAD)).resolves.toEqual([200, script.post(UPLOAD)]);
    await expect(simulated.post(UPLOAD)).resolves.toEqual([200, script.post(UPLOAD)]);
    await expect(simulated.get(place)).resolves.toEqual([200, script.get(place)]);
  });

  test('refuses what our script refuses', async () => {
    const simulated = await startWithJournal();
    const gone = { ...UPLOAD, attachTo: { ...PLACE, id: '7' } };
    await expect(simulated.post(gone)).resolves.toMatchObject([400, { error: { code: 'RCRD_DSNT_EXIST' } }]);
    await expect(simulated.post({ fileName: 'x.pdf' })).resolves.toMatchObject([
      400,
      { error: { code: 'INVALID_UPLOAD' } },
    ]);
  });
});
