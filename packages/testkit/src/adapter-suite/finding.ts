import type { Finding } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError, shown } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { AdapterBench, PostedDocument } from './adapter-bench.js';
import { canBeAsked, cannotBeAsked, hasDrafts, isScanned, needsPrerequisites, takesDuplicates } from './concerns.js';

type Found = Extract<Finding, { status: 'live' | 'draft' }>;

/** Larger questions are no matter to a system that takes them. */
const MOST_QUERIES_TRIED = 1_000;
const MOST_HELD = 250;

/** What `find` promises. */
export const finding: Theme<AdapterBench> = {
  name: 'look-up',
  page: 'docs/exactly-once.md#what-is-looked-up',
  behaviours: [
    {
      title: 'what was never posted is absent',
      advice:
        'Answer "absent" where the system was asked and holds nothing: anything else parks the entry for a person.',
      where: [canBeAsked],
      run: async (bench) => {
        const document = bench.firstDocument(bench.entry('never'));
        demandEqual(
          await bench.find(document),
          [{ status: 'absent', key: document.key }],
          'What was never posted must be absent.',
        );
      },
    },
    {
      title: 'what cannot be looked up is unknown, never absent',
      advice:
        'Answer "unknown" with a word of evidence where reference.lookup is "none": "absent" books the entry again.',
      where: [cannotBeAsked],
      run: async (bench) => {
        const { document } = await bench.postOne(bench.entry('unknown'));
        demandEqual(
          statuses(await bench.find(document)),
          ['unknown'],
          'Look-up is declared "none": find must answer "unknown".',
        );
      },
    },
    {
      title: 'what was posted is found under the id that post answered',
      advice: 'Answer the same external id from find as from post: Pleo, receipts and people know the document by it.',
      where: [canBeAsked],
      run: async (bench) => {
        for (const posted of await bench.postEntries(bench.entry('found'), bench.payable('found payable'))) {
          const found = demandFound(await bench.find(posted.document), posted);
          demandEqual(found.externalId, posted.outcome.externalId, 'find must answer the id that post answered.');
        }
      },
    },
    {
      title: 'what was posted is found after a restart',
      advice:
        'Ask the system itself: what only the process remembers is gone after a crash, and would be booked again.',
      where: [canBeAsked],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('restart'));
        await bench.harness.settle?.();
        demandFound(await (await bench.harness.reopen()).find([bench.query(posted.document)]), posted);
      },
    },
    {
      title: 'what was posted is found once visibilityMs has passed, and at once where that is 0',
      advice:
        'Declare visibilityMs as the time after which the index that find asks surely shows a write: too short, and it is booked again.',
      where: [canBeAsked],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('visible'));
        if (bench.adapter.capabilities.visibilityMs > 0) await bench.harness.settle?.();
        demandFound(await bench.adapter.find([bench.query(posted.document)]), posted);
      },
    },
    {
      title: 'what was posted is found among all record types',
      advice: 'Look in every record type of the query: after the state was lost nobody knows which one it was.',
      where: [canBeAsked],
      run: async (bench) => {
        const posted = await bench.postEntries(bench.entry('anywhere'), bench.payable('anywhere payable'));
        await bench.harness.settle?.();
        const recordTypes = Object.keys(bench.adapter.capabilities.recordTypes);
        for (const each of posted)
          demandFound(await bench.adapter.find([{ ...bench.query(each.document), recordTypes }]), each);
      },
    },
    {
      title: 'what is found shows the total that the ledger shows, or none',
      advice:
        'Read the total from the answer of the system with parseDecimal; answer a null summary where it does not tell.',
      where: [canBeAsked],
      run: async (bench) => {
        const posted = await bench.postOne(
          bench.entryOf(
            'cents',
            [435, 7].map((cents) => bench.amount(cents)),
          ),
        );
        const found = demandFound(await bench.find(posted.document), posted);
        const [held] = await bench.held(posted.document);
        if (found.summary)
          demandEqual(found.summary.total, held?.summary?.total, 'find must answer the total that the ledger shows.');
      },
    },
    {
      title: 'a live document is found live',
      advice: 'Translate each state of the system: what counts in the books is "live".',
      where: [canBeAsked],
      run: async (bench) => {
        for (const { document } of await bench.postEntries(bench.entry('final'), bench.payable('final payable'))) {
          const isLive = (await bench.held(document))[0]?.state === 'live';
          const found = statuses(await bench.find(document));
          if (isLive) demandEqual(found, ['live'], `${document.key} is live in the ledger: it must be found "live".`);
        }
      },
    },
    {
      title: 'a document of an earlier day is found from firstDate on',
      advice:
        'Scan from firstDate to date, and not the day of date alone: where a closed period has moved the entry, nobody knows when it was booked.',
      where: [isScanned],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('moved', { date: '2026-02-27' }));
        await bench.harness.settle?.();
        const query = { ...bench.query(posted.document), firstDate: '2026-02-01', date: '2026-03-11' };
        demandFound(await bench.adapter.find([query]), posted);
      },
    },
    {
      title: 'a draft is found as a draft',
      advice: 'Look among drafts too, and answer them as "draft": a draft that is absent is made a second time.',
      where: [canBeAsked, hasDrafts],
      run: async (bench) => {
        const { document } = await bench.postOne(bench.entry('draft', { posting: 'draft' }));
        const isDraft = bench.adapter.capabilities.recordTypes[document.recordType]?.draft;
        demandEqual(
          statuses(await bench.find(document)),
          [isDraft ? 'draft' : 'live'],
          'A document that waits as a draft must be found as "draft".',
        );
      },
    },
    {
      title: 'every query has one finding, under its key',
      advice:
        'Answer the queries, not the rows of the answer: one finding for each, also where nothing was found. A missing one parks the entry.',
      where: [canBeAsked],
      run: async (bench) => {
        const first = await bench.postOne(bench.entry('first'));
        const second = await bench.postOne(bench.entry('second'));
        const absent = bench.firstDocument(bench.entry('absent'));
        const asked = [second.document, absent, first.document].slice(0, bench.adapter.capabilities.findBatchSize);
        const found = (await bench.find(...asked)).map(({ key, status }) => `${status} ${key}`);
        const expected = asked.map(({ key }) => `${key === absent.key ? 'absent' : 'live'} ${key}`);
        demandEqual(found.toSorted(), expected.toSorted(), 'find must answer each query once, by its key.');
      },
    },
    {
      title: 'a question of full size is answered to its end',
      advice:
        'Read every page of the answer, or declare a findBatchSize that fits into one: the rest looks absent, and is booked again.',
      where: [canBeAsked],
      run: async (bench) => {
        const size = Math.min(bench.adapter.capabilities.findBatchSize, MOST_QUERIES_TRIED);
        const named = (count: number, kind: string) =>
          Array.from({ length: count }, (_, place) => bench.entry(`${kind} ${place}`));
        const held = await bench.postMany(named(Math.min(size, MOST_HELD), 'held'));
        const others = named(size - held.length, 'other').map((entry) => bench.firstDocument(entry));
        const findings = await bench.find(...others, ...held);
        demandEqual(
          [findings.length, findings.filter(({ status }) => status === 'live').length],
          [size, held.length],
          `Of ${size} documents asked for at once, the ${held.length} that the ledger holds must be found.`,
        );
      },
    },
    {
      title: 'a document that is there twice is found with the other',
      advice: 'Name every further live document with the reference in `others`: a hidden duplicate is never put right.',
      where: [canBeAsked, takesDuplicates],
      run: async (bench) => {
        const posted = await bench.postOne(bench.entry('double'));
        await bench.adapter.post(bench.call([posted.document]));
        const held = await bench.held(posted.document);
        const found = demandFound(await bench.find(posted.document), posted);
        demandEqual(
          [found.externalId, ...found.others].toSorted(),
          held.map((each) => each.externalId).toSorted(),
          'find must name every document with the reference.',
        );
      },
    },
    {
      title: 'a document that is there once has no others',
      advice: 'Leave `others` empty where the reference is there once: with others the entry is parked.',
      where: [canBeAsked],
      run: async (bench) => {
        await bench.postOne(bench.entry('neighbour'));
        const posted = await bench.postOne(bench.entry('single'));
        demandEqual(
          demandFound(await bench.find(posted.document), posted).others,
          [],
          'There is no other document with this reference.',
        );
      },
    },
    {
      title: 'a prerequisite is found, also after a restart',
      advice:
        'Look contacts and vendors up by what they name, such as the vendor id, then the name without regard to case.',
      where: [canBeAsked, needsPrerequisites],
      run: async (bench) => {
        for (const document of bench.plan(bench.payable('vendor')).prerequisites) {
          const posted = await bench.postDocument(document);
          await bench.harness.settle?.();
          for (const adapter of [bench.adapter, await bench.harness.reopen()]) {
            const found = demandFound(await adapter.find([bench.query(document)]), posted);
            demandEqual(found.externalId, posted.outcome.externalId, `${document.key} must be found under its id.`);
          }
        }
      },
    },
    {
      title: 'a ledger that is out of reach is a failure, not an absence',
      advice:
        'Let the failure through as an IntegrationError: "absent" means that the system was asked, and books the entry again.',
      run: async (bench) => {
        const document = bench.firstDocument(bench.entry('unseen'));
        await bench.harness.disconnect();
        await demandIntegrationError(
          () => bench.adapter.find([bench.query(document)]),
          'find must throw an IntegrationError where the ledger is out of reach.',
        );
      },
    },
    {
      title: 'a look-up that fails applies nothing, and says so',
      advice:
        'Throw "transient", "connection-lost" or "misconfigured" from a read, never "outcome-unknown" or "item-rejected".',
      run: async (bench) => {
        const document = bench.firstDocument(bench.entry('unseen'));
        await bench.harness.disconnect();
        const kind = await bench.adapter.find([bench.query(document)]).then(
          () => null,
          (error: unknown) => (typeof error === 'object' && error !== null && 'kind' in error ? error.kind : null),
        );
        demand(
          kind !== 'outcome-unknown' && kind !== 'item-rejected',
          `A look-up that fails must be "transient", "connection-lost" or "misconfigured", not ${shown(kind)}.`,
        );
      },
    },
  ],
};

function statuses(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ status }) => status);
}

/** The finding of a document that is in the ledger; fails where it is not found. */
function demandFound(findings: readonly Finding[], { document }: PostedDocument): Found {
  const found = findings.find(({ key }) => key === document.key);
  demand(
    found?.status === 'live' || found?.status === 'draft',
    `find must find ${document.key}, which is in the ledger.\n  found:    ${shown(found)}`,
  );
  return found;
}
