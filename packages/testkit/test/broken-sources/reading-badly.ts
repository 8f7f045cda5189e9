import type { ExportItem, Page } from '@ledgerferry/core';
import type { BrokenSource } from './broken-source.js';

/** Sources whose listings cannot be believed. */
export const readingBadly: readonly BrokenSource[] = [
  {
    defect: 'gives the last row of a page again on the next',
    spoil: (source) => ({ exportItems: (jobId) => repeating(() => source.exportItems(jobId)) }),
    fails: 'reads every item of both layers once',
    says: /exportItems must give each item of the job once/,
  },
  {
    defect: 'leaves out what was the first row of a listing that it has read',
    spoil: (source) => {
      let readings = 0;
      return {
        exportItems: (jobId) => {
          const isAgain = readings > 0;
          const listing = mapped(
            () => source.exportItems(jobId),
            (page, number) => (isAgain && number === 1 ? { ...page, rows: page.rows.slice(1) } : page),
          );
          return closing(listing, (isWhole) => (readings += isWhole ? 1 : 0));
        },
      };
    },
    fails: 'reads the same again',
    says: /exportItems must give the same items again/,
  },
  {
    defect: 'goes on where a listing was left',
    spoil: (source) => ({
      jobItems: (jobId) => {
        let pages = 0;
        const listing = mapped(
          () => source.jobItems(jobId),
          (page) => page,
        );
        const again = () =>
          mapped(
            () => source.jobItems(jobId),
            (page, number) => (number === 1 ? page : { ...page, rows: [] }),
          );
        return { [Symbol.asyncIterator]: () => ((pages += 1) === 1 ? listing : again())[Symbol.asyncIterator]() };
      },
    }),
    fails: 'reads the same through one listing that is kept and read twice',
    says: /must give all items or none, but gave 5 of 12/,
  },
  {
    defect: 'shares a cursor among readers',
    spoil: (source) => {
      let open = 0;
      return {
        jobItems: (jobId) => {
          open += 1;
          const skips = open > 1;
          const listing = mapped(
            () => source.jobItems(jobId),
            (page, number) => (skips && number === 1 ? { ...page, rows: [] } : page),
          );
          return closing(listing, () => (open -= 1));
        },
      };
    },
    fails: 'a reader that stops early disturbs no other',
    says: /jobItems must give every item to a second reader/,
  },
  {
    defect: 'reads one layer at a time',
    spoil: (source) => {
      let isReading = false;
      return {
        jobItems: (jobId) => {
          isReading = true;
          return closing(
            mapped(
              () => source.jobItems(jobId),
              (page) => page,
            ),
            () => {
              isReading = false;
            },
          );
        },
        exportItems: (jobId) =>
          mapped(
            () => source.exportItems(jobId),
            (page) => (isReading ? { ...page, rows: [] } : page),
          ),
      };
    },
    fails: 'the layers can be read side by side',
    says: /Each layer must give every item/,
  },
  {
    defect: 'shows its cursors',
    spoil: (source) => ({
      jobItems: (jobId) =>
        mapped(
          () => source.jobItems(jobId),
          (page, number) => Object.assign({}, page, { endCursor: String(number) }),
        ),
    }),
    fails: 'a page gives rows and a total, and no cursor',
    says: /Keep cursors to yourself/,
  },
  {
    defect: 'counts the rows so far',
    spoil: (source) => ({
      jobItems: (jobId) =>
        mapped(
          () => source.jobItems(jobId),
          (page, number) => ({ ...page, total: number * 5 }),
        ),
    }),
    fails: 'the total is the same on every page, or not known',
    says: /must state the total 12, or null\.\n {2}found: {4}5, 10, 15/,
  },
  {
    defect: 'keeps amounts as decimals',
    spoil: (source) => ({
      exportItems: (jobId) =>
        mapped(
          () => source.exportItems(jobId),
          (page) => ({ ...page, rows: page.rows.map((row) => ('amount' in row ? inDecimals(row) : row)) }),
        ),
    }),
    fails: 'an item has whole minor units, or a problem of its own',
    says: /must be whole minor units: RangeError: 0\.1 DKK is not a whole number/,
  },
  {
    defect: 'hands out items of a job that is over',
    spoil: (source, pleo) => ({
      exportItems: (jobId) =>
        (async function* () {
          if (pleo.book(jobId).status === 'failed') yield { rows: [], total: 0 };
          else yield* source.exportItems(jobId);
        })(),
    }),
    fails: 'items of a job that is over are not handed out',
    says: /exportItems must throw an IntegrationError for a job that is over/,
  },
  {
    defect: 'takes an outage for the end of a listing',
    spoil: (source) => ({
      jobItems: (jobId) =>
        (async function* () {
          let pages = 0;
          try {
            for await (const page of source.jobItems(jobId)) {
              pages += 1;
              yield page;
            }
          } catch (error) {
            if (pages === 0) throw error;
          }
        })(),
    }),
    fails: 'an outage in the middle of a listing is a failure, not its end',
    says: /it ended after 5 of 12 items/,
  },
];

async function* mapped<Row>(
  listing: () => AsyncIterable<Page<Row>>,
  change: (page: Page<Row>, number: number) => Page<Row>,
): AsyncGenerator<Page<Row>> {
  let number = 0;
  for await (const page of listing()) yield change(page, (number += 1));
}

async function* repeating<Row>(listing: () => AsyncIterable<Page<Row>>): AsyncGenerator<Page<Row>> {
  let last: readonly Row[] = [];
  for await (const page of listing()) {
    yield { ...page, rows: [...last, ...page.rows] };
    last = page.rows.slice(-1);
  }
}

/** Says when a listing is over, and whether it was read to its end. */
async function* closing<Row>(listing: AsyncIterable<Row>, close: (isWhole: boolean) => void): AsyncGenerator<Row> {
  let isWhole = false;
  try {
    yield* listing;
    isWhole = true;
  } finally {
    close(isWhole);
  }
}

function inDecimals(item: ExportItem): ExportItem {
  const { inWalletCurrency } = item.amount;
  return { ...item, amount: { ...item.amount, inWalletCurrency: { ...inWalletCurrency, minorUnits: 0.1 } } };
}
