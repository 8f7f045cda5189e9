import { IntegrationError, type Page } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job, statusesAtPleo } from './numbered-job.js';
import type { PleoChange } from './stage.js';

type Listing = 'jobItems' | 'exportItems';

/** Changes every reading of a listing of Pleo. */
function changing(
  name: Listing,
  change: (pages: () => AsyncIterable<Page<unknown>>, reading: number) => AsyncIterable<Page<unknown>>,
): PleoChange {
  let readings = 0;
  return (source) => ({ ...source, [name]: (id: string) => change(() => source[name](id), (readings += 1)) });
}

describe.each<Listing>(['jobItems', 'exportItems'])("Pleo's listing %s", (name) => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, {}]));

  test('that goes in a circle stops the job, and nothing is posted', async () => {
    const stage = makeStage();
    stage.addJob(job(1, many));
    const circling = changing(name, async function* (pages) {
      for (;;) yield* pages();
    });

    expect(await stage.runJob({ pleo: circling })).toMatchObject({
      stopped: { code: 'LISTING_NEVER_ENDS', unfinished: true },
    });
    expect(bookedNames(stage)).toEqual([]);
    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
  });

  test('that brings ever new rows stops the job, and nothing is posted', async () => {
    const stage = makeStage();
    stage.addJob(job(1, many));
    const inventing = changing(name, async function* (pages) {
      for await (const page of pages())
        for (let number = 0; ; number++) yield { ...page, rows: [invent(page, number)] };
    });

    expect(await stage.runJob({ pleo: inventing })).toMatchObject({ stopped: { code: 'LISTING_NEVER_ENDS' } });
    expect(bookedNames(stage)).toEqual([]);
  });

  test('that breaks off is read again from its beginning', async () => {
    const stage = makeStage();
    stage.addJob(job(1, many));
    const breaking = changing(name, async function* (pages, reading) {
      for await (const page of pages()) {
        yield page;
        if (reading < 3) throw new IntegrationError('transient', 'PLEO_OUT_OF_REACH', 'Pleo does not answer.');
      }
    });

    expect(await stage.runJob({ pleo: breaking })).toMatchObject({ status: 'completed', items: { exported: 12 } });
    expect(statusesAtPleo(stage, 1)).toEqual(Array.from({ length: 12 }, () => 'successful'));
  });

  test('that breaks off every time stops the job, and the next run finishes it', async () => {
    const stage = makeStage();
    stage.addJob(job(1, many));
    const breaking = changing(name, async function* (pages) {
      for await (const page of pages()) {
        yield page;
        throw new IntegrationError('transient', 'PLEO_OUT_OF_REACH', 'Pleo does not answer.');
      }
    });

    expect(await stage.runJob({ pleo: breaking })).toMatchObject({
      status: 'in_progress',
      stopped: { code: 'PLEO_OUT_OF_REACH', unfinished: true },
    });
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 12 } });
  });
});

/** A row like the first of a page, of another entry. */
function invent({ rows }: Page<unknown>, number: number): unknown {
  const [first] = rows;
  return { ...(typeof first === 'object' ? first : {}), accountingEntryId: `f0000000-0000-4000-8000-${number}` };
}
