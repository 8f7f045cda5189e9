import { inspect } from 'node:util';
import { IntegrationError } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError, described } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { ItemSourceHarness } from './item-source-harness.js';
import { errorsOf, pagesOf, success } from './source-rows.js';

/** What `openFile` promises, and what a source says of a Pleo that does not answer. */
export const sourceFailures: Theme<ItemSourceHarness> = {
  name: 'files and failures',
  page: 'packages/core/src/ports/item-source.ts',
  behaviours: [
    {
      title: 'a file has bytes and a type',
      advice:
        'Answer the bytes and their MIME type, from the bytes themselves before the word of the server; application/octet-stream where neither says.',
      run: async ({ source, files }) => {
        const { bytes, contentType } = await source.openFile(files.there);
        demand(bytes.byteLength > 0, 'openFile must answer the bytes of the file.');
        demand(/^[\w.+-]+\/[\w.+-]+/.test(contentType), `contentType must be a MIME type, but is "${contentType}".`);
      },
    },
    {
      title: 'a file is opened afresh each time',
      advice:
        'Download it anew, or answer a copy: the ledger must get the bytes of Pleo, whatever became of those opened before.',
      run: async ({ source, files }) => {
        const first = await source.openFile(files.there);
        const before = Uint8Array.from(first.bytes);
        first.bytes.fill(0);
        demand(
          before.every((byte, place) => first.bytes[place] === byte) ||
            Buffer.compare((await source.openFile(files.there)).bytes, before) === 0,
          'openFile must answer the bytes of the file each time.',
        );
      },
    },
    {
      title: 'a file that cannot be had is rejected, with a reason that Pleo knows',
      advice:
        'Throw "item-rejected" with an itemReason that begins with receipt_: the entry is booked without it, and a person is told.',
      run: async ({ source, files }) => {
        const error = await demandIntegrationError(
          () => source.openFile(files.gone),
          'openFile must throw an IntegrationError for a file that cannot be had.',
        );
        demand(
          error.kind === 'item-rejected' && (error.itemReason ?? '').startsWith('receipt_'),
          `A file that cannot be had must be "item-rejected" with a receipt_* reason, but is "${error.kind}" with ${error.itemReason}.`,
        );
      },
    },
    {
      title: 'an outage is "transient", whatever is asked',
      advice: 'Throw "transient" where Pleo is out of reach: the job stays open, and the next run goes on.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        await harness.disconnect();
        const kinds = (await errorsOf(everyCall(harness))).map((error) =>
          IntegrationError.isInstance(error) ? error.kind : `none (${described(error)})`,
        );
        demandEqual(
          kinds,
          kinds.map(() => 'transient'),
          'Every call must throw "transient" where Pleo is out of reach.',
        );
      },
    },
    {
      title: 'no error shows a secret, nor do its causes',
      advice:
        'Never put a key, a header or the error of an HTTP client into an error or its cause: logs keep all of it.',
      run: async (harness) => {
        await harness.disconnect();
        const text = inspect(await errorsOf(everyCall(harness)), {
          depth: 20,
          showHidden: true,
          maxStringLength: null,
        });
        demand(!harness.secrets.some((secret) => text.includes(secret)), 'An error must not show a secret, but does.');
      },
    },
  ],
};

function everyCall({ source, companyId, jobId }: ItemSourceHarness): readonly (() => Promise<unknown>)[] {
  return [
    () => source.jobs(companyId, ['pending']),
    () => source.job(jobId),
    () => source.start(jobId),
    async () => pagesOf(source.jobItems(jobId)),
    async () => pagesOf(source.exportItems(jobId)),
    () => source.report(jobId, [success('6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20')]),
    () => source.complete(jobId, { event: 'completed' }),
  ];
}
