import type { Defect } from './defect.js';

const LIFECYCLE = 'packages/core/src/lifecycle';
const HTTP_ERRORS = 'packages/http/src/http-errors.ts';

/** Rules about calls whose outcome is not known. */
export const doubtDefects: readonly Defect[] = [
  {
    id: 'server-error-means-not-applied',
    rule: 'A server error after a write says nothing about its effect.',
    shownBy: 'nothing:1-35-500-after',
    changes: [
      {
        file: HTTP_ERRORS,
        replace: `    meaning: 'The far end answered 5xx or 408.',
    kind: 'transient',
    writeKind: 'outcome-unknown',`,
        by: `    meaning: 'The far end answered 5xx or 408.',
    kind: 'transient',`,
      },
    ],
  },
  {
    id: 'believes-a-refusal',
    rule: 'A refusal of what an earlier call may have carried counts once the ledger does not show it.',
    shownBy: 'external-id:1-32-crash-late-effect:2-20-ten-minutes-pass:2-32-taken-in-other-words',
    changes: [
      {
        file: `${LIFECYCLE}/post-documents.ts`,
        replace: 'if (!suspects.has(prepared)) return [noteRefused(',
        by: 'if (prepared) return [noteRefused(',
      },
    ],
  },
  {
    id: 'time-out-means-not-applied',
    rule: 'A time-out of a write says nothing about its effect.',
    shownBy: 'lag:1-38-answer-lost',
    changes: [
      {
        file: HTTP_ERRORS,
        replace: `    meaning: 'No whole answer within the time limit.',
    kind: 'transient',
    writeKind: 'outcome-unknown',`,
        by: `    meaning: 'No whole answer within the time limit.',
    kind: 'transient',`,
      },
    ],
  },
  {
    id: 'broken-connection-means-not-applied',
    rule: 'A connection that breaks after a write was sent says nothing about its effect.',
    shownBy: 'external-id:1-45-connection-reset',
    changes: [
      {
        file: HTTP_ERRORS,
        replace: `    meaning: 'The connection broke before the whole answer was in.',
    kind: 'transient',
    writeKind: 'outcome-unknown',`,
        by: `    meaning: 'The connection broke before the whole answer was in.',
    kind: 'transient',`,
      },
    ],
  },
  {
    id: 'adapter-defect-means-not-applied',
    rule: 'An adapter that fails unexpectedly may have written before.',
    shownBy: 'nothing:1-32-adapter-defect',
    changes: [
      {
        file: `${LIFECYCLE}/guard-adapter.ts`,
        replace: `    'outcome-unknown',
    'ADAPTER_DEFECT',`,
        by: `    'transient',
    'ADAPTER_DEFECT',`,
      },
    ],
  },
  {
    id: 'silence-means-not-applied',
    rule: 'A write that never answers is in doubt, not undone.',
    shownBy: 'lag:1-59-never-answers',
    changes: [
      {
        file: `${LIFECYCLE}/guard-adapter.ts`,
        replace: `      'outcome-unknown',
      'ADAPTER_TIMED_OUT',`,
        by: `      'transient',
      'ADAPTER_TIMED_OUT',`,
      },
    ],
  },
  {
    id: 'waits-for-ever',
    rule: 'A write is waited for no longer than its time limit.',
    shownBy: 'external-id:1-32-never-answers',
    changes: [
      {
        file: `${LIFECYCLE}/guard-adapter.ts`,
        replace: 'return await Promise.race([write(), hung]);',
        by: 'hung.catch(() => undefined); return await write();',
      },
    ],
  },
  {
    id: 'retries-without-looking',
    rule: 'What is in doubt is looked up before it is sent again.',
    shownBy: 'key:1-43-an-hour-passes',
    changes: [
      {
        file: `${LIFECYCLE}/look-up-documents.ts`,
        replace: 'results.push(...noteFindings(run, book, batch, await find(run, batch)));',
        by: `const nothing = new Map(batch.map(({ document: { key } }) => [key, { status: 'absent', key }]));
    results.push(...noteFindings(run, book, batch, nothing));`,
      },
    ],
  },
  {
    id: 'looks-before-it-can-be-seen',
    rule: 'A look-up waits until the ledger shows what it has.',
    shownBy: 'lag:1-26-clock-set-back',
    changes: [
      {
        file: `${LIFECYCLE}/wait-until-visible.ts`,
        replace: 'Math.max(...sentAt) + lingerMs + visibilityMs',
        by: 'Math.max(...sentAt) + lingerMs',
      },
    ],
  },
  {
    id: 'looks-before-it-can-have-landed',
    rule: 'A look-up waits until a lost call can no longer take effect.',
    shownBy: 'key:1-43-an-hour-passes',
    changes: [
      {
        file: `${LIFECYCLE}/wait-until-visible.ts`,
        replace: 'Math.max(...sentAt) + lingerMs + visibilityMs',
        by: 'Math.max(...sentAt) + visibilityMs',
      },
    ],
  },
  {
    id: 'waits-from-a-clock-that-was-set',
    rule: 'Where another run may have sent it, the wait counts from the beginning of this one.',
    shownBy:
      'external-id+latency1494:1-32-a-day-passes:2-21-crash-late-effect:1-29-job-cancelled:1-31-ten-minutes-pass:3-55-commits-lost:2-21-clock-set-back',
    changes: [
      {
        file: `${LIFECYCLE}/attach-receipts.ts`,
        replace: 'Math.max(receipt.stored?.intendedAt ?? 0, run.beganAt)',
        by: 'receipt.stored?.intendedAt ?? 0',
      },
    ],
  },
  {
    id: 'repeats-under-a-new-key',
    rule: 'A repeat goes under the same request key, without the attempt in it.',
    shownBy: 'key:1-38-answer-lost',
    changes: [
      {
        file: `${LIFECYCLE}/post-documents.ts`,
        replace: 'run.writer.post(call, spent)',
        by: 'run.writer.post({ ...call, requestKey: `${call.requestKey}-${attempt}` }, spent)',
      },
    ],
  },
  {
    id: 'repeats-where-no-key-is-known',
    rule: 'A repeat without a look-up is only for ledgers that recognise it.',
    shownBy: 'lag:1-38-answer-lost',
    changes: [
      {
        file: `${LIFECYCLE}/clearance.ts`,
        replace: 'const isRecognised = !repeat.cachesErrors && firstSentAt <= againAt && againAt < lapsesAt;',
        by: 'const isRecognised = true;',
      },
      {
        file: `${LIFECYCLE}/clearance.ts`,
        replace: 'const lapsesAt = firstSentAt + repeat.windowMs - timeLimitMs;',
        by: 'const lapsesAt = Infinity;',
      },
    ],
  },
  {
    id: 'unclear-answer-means-refused',
    rule: 'A document that the answer does not tell of is looked up, not given up.',
    shownBy: 'key:1-38-row-unclear',
    changes: [
      {
        file: `${LIFECYCLE}/post-documents.ts`,
        replace: `    case 'unknown':
      return [];`,
        by: `    case 'unknown':
      return [noteRefused(book, prepared, { code: 'X', reason: 'unexpected_failure', owner: 'ledgerferry', message: 'X' })];`,
      },
    ],
  },
  {
    id: 'believes-the-order-of-an-answer',
    rule: 'Outcomes belong to documents by their keys, whatever their order.',
    shownBy: 'key:1-38-rows-missing',
    changes: [
      {
        file: `${LIFECYCLE}/post-documents.ts`,
        replace: 'new Map(answer.result.map((outcome) => [outcome.key, outcome]))',
        by: 'new Map(answer.result.map((outcome, index) => [call.documents[index].document.key, outcome]))',
      },
      {
        // else the amounts, which all differ, give it away and a look-up puts it right
        file: `${LIFECYCLE}/post-documents.ts`,
        replace: 'const difference = describeDifference(prepared.document, booked);',
        by: 'const difference = undefined;',
      },
    ],
  },
  {
    id: 'gives-parked-entries-up',
    rule: 'What a look-up could not settle is looked up again before it is handed to a person.',
    shownBy: 'key:1-31-find-unclear',
    changes: [
      {
        file: `${LIFECYCLE}/record-entries.ts`,
        replace: 'const PARKED_LOOK_UP_DELAYS_MS = [2_000, 8_000, 30_000];',
        by: 'const PARKED_LOOK_UP_DELAYS_MS: number[] = [];',
      },
    ],
  },
  {
    id: 'attaches-without-looking',
    rule: 'A receipt that may be there is looked for before it is attached.',
    shownBy:
      'external-id+latency1494:1-32-a-day-passes:2-21-crash-late-effect:1-29-job-cancelled:1-31-ten-minutes-pass:3-55-commits-lost:2-21-clock-set-back',
    changes: [
      {
        file: `${LIFECYCLE}/send-receipt.ts`,
        replace: 'const attachments = await attachmentsOf(run, target);',
        by: 'const attachments: { fileName: string; externalId: string }[] | undefined = [];',
      },
    ],
  },
  {
    id: 'judges-half-an-entry',
    rule: 'An entry is judged when all of its documents have been looked up.',
    shownBy:
      'lag+twice+latency104189:1-45-accountant-changes-amount:3-4-commit-unclear:1-41-clock-set-back:2-46-accountant-changes-amount:1-8-find-unclear',
    changes: [
      {
        file: `${LIFECYCLE}/record-entries.ts`,
        replace: '.filter((entry) => !entry.documents.some((other) => waiting.has(other)))',
        by: '',
      },
    ],
  },
];
