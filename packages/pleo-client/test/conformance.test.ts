import { generateExportJob, startPleoSimulator, type GeneratedExportJob } from '@ledgerferry/pleo-simulator';
import { describeItemSource } from '@ledgerferry/testkit';
import { openSource } from './open-source.js';

const apiKey = 'planted-api-key';
const encodedKey = Buffer.from(`${apiKey}:`).toString('base64');

describeItemSource('pleo-client over a simulated Pleo', {
  async createHarness() {
    const pleo = await startPleoSimulator({ apiKey });
    const later = generateExportJob({ seed: 7, items: 3, createdAt: '2026-03-17T07:30:00Z' });
    const { companyId } = later;
    const job = withDataAlone(generateExportJob({ seed: 8, items: 25, broken: 0.2, receipts: 1, companyId }));
    for (const each of [later, job]) pleo.addJob(each);
    const open = () => openSource(pleo.url, { apiKey, pageSize: 10 }).source;
    return {
      source: open(),
      companyId,
      jobId: job.id,
      laterJobId: later.id,
      files: { there: await fileOf(open(), job.id), gone: { url: `${pleo.url}/files/gone`, type: null, size: null } },
      secrets: [apiKey, encodedKey],
      book: (jobId) => {
        const { status, items, events } = pleo.books.job(jobId);
        return { status, items, events: events.filter(({ accepted }) => accepted).map(({ event }) => event) };
      },
      reopen: open,
      endJob: (jobId) => pleo.books.cancelJob(jobId),
      disconnect: () => pleo.close(),
      close: () => pleo.close(),
    };
  },
});

/** Without control items that have no data: those are the engine's matter. */
function withDataAlone(job: GeneratedExportJob): GeneratedExportJob {
  const ids = new Set(job.exportItems.map(({ accountingEntryId }) => accountingEntryId));
  return { ...job, accountingEntryIds: job.accountingEntryIds.filter((id) => ids.has(id)) };
}

/** A file that an item of the job names, signed as Pleo signs it. */
async function fileOf(source: ReturnType<typeof openSource>['source'], jobId: string) {
  for await (const { rows } of source.exportItems(jobId))
    for (const row of rows) {
      const file = 'files' in row ? row.files[0] : undefined;
      if (file) return file;
    }
  throw new Error('the generated job names no file');
}
