import type { Finding } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError } from './advice.js';
import type { AdapterBench } from './adapter-bench.js';
import type { AdapterHarness } from './adapter-harness.js';
import type { AdapterBehaviour } from './behaviour.js';

const canFind = ({ adapter }: AdapterHarness) => adapter.capabilities.reference.lookup !== 'none';

/** What `find` promises. */
export const findingBehaviours: readonly AdapterBehaviour[] = [
  {
    title: 'what was never posted is absent',
    concerns: canFind,
    run: async (bench) => {
      const document = bench.firstDocument(bench.entry('never'));
      demandEqual(
        await bench.find(document),
        [{ status: 'absent', key: document.key }],
        'find must answer "absent" for what the ledger does not hold: anything else parks the entry.',
      );
    },
  },
  {
    title: 'what cannot be looked up is unknown, never absent',
    concerns: (harness) => !canFind(harness),
    run: async (bench) => {
      const { document } = await bench.postOne(bench.entry('unknown'));
      demandEqual(
        statuses(await bench.find(document)),
        ['unknown'],
        'Look-up is declared "none": find must answer "unknown", because "absent" would book the entry again.',
      );
    },
  },
  {
    title: 'what was posted is found under its id and total, also after a restart',
    concerns: canFind,
    run: async (bench) => {
      for (const { document, outcome } of await bench.postEntries(bench.entry('found'))) {
        await bench.harness.settle?.();
        for (const adapter of [bench.adapter, await bench.harness.reopen()]) {
          const [finding] = await adapter.find([bench.query(document)]);
          demand(
            finding?.status === 'live' || finding?.status === 'draft',
            `find must answer ${document.key} as "live", but answers ${JSON.stringify(finding)}.`,
          );
          demandEqual(
            [finding.key, finding.externalId, finding.others],
            [document.key, outcome.externalId, []],
            'find must answer the key it was asked, the id that post answered, and no others.',
          );
          demandEqual(
            finding.summary?.total ?? document.summary?.total,
            document.summary?.total,
            'find must answer the total that the ledger shows.',
          );
        }
      }
    },
  },
  {
    title: 'a final entry is found live, a draft as a draft',
    concerns: canFind,
    run: async (bench) => {
      const final = await bench.postOne(bench.entry('final'));
      const draft = await bench.postOne(bench.entry('draft', { posting: 'draft' }));
      const hasDrafts = bench.adapter.capabilities.recordTypes[draft.document.recordType]?.draft;
      demandEqual(
        statuses(await bench.find(final.document, draft.document)),
        ['live', hasDrafts ? 'draft' : 'live'],
        'find must tell drafts from live documents.',
      );
    },
  },
  {
    title: 'an entry with the same day, amount and texts is not taken for another',
    concerns: canFind,
    run: async (bench) => {
      await bench.postOne(bench.entry('mine'));
      const twin = bench.firstDocument(bench.entry('twin'));
      demandEqual(
        statuses(await bench.find(twin)),
        ['absent'],
        'find must go by the reference alone: two coffees of one day are two entries.',
      );
    },
  },
  {
    title: 'every query gets one finding, with its own key',
    concerns: canFind,
    run: async (bench) => {
      const first = await bench.postOne(bench.entry('first'));
      const second = await bench.postOne(bench.entry('second'));
      const absent = bench.firstDocument(bench.entry('absent'));
      const documents = [second.document, absent, first.document].slice(0, bench.adapter.capabilities.findBatchSize);
      const findings = await bench.find(...documents);
      const byKey = Object.fromEntries(findings.map((finding) => [finding.key, finding.status]));
      const expected = Object.fromEntries(documents.map(({ key }) => [key, key === absent.key ? 'absent' : 'live']));
      demandEqual(byKey, expected, 'find must answer each query by its key.');
      demandEqual(findings.length, documents.length, 'find must answer each query once.');
    },
  },
  {
    title: 'a document that is there twice is found with the other',
    concerns: (harness) => canFind(harness) && !harness.adapter.capabilities.reference.unique,
    run: async (bench) => {
      const { document } = await bench.postOne(bench.entry('double'));
      await bench.adapter.post(bench.call([document]));
      const held = await bench.held(document);
      const [finding] = await bench.find(document);
      demand(
        finding?.status === 'live',
        'find must answer a document that is there twice as "live", with the other in others.',
      );
      demandEqual(
        [finding.externalId, ...finding.others].toSorted(),
        held.map((each) => each.externalId).toSorted(),
        'find must name every live document with the reference: a hidden duplicate is never put right.',
      );
    },
  },
  {
    title: 'a ledger that is out of reach is a failure, not an absence',
    run: async (bench) => {
      const document = bench.firstDocument(bench.entry('unseen'));
      await bench.harness.disconnect();
      const error = await demandIntegrationError(
        () => bench.adapter.find([bench.query(document)]),
        'find must throw an IntegrationError where the ledger is out of reach: an answer of "absent" books the entry again.',
      );
      demand(
        ['transient', 'connection-lost', 'misconfigured'].includes(error.kind),
        `A look-up that fails applies nothing: throw "transient", "connection-lost" or "misconfigured", not "${error.kind}".`,
      );
    },
  },
];

function statuses(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => finding.status);
}

/** What `checkReadiness` and `loadReferenceData` promise. */
export const readinessBehaviours: readonly AdapterBehaviour[] = [
  {
    title: 'names the same tenant every time, also after a restart and a post',
    run: async (bench) => {
      const before = await bench.adapter.checkReadiness();
      await bench.postEntries(bench.entry('tenant'));
      const after = await (await bench.harness.reopen()).checkReadiness();
      demand(
        before.tenant.trim() !== '' && before.name.trim() !== '',
        'checkReadiness must name the tenant, by id and for people.',
      );
      demandEqual(after.tenant, before.tenant, 'The tenant must never change: a job whose tenant changes is refused.');
    },
  },
  {
    title: 'checking readiness and loading facts change nothing',
    run: async (bench) => {
      await bench.postEntries(bench.entry('there'));
      const before = await booksOf(bench);
      await bench.adapter.checkReadiness();
      await bench.adapter.loadReferenceData();
      demandEqual(await booksOf(bench), before, 'checkReadiness and loadReferenceData must only read.');
    },
  },
  {
    title: 'a ledger that is out of reach is not ready',
    run: async (bench) => {
      await bench.harness.disconnect();
      const error = await demandIntegrationError(
        () => bench.adapter.checkReadiness(),
        'checkReadiness must throw an IntegrationError where the ledger is out of reach: nothing may be read from Pleo then.',
      );
      demand(
        /^[A-Z][A-Z0-9_]+$/.test(error.code) && error.message.length >= 20,
        'An error must have a stable upper-case code and a sentence that says what to do.',
      );
    },
  },
];

async function booksOf(bench: AdapterBench): Promise<unknown> {
  return [await bench.harness.ledger.documents(), await bench.harness.ledger.attachments()];
}
