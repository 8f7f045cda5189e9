import type { Defect } from './defect.js';

const LIFECYCLE = 'packages/core/src/lifecycle';

/** Rules about what is remembered, when, and by whom. */
export const memoryDefects: readonly Defect[] = [
  {
    id: 'intends-after-sending',
    rule: 'A call is written down before it is sent.',
    shownBy: 'nothing:1-26-crash-late-effect',
    changes: [
      {
        file: `${LIFECYCLE}/intend-and-send.ts`,
        replace: '    await store.intend(run.lease.current, { ...intent, at, sentBefore });\n',
        by: '',
      },
      {
        file: `${LIFECYCLE}/intend-and-send.ts`,
        replace: '    const answer = await send(clearance);\n',
        by: `    const answer = await send(clearance);
    await store.intend(run.lease.current, { ...intent, at, sentBefore });
`,
      },
    ],
  },
  {
    id: 'sends-under-an-old-intent',
    rule: 'A call that was held up after its intent is written down anew.',
    shownBy: 'key:1-57-paused-past-lease',
    changes: [
      {
        file: `${LIFECYCLE}/intend-and-send.ts`,
        replace: '    if (clock.now() > sentBefore - ADAPTER_SENDS_WITHIN_MS) continue;\n',
        by: '',
      },
    ],
  },
  {
    id: 'records-nothing',
    rule: 'Ids and states are recorded with the outcomes that follow from them, in one commit.',
    shownBy:
      'key+twice+latency1883:3-28-store-restored:1-4-store-restored:2-53-accountant-changes-amount:1-27-row-missing:3-42-clock-set-back',
    changes: [
      {
        file: `${LIFECYCLE}/record-results.ts`,
        replace: 'at: clock.now(), source, documents, outcomes });',
        by: 'at: clock.now(), source, documents: [], outcomes });',
      },
    ],
  },
  {
    id: 'records-states-without-ids',
    rule: 'A document is recorded as posted together with its id.',
    shownBy:
      'external-id+elsewhere+latency530:2-24-clock-set-back:1-49-commits-lost:1-66-row-twice:3-38-an-hour-passes',
    changes: [
      {
        file: `${LIFECYCLE}/record-results.ts`,
        replace: 'at: clock.now(), source, documents, outcomes });',
        by: 'at: clock.now(), source, documents: documents.map((result) => ({ ...result, externalId: null })), outcomes });',
      },
    ],
  },
  {
    id: 'no-fencing',
    rule: 'Who has lost the lease writes nothing to the store.',
    shownBy: 'nothing:1-23-paused-past-lease',
    changes: [
      {
        file: 'packages/state-sql/src/leases.ts',
        replace: 'if (last?.isHeld && last.token === lease.token) return;',
        by: 'if (last) return;',
      },
    ],
  },
  {
    id: 'two-at-once',
    rule: 'A lease that a living process holds is not given away.',
    shownBy: 'nothing:1-14-second-runner',
    changes: [
      {
        file: 'packages/state-sql/src/leases.ts',
        replace: 'if (last?.isHeld && last.expiresAt > now && !this.#isGone(last.holder)) {',
        by: 'if (last === null) {',
      },
      {
        file: 'packages/state-sql/src/leases.ts',
        replace: 'if (last?.isHeld && last.token === lease.token) return;',
        by: 'if (last) return;',
      },
    ],
  },
  {
    id: 'believes-an-old-store',
    rule: 'In a job that was begun, silence of the store proves nothing.',
    shownBy:
      'key+twice+latency1883:3-28-store-restored:1-4-store-restored:2-53-accountant-changes-amount:1-27-row-missing:3-42-clock-set-back',
    changes: [
      {
        file: `${LIFECYCLE}/others-may-have-posted.ts`,
        replace: 'return facts.resumed || facts.stored.firstOfCompany || isOfAnotherStore(facts, accountingEntryId);',
        by: 'return false;',
      },
    ],
  },
  {
    id: 'forgets-jobs-carried-elsewhere',
    rule: 'Entries of jobs that another store carried are looked up when they come again.',
    shownBy: 'nothing+twice+latency3608:3-27-pages-loop:3-32-page-torn:2-34-answer-just-in-time:1-38-store-deleted',
    changes: [
      {
        file: 'packages/state-sql/src/carried-elsewhere.ts',
        replace: 'cross join entry_elsewhere on company_id = :companyId and',
        by: 'cross join entry_elsewhere on company_id = :companyId and false and',
      },
    ],
  },
  {
    id: 'forgets-what-pleo-was-told',
    rule: 'An entry that another store carried is looked up by the id that Pleo was told.',
    shownBy: 'lag+twice:1-66-accountant-moves:2-1-store-deleted',
    changes: [
      {
        file: `${LIFECYCLE}/look-up-documents.ts`,
        replace: 'prepared.stored?.externalId ?? toldAs',
        by: 'prepared.stored?.externalId ?? null',
      },
    ],
  },
  {
    id: 'looks-on-one-day-only',
    rule: 'What a closed period moved is looked for on every day it may be on.',
    shownBy: 'lag:1-38-crash-after-effect:2-2-store-deleted:3-3-a-day-passes',
    changes: [
      {
        file: `${LIFECYCLE}/look-up-documents.ts`,
        replace: 'firstDate: stored ? date : (movedFrom ?? date),',
        by: 'firstDate: date,',
      },
    ],
  },
  {
    id: 'reference-with-the-run',
    rule: 'A reference depends on the entry and the role alone, not on job, attempt or time.',
    shownBy: 'key:1-1-crash-before',
    changes: [
      {
        file: `${LIFECYCLE}/entry-planner.ts`,
        replace: 'reference: documentReference(document.key, this.#facts.reader.capabilities.reference),',
        by: 'reference: documentReference(`${document.key}/${performance.now()}`, this.#facts.reader.capabilities.reference),',
      },
    ],
  },
  {
    id: 'one-refusal-refuses-the-batch',
    rule: 'A refused document says nothing about the others of its batch.',
    shownBy: 'nothing:1-28-row-refused',
    changes: [
      {
        file: `${LIFECYCLE}/post-documents.ts`,
        replace: 'const outcome = outcomes.get(prepared.document.key);',
        by: "const outcome = [...outcomes.values()].find(({ status }) => status === 'refused') ?? outcomes.get(prepared.document.key);",
      },
    ],
  },
];
