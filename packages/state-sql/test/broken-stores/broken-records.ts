import type { Lease, StateStore } from '@ledgerferry/core';
import { changingRecordings, presentLease, whereItThrows, type BrokenStore } from './broken-store.js';

/** Stores whose memory of invoices, other stores' jobs or the past is wrong, or does not last. */
export const brokenRecords: readonly BrokenStore[] = [
  {
    defect: 'does not say what an invoice came to',
    spoil: (store) => ({
      bookedInvoices: async (companyId, wanted, tenant) =>
        (await store.bookedInvoices(companyId, wanted, tenant)).map((invoice) => ({ ...invoice, amount: null })),
    }),
    fails: 'tells what an invoice came to',
  },
  {
    defect: 'finds invoices by number alone',
    spoil: (store) => ({
      bookedInvoices: (companyId, wanted, tenant) =>
        store.bookedInvoices(companyId, { ...wanted, reconciliationIds: [] }, tenant),
    }),
    fails: 'finds an invoice in the books by its reconciliation id',
  },
  {
    defect: 'finds an invoice once for each way to find it',
    spoil: (store) => ({
      bookedInvoices: async (companyId, wanted, tenant) => [
        ...(await store.bookedInvoices(companyId, { ...wanted, invoiceNumbers: [] }, tenant)),
        ...(await store.bookedInvoices(companyId, { ...wanted, reconciliationIds: [] }, tenant)),
      ],
    }),
    fails: 'finds an invoice in the books by its number, once',
  },
  {
    defect: 'finds invoices of every organisation',
    spoil: (store) => ({ bookedInvoices: (companyId, wanted) => store.bookedInvoices(companyId, wanted) }),
    fails: 'gives no invoice of another organisation',
  },
  {
    defect: 'finds invoices of another company',
    spoil: (store) => ({ bookedInvoices: (_, wanted, tenant) => store.bookedInvoices('company-1', wanted, tenant) }),
    fails: 'gives no invoice that is not in the books, and none of another company',
  },
  {
    defect: 'forgets a job elsewhere that left no entry in doubt',
    spoil: (store) => ({
      noteCarriedElsewhere: (lease, jobs, at) =>
        store.noteCarriedElsewhere(
          lease,
          jobs.filter(({ entries }) => entries.length > 0),
          at,
        ),
    }),
    fails: 'remembers jobs that were carried elsewhere, with the entries that are in doubt because of them',
  },
  {
    defect: 'remembers what was noted last of a job elsewhere',
    spoil: (store) => {
      const last = new Map<string, ReadonlySet<string>>();
      return {
        noteCarriedElsewhere: async (lease, jobs, at) => {
          await store.noteCarriedElsewhere(lease, jobs, at);
          for (const { jobId, entries } of jobs)
            last.set(jobId, new Set(entries.map((entry) => entry.accountingEntryId)));
        },
        entriesCarriedElsewhere: async (companyId, ids) => {
          const known = await store.entriesCarriedElsewhere(companyId, ids);
          return known.filter(({ accountingEntryId }) => [...last.values()].some((ids) => ids.has(accountingEntryId)));
        },
      };
    },
    fails: 'adds up what is noted of a job carried elsewhere',
  },
  {
    defect: 'keeps the id of an entry elsewhere that was noted first',
    spoil: (store) => {
      const first = new Map<string, string | null>();
      return {
        entriesCarriedElsewhere: async (companyId, ids) => {
          const known = await store.entriesCarriedElsewhere(companyId, ids);
          return known.map((entry) => ({
            ...entry,
            externalId: first.get(entry.accountingEntryId) ?? entry.externalId,
          }));
        },
        noteCarriedElsewhere: async (lease, jobs, at) => {
          for (const { accountingEntryId, externalId } of jobs.flatMap(({ entries }) => entries))
            if (!first.get(accountingEntryId)) first.set(accountingEntryId, externalId);
          await store.noteCarriedElsewhere(lease, jobs, at);
        },
      };
    },
    fails: 'tells under which id Pleo was told of an entry, as it was noted last',
  },
  {
    defect: 'takes a look-up for the word of a person',
    spoil: (store) =>
      changingRecordings(store, (recording) => ({
        ...recording,
        source: recording.source === 'look-up' ? 'person' : recording.source,
      })),
    fails: 'ends the doubt about an entry once a person has spoken, and only then',
  },
  {
    defect: 'doubts the entries of every company',
    spoil: (store) => ({ entriesCarriedElsewhere: (_, ids) => store.entriesCarriedElsewhere('company-1', ids) }),
    fails: 'keeps jobs carried elsewhere to their company',
  },
  {
    defect: 'tells of an entry from its end',
    spoil: (store) =>
      changingTrails(store, (trail, of) => (of.accountingEntryId === undefined ? trail : trail.toReversed())),
    fails: 'tells what happened to an entry, oldest first, through all its jobs',
  },
  {
    defect: 'keeps the last of several intents in its audit trail',
    spoil: (store) =>
      changingTrails(store, (trail) => {
        const last = trail.findLast(({ event }) => event === 'document-intended');
        return trail.filter((line) => line.event !== 'document-intended' || line === last);
      }),
    fails: 'only ever adds to the audit trail',
  },
  {
    defect: 'tells of every job',
    spoil: (store) => ({
      auditTrail: ({ jobId, ...of }) => store.auditTrail(jobId === undefined ? of : { companyId: of.companyId }),
    }),
    fails: 'tells what happened to a job and to nothing else',
  },
  {
    defect: 'tells of every company',
    spoil: (store) => ({
      auditTrail: async (of) => [
        ...(await store.auditTrail(of)),
        ...(await store.auditTrail({ ...of, companyId: 'company-2' })),
      ],
    }),
    fails: 'tells of no other company, and of no write that was refused',
  },
  {
    defect: 'answers an empty list once it is closed',
    spoil: (store) => ({
      items: (jobId) => store.items(jobId).catch(whereItThrows('STATE_UNAVAILABLE', () => Promise.resolve([]))),
    }),
    fails: 'refuses every call after it was closed, and may be closed twice',
  },
  {
    defect: 'records no more than forty documents',
    spoil: (store) =>
      changingRecordings(store, (recording) => ({ ...recording, documents: recording.documents.slice(0, 40) })),
    fails: 'carries a batch of fifty in one call',
  },
  {
    defect: 'keeps the jobs of other stores in memory',
    inFile: true,
    spoil: (store, opened) => (opened === 1 ? {} : { jobsCarriedElsewhere: () => Promise.resolve([]) }),
    fails: 'knows everything again after it was closed and opened',
  },
  {
    defect: 'reads its jobs when it is opened',
    inFile: true,
    spoil: (store, opened) => {
      const read = opened === 1 ? null : store.jobs('company-1');
      return { jobs: (companyId) => read ?? store.jobs(companyId) };
    },
    fails: 'shows at once what another store on the same state has written',
  },
  {
    defect: 'believes the token that it gave itself',
    inFile: true,
    spoil: (store) => {
      let given: Lease | undefined;
      return {
        acquireLease: async (request) => {
          const answer = await store.acquireLease(request);
          if (answer.granted) given = answer.lease;
          return answer;
        },
        intend: (lease, intent) =>
          store.intend(lease, intent).catch(async (error: unknown) => {
            if (given?.token !== lease.token) throw error;
            await store.intend(await presentLease(store, lease), intent);
          }),
      };
    },
    fails: 'fences off the holder of a lease that was taken over through another store',
  },
  {
    defect: 'gives up where another store is writing',
    inFile: true,
    spoil: (store, opened) => (opened === 1 ? {} : { enlist: () => Promise.resolve() }),
    fails: 'serves two stores that write at the same time without losing a write',
  },
];

function changingTrails(
  store: StateStore,
  change: (
    trail: Awaited<ReturnType<StateStore['auditTrail']>>,
    of: Parameters<StateStore['auditTrail']>[0],
  ) => Awaited<ReturnType<StateStore['auditTrail']>>,
): Pick<StateStore, 'auditTrail'> {
  return { auditTrail: async (of) => change(await store.auditTrail(of), of) };
}
