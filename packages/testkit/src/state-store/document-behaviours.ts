import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import {
  exportedAs,
  intentOf,
  journalOf,
  postedAs,
  recordingOf,
  START,
  startJob,
  takeLease,
  takeUpJob,
  unpostedAs,
} from './state-store-samples.js';

const intended = {
  companyId: 'company-1',
  tenant: 'tenant-1',
  key: 'entry-1/journal',
  accountingEntryId: 'entry-1',
  jobId: 'job-1',
  role: 'journal',
  recordType: 'manual-journal',
  reference: 'REF-entry-1',
  date: '2025-06-15',
  fingerprint: 'fingerprint-1',
  generation: 0,
  invoice: null,
  state: 'intended',
  intendedAt: START + 1_000,
  externalId: null,
  externalUrl: null,
  booked: null,
  reason: null,
} as const;

export const documentBehaviours: Theme<StateStoreBench> = {
  name: 'documents',
  page: 'docs/exactly-once.md#one-call-step-by-step',
  behaviours: [
    {
      title: 'knows a document as intended as soon as its call is written down',
      advice:
        'Return from intend when the commit is durable, with the latest moment of sending: the call is sent right after, and look-ups wait from then.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')], { sentBefore: START + 1_500 }));
        expect(await store.documents('company-1', ['entry-1'])).toEqual([{ ...intended, intendedAt: START + 1_500 }]);
      },
    },
    {
      title: 'keeps what the ledger answered, amounts to the last unit',
      advice: 'Store amounts as 64-bit integers with currency and exponent.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        const booked = { currency: 'KWD', minorUnits: -9_007_199_254_740_991, exponent: 3 };
        const answer = { externalUrl: 'https://ledger.example/1', booked };
        await store.record(lease, recordingOf({ documents: [postedAs(journalOf('entry-1'), 'ledger-1', answer)] }));
        const expected = { ...intended, state: 'posted', externalId: 'ledger-1', ...answer };
        expect(await store.documents('company-1', ['entry-1'])).toEqual([expected]);
      },
    },
    {
      title: 'keeps why a document was refused or parked',
      advice: 'Store the reason as it is: a person reads it.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('entry-2')]));
        const documents = [
          unpostedAs(journalOf('entry-1'), 'refused', 'The period is closed: "June" isn’t open.'),
          unpostedAs(journalOf('entry-2'), 'parked', 'Another total: 12.00 EUR.'),
        ];
        await store.record(lease, recordingOf({ documents }));
        expect(await store.documents('company-1', ['entry-1', 'entry-2'])).toMatchObject(documents);
      },
    },
    {
      title: 'lists what a job has in doubt: intended, and without a result',
      advice:
        'Leave out what is only planned, what has a result, and what belongs to other jobs: the rest is looked up after a crash.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2', 'entry-3']);
        await takeUpJob(store, lease, { jobId: 'job-2', entries: ['entry-4'] });
        const planned = { ...journalOf('entry-3'), state: 'planned' as const };
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('entry-2'), planned]));
        await store.intend(lease, intentOf([journalOf('entry-4')], { jobId: 'job-2', callId: 'call-2' }));
        await store.record(lease, recordingOf({ documents: [postedAs(journalOf('entry-2'), 'ledger-2')] }));
        expect(await store.documentsInDoubt('job-1')).toEqual([intended]);
      },
    },
    {
      title: 'gives a document a new generation and forgets the result of the one before',
      advice: 'Clear id, link, amount and reason where a document is intended anew.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        await store.record(lease, recordingOf({ documents: [unpostedAs(journalOf('entry-1'), 'refused', 'Absent.')] }));
        await store.intend(lease, intentOf([journalOf('entry-1', { generation: 1 })], { at: START + 9_000 }));
        const expected = { ...intended, generation: 1, intendedAt: START + 9_000 };
        expect(await store.documents('company-1', ['entry-1'])).toEqual([expected]);
      },
    },
    {
      title: 'lowers no generation',
      advice: 'Keep the highest generation of a document: a lower one would send a request key that was used before.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1', { generation: 2 })]));
        await store.intend(lease, intentOf([journalOf('entry-1', { generation: 1 })], { callId: 'call-2' }));
        expect(await store.documents('company-1', ['entry-1'])).toMatchObject([{ generation: 2 }]);
      },
    },
    {
      title: 'keeps what it was given, whatever becomes of that afterwards',
      advice: 'Store a copy: the caller may go on with the lists it has handed over, and with those it was handed.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const documents = [journalOf('entry-1')];
        const entries = ['entry-1', 'entry-2'];
        await store.enlist(lease, 'job-1', entries);
        await store.intend(lease, intentOf(documents));
        documents.length = 0;
        entries.length = 0;
        const given = await store.documents('company-1', ['entry-1']);
        for (const document of given) Object.assign(document, { state: 'refused' });
        expect(await store.documents('company-1', ['entry-1'])).toMatchObject([{ state: 'intended' }]);
        expect(await store.items('job-1')).toHaveLength(2);
      },
    },
    {
      title: 'knows the documents of an entry in every later job',
      advice:
        'Keep documents by company and key, whichever job they came with: an entry that is exported again must be recognised.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        await store.finishJob(lease, 'job-1', 'failed', START + 5_000);
        await takeUpJob(store, lease, { jobId: 'job-2', entries: ['entry-1'] });
        const file = journalOf('entry-1', { key: 'entry-1/file/0', role: 'file', date: null });
        await store.intend(lease, intentOf([file], { jobId: 'job-2' }));
        const documents = await store.documents('company-1', ['entry-1']);
        expect(documents.map(({ key, jobId, date }) => [key, jobId, date])).toEqual([
          ['entry-1/file/0', 'job-2', null],
          ['entry-1/journal', 'job-1', '2025-06-15'],
        ]);
      },
    },
    {
      title: 'gives only the documents of the entries asked for',
      advice: 'Filter by the entries, and answer nothing for none.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('entry-2')]));
        const documents = await store.documents('company-1', ['entry-2', 'entry-3']);
        expect(documents.map(({ key }) => key)).toEqual(['entry-2/journal']);
        expect(await store.documents('company-1', [])).toEqual([]);
      },
    },
    {
      title: 'keeps prerequisites apart from the documents of entries',
      advice: 'Tell them apart by accountingEntryId, which is null for what entries share.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const contact = { key: 'prerequisite/contact/jensen', accountingEntryId: null, role: 'contact', date: null };
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('x', contact)]));
        expect((await store.prerequisites('company-1')).map(({ key }) => key)).toEqual(['prerequisite/contact/jensen']);
        expect((await store.documents('company-1', ['entry-1'])).map(({ key }) => key)).toEqual(['entry-1/journal']);
      },
    },
    {
      title: 'keeps documents apart where a company was moved to another organisation',
      advice: 'Keep the tenant with each document: what was sent to one organisation says nothing of another.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const contact = { key: 'prerequisite/contact/jensen', accountingEntryId: null, role: 'contact', date: null };
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('x', contact)]));
        await takeUpJob(store, lease, { jobId: 'job-2', entries: ['entry-1'], tenant: 'tenant-2' });
        expect(await store.documents('company-1', ['entry-1'], 'tenant-2')).toEqual([]);
        expect(await store.prerequisites('company-1', 'tenant-2')).toEqual([]);
        await store.intend(lease, intentOf([journalOf('entry-1')], { jobId: 'job-2' }));
        const tenants = (await store.documents('company-1', ['entry-1'])).map(
          ({ tenant, jobId }) => `${tenant} ${jobId}`,
        );
        expect(tenants.toSorted()).toEqual(['tenant-1 job-1', 'tenant-2 job-2']);
      },
    },
    {
      title: 'keeps documents of one key apart where two companies have them',
      advice: 'Make company and key the identity of a document.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const other = await takeLease(store, holders.running, { companyId: 'company-2' });
        await takeUpJob(store, other, { jobId: 'job-2' });
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        await store.intend(other, intentOf([journalOf('entry-1')], { jobId: 'job-2' }));
        const documents = [postedAs(journalOf('entry-1'), 'ledger-2')];
        await store.record(other, recordingOf({ jobId: 'job-2', documents }));
        expect(await store.documents('company-1', ['entry-1'])).toMatchObject([{ state: 'intended' }]);
        expect(await store.documents('company-2', ['entry-1'])).toMatchObject([{ state: 'posted' }]);
      },
    },
    {
      title: 'keeps what was learned of a document that no intent is known of',
      advice: 'Add the document where a result comes without an intent: a store that was lost learns from look-ups.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const documents = [postedAs(journalOf('entry-1'), 'ledger-1')];
        await store.record(lease, recordingOf({ at: START + 7_000, source: 'look-up', documents }));
        const expected = { ...intended, state: 'posted', intendedAt: START + 7_000, externalId: 'ledger-1' };
        expect(await store.documents('company-1', ['entry-1'])).toEqual([expected]);
      },
    },
    {
      title: 'notes the documents that later calls will write as planned',
      advice: 'Store them as planned: the entry keeps that plan under changed settings.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const payment = journalOf('entry-1', { key: 'entry-1/payment', role: 'payment', state: 'planned' });
        await store.intend(lease, intentOf([journalOf('entry-1'), payment]));
        const documents = await store.documents('company-1', ['entry-1']);
        expect(documents).toEqual([
          intended,
          { ...intended, key: 'entry-1/payment', role: 'payment', state: 'planned' },
        ]);
      },
    },
    {
      title: 'lowers no document to planned',
      advice: 'Leave a document alone that is there already, where it comes as planned.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        const before = await store.documents('company-1', ['entry-1']);
        const planned = journalOf('entry-1', { state: 'planned', date: '2025-07-01', recordType: 'bill' });
        await store.intend(lease, intentOf([planned], { callId: 'call-2', at: START + 9_000 }));
        expect(await store.documents('company-1', ['entry-1'])).toEqual(before);
      },
    },
    {
      title: 'refuses the outcome of an entry that was never enlisted, with all that was to be recorded with it',
      advice: 'Write results and outcomes in one transaction, and roll all of it back.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        const recording = recordingOf({
          documents: [postedAs(journalOf('entry-1'), 'ledger-1')],
          outcomes: [exportedAs('entry-1', 'ledger-1'), exportedAs('entry-2', 'ledger-2')],
        });
        await expect(store.record(lease, recording)).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
        expect(await store.documents('company-1', ['entry-1'])).toEqual([intended]);
        expect((await store.items('job-1')).map(({ state }) => state)).toEqual(['enlisted']);
      },
    },
    {
      title: 'answers calls made at the same time each for itself: one that fails spoils no other',
      advice: 'Give each call a transaction or a savepoint of its own, also where several share a commit.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        const answers = await Promise.allSettled([
          store.intend(lease, intentOf([journalOf('entry-1')])),
          store.intend({ ...lease, token: lease.token - 1 }, intentOf([journalOf('entry-3')])),
          store.intend(lease, intentOf([journalOf('entry-2')], { callId: 'call-2' })),
        ]);
        expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        const documents = await store.documents('company-1', ['entry-1', 'entry-2', 'entry-3']);
        expect(documents.map(({ key }) => key)).toEqual(['entry-1/journal', 'entry-2/journal']);
      },
    },
  ],
};
