import { demandEqual, shown, demand } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench } from './adapter-bench.js';
import { canBeAsked, harnessCan } from './concerns.js';

/** What `find` says of documents that a person has changed in the ledger. */
export const changesByPeople: Theme<AdapterBench> = {
  name: 'changes by people',
  page: 'docs/exactly-once.md#how-doubt-is-settled',
  behaviours: [
    {
      title: 'a document that a person voided is voided, not absent',
      advice:
        'Look among voided documents too, and answer "voided": absent would book again what a person has taken out as a duplicate.',
      where: [canBeAsked, harnessCan('voidDocument')],
      run: async (bench) => {
        const { document, outcome } = await bench.postOne(bench.entry('voided'));
        await bench.harness.voidDocument?.(outcome.externalId);
        demandEqual(
          await bench.find(document),
          [{ status: 'voided', key: document.key, externalId: outcome.externalId }],
          'A document that the ledger shows as voided must be found "voided", with its id.',
        );
      },
    },
    {
      title: 'a document that a person deleted is absent, not remembered',
      advice: 'Ask the system each time: what it no longer holds is absent, whatever was posted before.',
      where: [canBeAsked, harnessCan('deleteDocument')],
      run: async (bench) => {
        const { document, outcome } = await bench.postOne(bench.entry('deleted'));
        await bench.find(document);
        await bench.harness.deleteDocument?.(outcome.externalId);
        demandEqual(
          await bench.find(document),
          [{ status: 'absent', key: document.key }],
          'A document that the ledger no longer holds must be absent.',
        );
      },
    },
    {
      title: 'a total that a person changed is what find answers',
      advice:
        'Answer the total of the ledger, not that of the query: the engine parks what differs, so that a person looks at it.',
      where: [canBeAsked, harnessCan('changeTotal')],
      run: async (bench) => {
        const { document, outcome } = await bench.postOne(bench.entry('changed'));
        const total = bench.amount(12_345);
        await bench.harness.changeTotal?.(outcome.externalId, total);
        const [finding] = await bench.find(document);
        demand(
          finding?.status === 'live' || finding?.status === 'draft',
          `find must find a document whose total was changed.\n  found:    ${shown(finding)}`,
        );
        if (finding.summary)
          demandEqual(finding.summary.total, total, 'find must answer the total that the ledger holds now.');
      },
    },
    {
      title: 'a document that a person moved to another day is found by its id',
      advice:
        'Where the query names an externalId and its days show nothing, ask for that id: absent would book the entry again.',
      where: [canBeAsked, harnessCan('moveToDay')],
      run: async (bench) => {
        const { document, outcome } = await bench.postOne(bench.entry('moved away'));
        await bench.harness.moveToDay?.(outcome.externalId, '2026-01-15');
        await bench.harness.settle?.();
        const { externalId } = outcome;
        const [finding] = await bench.adapter.find([{ ...bench.query(document), externalId }]);
        demand(
          finding?.status === 'live' || finding?.status === 'draft',
          `find must find by its id what was moved to another day.\n  found:    ${shown(finding)}`,
        );
        demandEqual(finding.externalId, externalId, 'What was moved keeps its id.');
      },
    },
    {
      title: 'a document whose reference a person overwrote is found by its id',
      advice: 'Ask for the externalId of the query beside its reference: absent would book the entry again.',
      where: [canBeAsked, harnessCan('overwriteReference')],
      run: async (bench) => {
        const { document, outcome } = await bench.postOne(bench.entry('renamed'));
        await bench.harness.overwriteReference?.(outcome.externalId, 'checked by Ann');
        await bench.harness.settle?.();
        const { externalId } = outcome;
        const [finding] = await bench.adapter.find([{ ...bench.query(document), externalId }]);
        demand(
          finding?.status === 'live' || finding?.status === 'draft',
          `find must find by its id what lost its reference.\n  found:    ${shown(finding)}`,
        );
        demandEqual(finding.externalId, externalId, 'What was renamed keeps its id.');
      },
    },
    {
      title: 'an id that another product gave is no id, and no error',
      advice:
        'Take an externalId that is none of your system for none at all: Pleo may show what another product told it once.',
      where: [canBeAsked],
      run: async (bench) => {
        const document = bench.firstDocument(bench.entry('exported elsewhere'));
        demandEqual(
          await bench.adapter.find([{ ...bench.query(document), externalId: "INV/2019 '7'" }]),
          await bench.find(document),
          'find must answer as if the query named no id.',
        );
      },
    },
  ],
};
