import { beforeAll, describe, expect, test } from 'vitest';
import { compileEach } from './compile-each.js';

/** What the code of a step of the lifecycle has at hand. */
const AT_HAND = `
import type { JobRun } from 'SRC/lifecycle/job-run.js';
import type { DocumentBook, PreparedDocument } from 'SRC/lifecycle/document-book.js';
import type { Verdict } from 'SRC/lifecycle/judge-finding.js';
import type { AttachCall, FoundAttachment, PostCall } from 'SRC/ports/accounting-adapter.js';
import { postDocuments, type PostingContext } from 'SRC/lifecycle/post-documents.js';
import { clearAbsent, clearAbsentReceipt, clearRepeat, type Clearance } from 'SRC/lifecycle/clearance.js';

declare const run: JobRun;
declare const book: DocumentBook;
declare const call: PostCall;
declare const file: AttachCall;
declare const prepared: PreparedDocument;
declare const doubtful: readonly PreparedDocument[];
declare const context: PostingContext;
declare const clearance: Clearance;
declare const verdict: Verdict;
declare const found: FoundAttachment | undefined;
declare const times: { firstSentAt: number; againAt: number };
`;

/** Each mistake resends a write that may have been applied, or writes past the guards; then what the compiler says. */
const MISTAKES: Readonly<Record<string, readonly [code: string, complaint: RegExp]>> = {
  'to send a call again that is in doubt': [
    `const answer = await run.writer.post(call, clearance);
     if (answer.status === 'in-doubt') await run.writer.post(call, answer.again);`,
    /Property 'again' does not exist/,
  ],
  'to send a call again whatever went wrong': [
    `for (let right = clearance; ; ) {
       const answer = await run.writer.post(call, right);
       if (answer.status === 'answered') break;
       right = answer.again;
     }`,
    /Property 'again' does not exist/,
  ],
  'to send a call without a clearance': [`await run.writer.post(call);`, /Expected 2 arguments, but got 1/],
  'to attach a receipt without a clearance': [`await run.writer.attach(file);`, /Expected 2 arguments, but got 1/],
  'to make a clearance by hand': [
    `const mine: Clearance = { isRepeat: false, mayHaveBeenSent: false, lapsesAt: Infinity, spend() {} };`,
    /Property '#isSpent' is missing/,
  ],
  'to post documents that are in doubt': [
    `await postDocuments(run, doubtful, context);`,
    /'readonly PreparedDocument\[\]' is not assignable to parameter of type 'readonly ClearedDocument\[\]'/,
  ],
  'to call a document open again without a reason': [
    `book.set(prepared, { status: 'open', generation: 1, intendedAt: null });`,
    /Property 'clearance' is missing/,
  ],
  'to send a repeat whose key may be forgotten': [
    `await run.writer.post(call, clearRepeat(run.writer.capabilities, times));`,
    /'RightToSend \| undefined' is not assignable/,
  ],
  'to take any verdict of a look-up for absence': [
    `await run.writer.post(call, clearAbsent(verdict));`,
    /is not assignable to parameter of type '\{ readonly status: "absent"; \}'/,
  ],
  'to attach a receipt again that was found': [
    `await run.writer.attach(file, clearAbsentReceipt(found));`,
    /is not assignable to parameter of type 'undefined'/,
  ],
  'to retry a write as if it were a read': [
    `import { retryRead } from 'SRC/lifecycle/guard-adapter.js';
     await retryRead('post', () => run.writer.post(call, clearance), run.ports);`,
    /declares 'retryRead' locally, but it is not exported/,
  ],
  'to post through the reading half': [`await run.reader.post(call);`, /Property 'post' does not exist/],
  'to post past the guards': [
    `await run.ports.adapter.post(call);`,
    /Property 'adapter' does not exist on type 'GuardedPorts'/,
  ],
};

const WRITES_OF_PORTS = [
  ...['post', 'attach'].map((name) => `adapter.${name}`),
  ...['start', 'report', 'complete'].map((name) => `source.${name}`),
  ...['acquireLease', 'renewLease', 'releaseLease', 'openJob', 'enlist', 'intend', 'record'].map(
    (name) => `store.${name}`,
  ),
  ...['markReported', 'finishJob', 'close'].map((name) => `store.${name}`),
];

const RIGHT = {
  'to send again what was not applied': `${AT_HAND}
     const answer = await run.writer.post(call, clearance);
     if (answer.status === 'not-applied') await run.writer.post(call, answer.again);`,
  'to send again what a look-up did not find': `${AT_HAND}
     if (verdict.status === 'absent') await run.writer.post(call, clearAbsent(verdict));`,
  'to send again what the ledger is sure to recognise': `${AT_HAND}
     const again = clearRepeat(run.writer.capabilities, times);
     if (again) await run.writer.post(call, again);`,
  'to post what is cleared': `${AT_HAND} await postDocuments(run, book.cleared(doubtful), context);`,
};

let complaints: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const mistakes = Object.entries(MISTAKES).map(([name, [code]]) => [name, `${AT_HAND}${code}`]);
  const writes = WRITES_OF_PORTS.map((write) => [write, dryRunCalling(write)]);
  complaints = await compileEach({ ...Object.fromEntries([...mistakes, ...writes]), ...RIGHT });
}, 60_000);

function dryRunCalling(write: string): string {
  return `import type { ReadingPorts } from 'SRC/inspection/reading-ports.js';
    const dryRun = (ports: ReadingPorts) => ports.${write};`;
}

describe('it compiles', () => {
  test.each(Object.keys(RIGHT))('%s', (name) => {
    expect(complaints.get(name)).toEqual([]);
  });
});

describe('it does not compile', () => {
  test.each(Object.entries(MISTAKES))('%s', (name, [, complaint]) => {
    expect(complaints.get(name)).toEqual([expect.stringMatching(complaint)]);
  });
});

describe('a dry run that would write does not compile', () => {
  test.each(WRITES_OF_PORTS)('with %s', (write) => {
    const member = write.split('.').at(-1);
    expect(complaints.get(write)).toEqual([expect.stringMatching(`Property '${member}' does not exist on type`)]);
  });
});
