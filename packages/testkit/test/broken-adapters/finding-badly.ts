import { IntegrationError, type Finding } from '@ledgerferry/core';
import { memoryCapabilities } from '../../src/memory-adapter.js';
import type { MemoryLedger } from '../../src/memory-ledger.js';
import { changingErrors, changingFindings, changingFound, type BrokenAdapter } from './broken-adapter.js';

const answeredIn = new WeakMap<MemoryLedger, Set<string>>();
const absent = (key: string): Finding => ({ status: 'absent', key });

/** Adapters whose look-ups cannot be believed. */
export const findingBadly: readonly BrokenAdapter[] = [
  {
    defect: 'does not know what an empty ledger holds',
    spoil: (adapter, { ledger }) =>
      changingFindings(adapter, (finding) =>
        ledger.calls('post').length === 0 ? { status: 'unknown', key: finding.key, evidence: 'no rows' } : finding,
      ),
    fails: 'what was never posted is absent',
    says: /must be absent[\s\S]*anything else parks the entry/,
  },
  {
    defect: 'finds nothing where nothing can be found',
    capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'none' } },
    spoil: (adapter) => changingFindings(adapter, ({ key }) => absent(key)),
    fails: 'what cannot be looked up is unknown, never absent',
    says: /"absent" books the entry again/,
  },
  {
    defect: 'finds payments under another id',
    spoil: (adapter) =>
      changingFound(adapter, (found, { recordType }) =>
        recordType === 'payment' ? { ...found, externalId: `payment ${found.externalId}` } : found,
      ),
    fails: 'what was posted is found under the id that post answered',
    says: /find must answer the id that post answered/,
  },
  {
    defect: 'finds what it sent itself',
    spoil: (adapter) => {
      const sent = new Set<string>();
      return {
        post: (call) => {
          for (const { document } of call.documents) sent.add(document.key);
          return adapter.post(call);
        },
        ...changingFindings(adapter, (finding, { key, summary }) =>
          summary && !sent.has(key) ? absent(key) : finding,
        ),
      };
    },
    fails: 'what was posted is found after a restart',
    says: /what only the process remembers is gone after a crash/,
  },
  {
    defect: 'declares that a write is seen at once, though it is not',
    capabilities: { visibilityMs: 5_000 },
    spoil: (adapter) => ({ capabilities: { ...adapter.capabilities, visibilityMs: 0 } }),
    fails: 'what was posted is found once visibilityMs has passed, and at once where that is 0',
    says: /found: {4}\{ status: 'absent'[\s\S]*Declare visibilityMs/,
  },
  {
    defect: 'looks in the first record type only',
    spoil: (adapter) => ({
      find: (queries) =>
        adapter.find(queries.map((query) => ({ ...query, recordTypes: query.recordTypes.slice(0, 1) }))),
    }),
    fails: 'what was posted is found among all record types',
    says: /Look in every record type of the query/,
  },
  {
    defect: 'scans the day that it expects a document on, and no other',
    capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'scan' } },
    spoil: (adapter) => ({
      find: (queries) => adapter.find(queries.map((query) => ({ ...query, firstDate: query.date }))),
    }),
    fails: 'a document of an earlier day is found from firstDate on',
    says: /Scan from firstDate to date/,
  },
  {
    defect: 'looks at the days alone, also where the id is known',
    capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'scan' } },
    spoil: (adapter) => ({
      find: async (queries) => {
        const days = new Map(queries.map(({ key, firstDate }) => [key, firstDate]));
        return (await adapter.find(queries)).map((found) => {
          const day = 'summary' in found ? found.summary?.date : undefined;
          return day !== undefined && day < (days.get(found.key) ?? '') ? absent(found.key) : found;
        });
      },
    }),
    fails: 'a document that a person moved to another day is found by its id',
    says: /ask for that id/,
  },
  {
    defect: 'looks at references alone, also where the id is known',
    spoil: (adapter) => ({
      find: (queries) => adapter.find(queries.map((query) => ({ ...query, externalId: null }))),
    }),
    fails: 'a document whose reference a person overwrote is found by its id',
    says: /Ask for the externalId of the query beside its reference/,
  },
  {
    defect: 'refuses ids that are none of its own',
    spoil: (adapter) => ({
      find: async (queries) => {
        if (queries.some(({ externalId }) => externalId?.includes('/')))
          throw new IntegrationError('misconfigured', 'MEMORY_NO_ID', 'That is no id of a document.');
        return adapter.find(queries);
      },
    }),
    fails: 'an id that another product gave is no id, and no error',
    says: /That is no id of a document/,
  },
  {
    defect: 'shows small totals without their cents',
    spoil: (adapter) =>
      changingFound(adapter, (found) => {
        const total = found.summary?.total;
        if (!found.summary || !total || total.minorUnits >= 1_000) return found;
        const minorUnits = total.minorUnits - (total.minorUnits % 100);
        return { ...found, summary: { ...found.summary, total: { ...total, minorUnits } } };
      }),
    fails: 'what is found shows the total that the ledger shows, or none',
    says: /minorUnits: 442,[\s\S]*minorUnits: 400,/,
  },
  {
    defect: 'takes unapplied payments for drafts',
    spoil: (adapter) =>
      changingFound(adapter, (found, { recordType }) =>
        recordType === 'payment' ? { ...found, status: 'draft' } : found,
      ),
    fails: 'a live document is found live',
    says: /\/payment is live in the ledger: it must be found "live"/,
  },
  {
    defect: 'takes drafts for live documents',
    spoil: (adapter) => changingFound(adapter, (found) => ({ ...found, status: 'live' })),
    fails: 'a draft is found as a draft',
    says: /must be found as "draft"/,
  },
  {
    defect: 'leaves out what it does not find',
    spoil: (adapter) => ({
      find: async (queries) => {
        const findings = await adapter.find(queries);
        return queries.length === 3 ? findings.filter(({ status }) => status !== 'absent') : findings;
      },
    }),
    fails: 'every query has one finding, under its key',
    says: /find must answer each query once, by its key/,
  },
  {
    defect: 'reads the first page of the answer',
    spoil: (adapter) => ({
      find: async (queries) => {
        const findings = await adapter.find(queries);
        return findings.map((finding, place) => (place < 20 ? finding : absent(finding.key)));
      },
    }),
    fails: 'a question of full size is answered to its end',
    says: /expected: \[ 50, 50 \]\n {2}found: {4}\[ 50, 20 \][\s\S]*Read every page/,
  },
  {
    defect: 'hides a duplicate',
    spoil: (adapter) => changingFound(adapter, (found) => ({ ...found, others: [] })),
    fails: 'a document that is there twice is found with the other',
    says: /a hidden duplicate is never put right/,
  },
  {
    defect: 'takes documents with the same total for duplicates',
    spoil: (adapter, { ledger }) =>
      changingFound(adapter, (found, { key }) => {
        const alike = ledger.documents().filter(({ reference, summary }) => reference !== key && summary !== null);
        return { ...found, others: [...found.others, ...alike.map(({ externalId }) => externalId)] };
      }),
    fails: 'a document that is there once has no others',
    says: /no other document with this reference/,
  },
  {
    defect: 'does not look for contacts',
    spoil: (adapter) =>
      changingFindings(adapter, (finding, { key, summary }) => (summary === null ? absent(key) : finding)),
    fails: 'a prerequisite is found, also after a restart',
    says: /prerequisite\/contact\/acme cloud ltd, which is in the ledger/,
  },
  {
    defect: 'answers absent when the ledger is out of reach',
    spoil: (adapter) => ({
      find: (queries) => adapter.find(queries).catch(() => queries.map(({ key }) => absent(key))),
    }),
    fails: 'a ledger that is out of reach is a failure, not an absence',
    says: /found: {4}the answer \[ \{ status: 'absent'/,
  },
  {
    defect: 'doubts its reads',
    spoil: (adapter) =>
      changingErrors(
        adapter,
        'find',
        'MEMORY_UNREACHABLE',
        ({ code, message }) => new IntegrationError('outcome-unknown', code, message),
      ),
    fails: 'a look-up that fails applies nothing, and says so',
    says: /not 'outcome-unknown'/,
  },
  {
    defect: 'finds what it has had an answer for',
    spoil: (adapter, { ledger }) => {
      const answered = answeredIn.get(ledger) ?? new Set<string>();
      answeredIn.set(ledger, answered);
      return {
        post: async (call) => {
          const outcomes = await adapter.post(call);
          for (const { key } of outcomes) answered.add(key);
          return outcomes;
        },
        ...changingFindings(adapter, (finding, { key }) => (answered.has(key) ? finding : absent(key))),
      };
    },
    fails: 'what took effect without an answer is found',
    says: /the look-up is there for those that did not/,
  },
  {
    defect: 'takes a voided document for none',
    spoil: (adapter) =>
      changingFindings(adapter, (finding) => (finding.status === 'voided' ? absent(finding.key) : finding)),
    fails: 'a document that a person voided is voided, not absent',
    says: /must be found "voided"/,
  },
  {
    defect: 'remembers what it found',
    spoil: (adapter) => {
      const found = new Map<string, Finding>();
      return changingFindings(adapter, (finding) => {
        if (finding.status === 'live') found.set(finding.key, finding);
        return finding.status === 'absent' ? (found.get(finding.key) ?? finding) : finding;
      });
    },
    fails: 'a document that a person deleted is absent, not remembered',
    says: /what it no longer holds is absent/,
  },
  {
    defect: 'answers the total that it was asked with',
    spoil: (adapter) => changingFound(adapter, (found, { summary }) => ({ ...found, summary })),
    fails: 'a total that a person changed is what find answers',
    says: /minorUnits: 12345,[\s\S]*Answer the total of the ledger, not that of the query/,
  },
];
