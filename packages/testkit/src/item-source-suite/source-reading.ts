import { money, type ExportItem, type UnreadableExportItem } from '@ledgerferry/core';
import { demand, demandEqual, described } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import { demandProblem } from '../conformance/demand-problem.js';
import type { ItemSourceHarness } from './item-source-harness.js';
import { demandOver, idsInPleo, idsOf, layersOf, pagesOf } from './source-rows.js';

/** What `jobItems` and `exportItems` promise. */
export const sourceReading: Theme<ItemSourceHarness> = {
  name: 'reading',
  page: 'packages/core/src/ports/item-source.ts',
  behaviours: [
    {
      title: 'reads every item of both layers once',
      advice:
        'Follow the cursor to its end, and drop rows that come again by their id: an item that is missing or twice stops the job.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        for (const [name, read] of layersOf(harness))
          demandEqual(
            (await idsOf(read())).toSorted(),
            await idsInPleo(harness),
            `${name} must give each item of the job once.`,
          );
      },
    },
    {
      title: 'reads the same again',
      advice: 'Begin each listing at its first page: what was read before, by whomever, must not matter.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        for (const [name, read] of layersOf(harness)) {
          const first = await idsOf(read());
          demandEqual((await idsOf(read())).toSorted(), first.toSorted(), `${name} must give the same items again.`);
        }
      },
    },
    {
      title: 'reads the same through one listing that is kept and read twice',
      advice:
        'Make a listing an iterable that begins anew, or one that ends for good: it must never go on where another reader stopped.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        for (const [name, read] of layersOf(harness)) {
          const listing = read();
          const first = await idsOf(listing);
          const second = await idsOf(listing);
          demand(
            second.length === 0 || second.length === first.length,
            `A listing of ${name} that is read again must give all items or none, but gave ${second.length} of ${first.length}.`,
          );
        }
      },
    },
    {
      title: 'a reader that stops early disturbs no other',
      advice:
        'Keep the cursor inside the listing it belongs to: the layers are read side by side, and a crash may stop one in the middle.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        for (const [name, read] of layersOf(harness)) {
          const stopped = read()[Symbol.asyncIterator]();
          await stopped.next();
          const ids = new Set(await idsOf(read()));
          demandEqual(
            [...ids].toSorted(),
            await idsInPleo(harness),
            `${name} must give every item to a second reader.`,
          );
          await stopped.return?.();
        }
      },
    },
    {
      title: 'the layers can be read side by side',
      advice: 'Share nothing between listings but the budget of calls.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        const ids = await idsInPleo(harness);
        const read = await Promise.all(layersOf(harness).map(([, layer]) => idsOf(layer())));
        for (const layer of read) demandEqual([...new Set(layer)].toSorted(), ids, 'Each layer must give every item.');
      },
    },
    {
      title: 'a page gives rows and a total, and no cursor',
      advice: 'Keep cursors to yourself: the engine holds pages, and a cursor outlives neither a restart nor an hour.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        for (const [name, read] of layersOf(harness))
          for (const page of await pagesOf(read()))
            demandEqual(
              Object.keys(page).toSorted(),
              ['rows', 'total'],
              `A page of ${name} must give rows and total alone.`,
            );
      },
    },
    {
      title: 'the total is the same on every page, or not known',
      advice:
        'Answer the total that Pleo states, or null; never the number of rows so far: items are counted against it.',
      run: async (harness) => {
        const { numberOfItems } = await harness.source.start(harness.jobId);
        for (const [name, read] of layersOf(harness)) {
          const totals = new Set((await pagesOf(read())).map(({ total }) => total));
          demand(
            totals.size === 1 && [numberOfItems, null].some((total) => totals.has(total)),
            `Every page of ${name} must state the total ${numberOfItems}, or null.\n  found:    ${[...totals].join(', ')}`,
          );
        }
      },
    },
    {
      title: 'an item has whole minor units, or a problem of its own',
      advice:
        'Parse amounts exactly, and give an item that cannot be read its problem: it must fail alone, and not spoil its page.',
      run: async ({ source, jobId }) => {
        await source.start(jobId);
        for (const { rows } of await pagesOf(source.exportItems(jobId))) rows.forEach(demandReadable);
      },
    },
    {
      title: 'items of a job that is over are not handed out',
      advice:
        'Throw "connection-lost" with code PLEO_JOB_IS_OVER: what is read of a job that is over must not be booked.',
      run: async (harness) => {
        const { source, jobId } = harness;
        await source.start(jobId);
        await harness.endJob(jobId);
        await demandOver('exportItems', async () => pagesOf(source.exportItems(jobId)));
      },
    },
    {
      title: 'an outage in the middle of a listing is a failure, not its end',
      advice: 'Let the failure through: a listing that ends early looks like a job with fewer items.',
      run: async (harness) => {
        await harness.source.start(harness.jobId);
        const { length } = await idsInPleo(harness);
        const listing = harness.source.jobItems(harness.jobId)[Symbol.asyncIterator]();
        let count = (await listing.next()).value?.rows.length ?? 0;
        await harness.disconnect();
        const failure = await (async () => {
          for (let next = await listing.next(); !next.done; next = await listing.next())
            count += next.value.rows.length;
        })().catch((error: unknown) => described(error));
        demand(
          failure !== undefined || count === length,
          `A listing that breaks off must throw, but it ended after ${count} of ${length} items.`,
        );
      },
    },
  ],
};

function demandReadable(row: ExportItem | UnreadableExportItem): void {
  if ('problem' in row) return demandProblem(row.problem);
  const amounts = [row.amount, ...row.lines.flatMap((line) => [line.lineAmount, line.netAmount])];
  for (const { currency, minorUnits, exponent } of amounts.flatMap((each) => [
    each.inWalletCurrency,
    each.inSupplierCurrency,
  ]))
    try {
      money(currency, minorUnits, exponent);
    } catch (error) {
      demand(false, `The amounts of ${row.accountingEntryId} must be whole minor units: ${described(error)}.`);
    }
}
