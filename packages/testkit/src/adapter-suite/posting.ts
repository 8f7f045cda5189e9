import { isSameMoney, type AccountingEntry, type PostOutcome } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError } from './advice.js';
import type { AdapterBench } from './adapter-bench.js';
import type { AdapterBehaviour } from './behaviour.js';

/** What `post` promises. */
export const postingBehaviours: readonly AdapterBehaviour[] = [
  {
    title: 'an entry is in the ledger once, under its reference and the id that was answered',
    run: async (bench) => {
      const posted = await bench.postOne(bench.entry('one'));
      const held = await bench.held(posted.document);
      demandEqual(
        held.map((document) => document.externalId),
        [posted.outcome.externalId],
        'The ledger must hold the document once, under the reference it was given and the external id that post answered.',
      );
      demandEqual(held[0]?.state, 'live', 'A final entry must be live in the ledger.');
    },
  },
  {
    title: 'the ledger shows the planned total, and so does the answer where it tells',
    run: async (bench) => {
      for (const { document, outcome } of await bench.postEntries(bench.entry('total'), bench.payable('payable'))) {
        if (!document.summary) continue;
        const [held] = await bench.held(document);
        demandEqual(
          held?.summary?.total,
          document.summary.total,
          `The ledger must show the planned total of ${document.key}.`,
        );
        demand(
          outcome.summary === null || isSameMoney(outcome.summary.total, document.summary.total),
          `post answers another total than planned for ${document.key}: answer what the ledger says, or null.`,
        );
      }
    },
  },
  {
    title: 'a payable is all there, each document after what it names',
    run: async (bench) => {
      const posted = await bench.postEntries(bench.payable('payable'));
      for (const { document } of posted)
        demandEqual((await bench.held(document)).length, 1, `${document.key} must be in the ledger once.`);
    },
  },
  {
    title: 'a draft is a draft in the ledger',
    concerns: ({ adapter }) => Object.values(adapter.capabilities.recordTypes).some((recordType) => recordType.draft),
    run: async (bench) => {
      for (const { document } of await bench.postEntries(bench.entry('draft', { posting: 'draft' }))) {
        if (!bench.adapter.capabilities.recordTypes[document.recordType]?.draft) continue;
        demandEqual(
          (await bench.held(document))[0]?.state,
          'draft',
          'The record type is declared to have drafts: posting "draft" must leave one, for a person to approve.',
        );
      }
    },
  },
  {
    title: 'a batch answers every document once, and books each once',
    run: async (bench) => {
      const entries = ['a', 'b', 'c'].slice(0, batchSize(bench)).map((name) => bench.entry(name));
      const documents = await bench.prepare(...entries);
      const outcomes = await bench.adapter.post(bench.call(documents));
      demandEqual(
        statusByKey(outcomes),
        Object.fromEntries(documents.map(({ key }) => [key, 'posted'])),
        'post must answer one outcome per document, with its key.',
      );
      for (const document of documents)
        demandEqual((await bench.held(document)).length, 1, `${document.key} must be in the ledger once.`);
      const ids = outcomes.flatMap((outcome) => (outcome.status === 'posted' ? [outcome.externalId] : []));
      demandEqual(ids, [...new Set(ids)], 'Every document must have an external id of its own.');
    },
  },
  {
    title: 'a refused document is an outcome with a problem, and is not in the ledger',
    concerns: ({ buildRefused }) => buildRefused !== null,
    run: async (bench) => {
      const [document] = await bench.prepare(refusedEntry(bench));
      demand(document !== undefined, 'plan must name at least one document.');
      const [outcome] = await bench.adapter.post(bench.call([document]));
      demandProblem(outcome);
      demandEqual(await bench.held(document), [], 'A refused document must not be in the ledger.');
    },
  },
  {
    title: 'one refused document leaves the others of its batch booked',
    concerns: ({ adapter, buildRefused }) => buildRefused !== null && adapter.capabilities.batchOutcome === 'each',
    run: async (bench) => {
      const entries = [bench.entry('before'), refusedEntry(bench), bench.entry('after')].slice(
        0,
        Math.max(2, batchSize(bench)),
      );
      const documents = await bench.prepare(...entries);
      const outcomes = await bench.adapter.post(bench.call(documents));
      const expected = Object.fromEntries(documents.map(({ key }, place) => [key, place === 1 ? 'refused' : 'posted']));
      demandEqual(
        statusByKey(outcomes),
        expected,
        'batchOutcome is "each": a refusal must concern its own document alone.',
      );
    },
  },
  {
    title: 'a reference that is there already answers exists, and books nothing',
    concerns: ({ adapter }) => adapter.capabilities.reference.unique,
    run: async (bench) => {
      const posted = await bench.postOne(bench.entry('twice'));
      const outcomes = await bench.adapter.post(bench.call([posted.document]));
      demandEqual(
        (await bench.held(posted.document)).length,
        1,
        'References are declared unique: the ledger must never hold one twice.',
      );
      demandEqual(
        statusByKey(outcomes),
        { [posted.document.key]: 'exists' },
        'References are declared unique: a repeat must answer "exists", so that the engine looks it up.',
      );
    },
  },
  {
    title: 'a repeat under the same request key answers the first id, and books nothing',
    concerns: ({ adapter }) => adapter.capabilities.repeat.windowMs > 0,
    run: async (bench) => {
      const call = bench.call(await bench.prepare(bench.entry('repeat')));
      const first = await bench.adapter.post(call);
      const second = await bench.adapter.post(call);
      demandEqual(
        second,
        first,
        'repeat.windowMs is declared: the same call under the same request key must answer the same.',
      );
      demandEqual(
        (await bench.held(bench.firstDocument(bench.entry('repeat')))).length,
        1,
        'repeat.windowMs is declared: a repeat must book nothing.',
      );
    },
  },
  {
    title: 'a ledger that is out of reach throws, and holds nothing afterwards',
    run: async (bench) => {
      const call = bench.call(await bench.prepare(bench.entry('lost')));
      await bench.harness.disconnect();
      const error = await demandIntegrationError(
        () => bench.adapter.post(call),
        'post must throw an IntegrationError where the ledger is out of reach: no outcome can be known.',
      );
      demand(
        error.kind !== 'item-rejected',
        'A ledger that is out of reach refuses no entry: throw "transient", "outcome-unknown", "connection-lost" or "misconfigured".',
      );
      demandEqual(
        await bench.held(bench.firstDocument(bench.entry('lost'))),
        [],
        'Nothing must be in the ledger after a call that did not reach it.',
      );
    },
  },
];

function batchSize(bench: AdapterBench): number {
  const { recordTypes } = bench.adapter.capabilities;
  return recordTypes[bench.firstDocument(bench.entry('size')).recordType]?.postBatchSize ?? 1;
}

function refusedEntry(bench: AdapterBench): AccountingEntry {
  const build = bench.harness.buildRefused;
  demand(build !== null, 'This behaviour concerns only a system that refuses entries.');
  return build({});
}

function statusByKey(outcomes: readonly PostOutcome[]): Record<string, string> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome.key, outcome.status]));
}

function demandProblem(outcome: PostOutcome | undefined): void {
  demand(
    outcome?.status === 'refused',
    'A document that the accounting system refuses must be the outcome "refused", not an exception and not "posted".',
  );
  demand(
    /^[A-Z][A-Z0-9_]+$/.test(outcome.problem.code),
    'The code of a problem must be upper case and stable, such as XERO_PERIOD_LOCKED.',
  );
  demand(
    outcome.problem.message.length >= 20,
    'The message of a problem must be a sentence that a bookkeeper can act on.',
  );
}
