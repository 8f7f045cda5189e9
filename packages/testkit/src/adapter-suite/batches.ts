import type { Document, PostOutcome } from '@ledgerferry/core';
import { demand, demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { refusesEntries, runsSideBySide, takesBatches } from './concerns.js';

/** Larger batches are declared by files, where their size is no matter. */
const LARGEST_TRIED = 500;

/** What `post` promises of several documents at once. */
export const batches: Theme<AdapterBench> = {
  name: 'batches',
  page: 'docs/writing-an-adapter.md#members',
  behaviours: [
    {
      title: 'every document of a call has one outcome, under its key',
      advice:
        'Answer one outcome per document: one that is missing is looked up, one that is there twice may hide a refusal.',
      where: [takesBatches],
      run: async (bench) => {
        const documents = await bench.prepare(...threeEntries(bench));
        const outcomes = await bench.adapter.post(bench.call(documents));
        demandEqual(
          outcomes.map(({ key }) => key).toSorted(),
          documents.map(({ key }) => key).toSorted(),
          'post must answer one outcome for each document, and for no other.',
        );
        demandEqual(
          outcomes.map(({ status }) => status),
          documents.map(() => 'posted'),
          'Documents that the ledger takes must be "posted".',
        );
      },
    },
    {
      title: 'every document of a call is in the ledger once',
      advice: 'Send each document of the call once, whatever the number of requests that takes.',
      where: [takesBatches],
      run: async (bench) => {
        const documents = await bench.prepare(...threeEntries(bench));
        await bench.adapter.post(bench.call(documents));
        for (const document of documents)
          demandEqual((await bench.held(document)).length, 1, `${document.key} must be in the ledger once.`);
      },
    },
    {
      title: 'every outcome carries the id of its own document',
      advice:
        'Match the answer of the system to the documents by reference or by position as documented: an outcome with the id of another entry cannot be put right.',
      where: [takesBatches],
      run: async (bench) => {
        const documents = await bench.prepare(...threeEntries(bench));
        await demandOwnIds(bench, documents, await bench.adapter.post(bench.call(documents.toReversed())));
      },
    },
    {
      title: 'a full batch is taken',
      advice:
        'Declare postBatchSize as the largest call that the system takes whole: larger ones are refused, and smaller ones cost time.',
      where: [takesBatches],
      run: async (bench) => {
        const names = Array.from({ length: Math.min(bench.batchSize(), LARGEST_TRIED) }, (_, place) => `full ${place}`);
        const documents = await bench.prepare(...names.map((name) => bench.entry(name)));
        const outcomes = await bench.adapter.post(bench.call(documents));
        demandEqual(
          outcomes.filter(({ status }) => status === 'posted').length,
          documents.length,
          `A batch of ${documents.length} must be posted whole: so many are declared.`,
        );
      },
    },
    {
      title: 'one refused document leaves the others of its batch booked',
      advice:
        'Declare batchOutcome: "all" where one refusal refuses the call; else tell the documents of the answer apart.',
      where: [takesBatches, refusesEntries],
      run: async (bench) => {
        const entries = [bench.entry('before'), bench.refused('refused'), bench.entry('after')];
        const documents = await bench.prepare(...entries.slice(0, Math.max(2, bench.batchSize())));
        const outcomes = await bench.adapter.post(bench.call(documents));
        const expected = documents.map(({ key }, place) => [key, place === 1 ? 'refused' : 'posted'] as const);
        demandEqual(
          statusByKey(outcomes),
          Object.fromEntries(expected),
          'A refusal must concern its own document alone.',
        );
        for (const [place, document] of documents.entries())
          demandEqual(
            (await bench.held(document)).length,
            place === 1 ? 0 : 1,
            `${document.key} must be in the ledger ${place === 1 ? 'not at all' : 'once'}.`,
          );
      },
    },
    {
      title: 'calls that run side by side are answered each for itself',
      advice:
        'Keep what belongs to a call in variables of that call: the engine runs up to maximumInFlight of them at once.',
      where: [runsSideBySide],
      run: async (bench) => {
        const documents = await bench.prepare(bench.entry('left'), bench.entry('right'));
        const answers = await Promise.all(documents.map((document) => bench.adapter.post(bench.call([document]))));
        await demandOwnIds(bench, documents, answers.flat());
        demandEqual(
          answers.map((answer) => answer.map(({ key }) => key)),
          documents.map(({ key }) => [key]),
          'Each call must be answered for its own document.',
        );
      },
    },
  ],
};

function threeEntries(bench: AdapterBench) {
  return ['a', 'b', 'c'].slice(0, bench.batchSize()).map((name) => bench.entry(name));
}

function statusByKey(outcomes: readonly PostOutcome[]): Record<string, string> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome.key, outcome.status]));
}

async function demandOwnIds(
  bench: AdapterBench,
  documents: readonly Document[],
  outcomes: readonly PostOutcome[],
): Promise<void> {
  for (const document of documents) {
    const outcome = outcomes.find(({ key }) => key === document.key);
    if (outcome?.status !== 'posted') continue;
    const [held] = await bench.held(document);
    demand(
      held?.externalId === outcome.externalId,
      `The outcome of ${document.key} must carry the id of its own document.\n  expected: ${held?.externalId}\n  found:    ${outcome.externalId}`,
    );
  }
}
