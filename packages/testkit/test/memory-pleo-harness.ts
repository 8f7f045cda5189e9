import { IntegrationError, type ItemSource, type ReceiptFile } from '@ledgerferry/core';
import { buildExportItem } from '../src/build-export-item.js';
import type { ItemSourceHarness } from '../src/item-source-suite/item-source-harness.js';
import { createManualClock } from '../src/manual-clock.js';
import { MemoryPleo } from '../src/memory-pleo.js';

const jobId = 'a3a7b6c1-0000-4000-8000-000000000002';
const laterJobId = 'a3a7b6c1-0000-4000-8000-000000000001';
const companyId = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';
const fileAt = (url: string): ReceiptFile => ({ url, type: 'application/pdf', size: null });
const files = { there: fileAt('https://files.example.com/1'), gone: fileAt('https://files.example.com/gone') };

/** Pleo in memory on the bench; `spoil` may break its source. */
export function createMemoryPleoHarness(
  spoil: (source: ItemSource, pleo: MemoryPleo) => Partial<ItemSource> = () => ({}),
): ItemSourceHarness {
  const pleo = new MemoryPleo({ clock: createManualClock() });
  const itemsOf = (names: string) =>
    Array.from(names, (accountingEntryId) => buildExportItem(100, { accountingEntryId }));
  pleo.addJob({ id: laterJobId, companyId, createdAt: '2026-03-11T09:00:00Z', items: itemsOf('xyz') });
  pleo.addJob({ id: jobId, companyId, createdAt: '2026-03-11T08:30:00+00:30', items: itemsOf('abcdefghijkl') });
  let isConnected = true;
  const open = (): ItemSource => {
    const source = onLine(pleo.source(), () => isConnected);
    return { ...source, ...spoil(source, pleo) };
  };
  return {
    source: open(),
    companyId,
    jobId,
    laterJobId,
    files,
    secrets: ['pleo-api-key'],
    book: (id) => pleo.book(id),
    reopen: open,
    endJob: (id) => pleo.cancel(id),
    disconnect: () => {
      isConnected = false;
    },
  };
}

/** The source of Pleo in memory, over a line that can break. */
function onLine(source: ItemSource, isConnected: () => boolean): ItemSource {
  const demandLine = () => {
    if (!isConnected())
      throw new IntegrationError('transient', 'PLEO_UNREACHABLE', 'Pleo is out of reach. Try again later.');
  };
  const sent = async <Answer>(call: () => Promise<Answer>) => {
    demandLine();
    return call();
  };
  return {
    maximumUpdates: source.maximumUpdates,
    jobs: (company, statuses) => sent(() => source.jobs(company, statuses)),
    job: (id) => sent(() => source.job(id)),
    start: (id, mayBegin) => sent(() => source.start(id, mayBegin)),
    report: (id, updates, mayBegin) => sent(() => source.report(id, updates, mayBegin)),
    complete: (id, event, mayBegin) => sent(() => source.complete(id, event, mayBegin)),
    jobItems: (id) => pagesOver(() => source.jobItems(id), demandLine),
    exportItems: (id) => pagesOver(() => source.exportItems(id), demandLine),
    openFile: async (file) => {
      if (file.url !== files.gone.url) return copyOf(await source.openFile(file));
      throw new IntegrationError('item-rejected', 'PLEO_RECEIPT_UNAVAILABLE', 'The link has expired.', {
        itemReason: 'receipt_download_failure',
      });
    },
  };
}

async function* pagesOver<Row>(listing: () => AsyncIterable<Row>, demandLine: () => void): AsyncGenerator<Row> {
  demandLine();
  for await (const page of listing()) {
    demandLine();
    yield page;
  }
}

function copyOf({ bytes, contentType }: Awaited<ReturnType<ItemSource['openFile']>>) {
  return { bytes: Uint8Array.from(bytes), contentType };
}
