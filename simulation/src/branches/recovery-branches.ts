/** A branch of the lifecycle that a simulation must enter. */
export interface RecoveryBranch {
  /** In `packages/core/src/lifecycle`. */
  readonly file: string;
  /** Text that is in the file once, and in the branch. */
  readonly text: string;
  /** What happens there, for people. */
  readonly does: string;
}

/** What the engine does only when something went wrong. */
export const RECOVERY_BRANCHES: readonly RecoveryBranch[] = [
  { file: 'look-up-documents.ts', text: "case 'there': {", does: 'finds a document that a lost call had booked' },
  { file: 'look-up-documents.ts', text: "case 'absent': {", does: 'finds that a lost call had booked nothing' },
  { file: 'look-up-documents.ts', text: "case 'uncertain':", does: 'parks a document that a look-up cannot settle' },
  {
    file: 'judge-finding.ts',
    text: 'the ledger does not say whether it holds it',
    does: 'parks what the ledger does not tell',
  },
  { file: 'judge-finding.ts', text: 'the ledger holds it as voided', does: 'parks what was voided while in doubt' },
  { file: 'judge-finding.ts', text: 'times: ids', does: 'parks what the ledger holds several times' },
  { file: 'judge-finding.ts', text: 'but ${difference}`', does: 'parks what the ledger holds with another amount' },
  {
    file: 'intend-and-send.ts',
    text: 'clearance = answer.again;',
    does: 'writes a call down anew that an adapter could not begin',
  },
  {
    file: 'clearance.ts',
    text: '? new RightToSend({ isRepeat: true,',
    does: 'repeats under a key that is recognised',
  },
  { file: 'post-documents.ts', text: "case 'exists':", does: 'hears that a reference is taken' },
  { file: 'post-documents.ts', text: "case 'unknown':", does: 'gets an answer that does not tell of a document' },
  {
    file: 'post-documents.ts',
    text: 'if (inDoubt) return { outcomes: new Map(), inDoubt };',
    does: 'stops sending a batch in doubt',
  },
  {
    file: 'send-receipt.ts',
    text: 'const attachments = await attachmentsOf(run, target);',
    does: 'looks for a receipt that may be there',
  },
  { file: 'send-receipt.ts', text: "return { status: 'in-doubt', since:", does: 'leaves a receipt in doubt' },
  {
    file: 'look-up-documents.ts',
    text: 'if (refusal) return noteRefused(',
    does: 'lets a refusal stand once the ledger does not show what it may have spoken of',
  },
  {
    file: 'attach-receipts.ts',
    text: "'Pleo would have ended the job meanwhile'",
    does: 'gives receipts up before the job expires',
  },
  {
    file: 'adopt-outcomes.ts',
    text: 'const carried = {',
    does: 'learns of a success from Pleo that the store has lost',
  },
  {
    file: 'learn-adopted.ts',
    text: "if (state.status === 'posted') book.set(prepared, state);",
    does: 'learns what the ledger holds of such an entry',
  },
  {
    file: 'note-jobs-elsewhere.ts',
    text: 'await store.noteCarriedElsewhere(',
    does: 'remembers jobs that were carried elsewhere',
  },
  { file: 'run-export-job.ts', text: 'return await closeEndedJob(', does: 'meets a job that Pleo has ended' },
  { file: 'run-export-job.ts', text: 'async function leaveOpen(', does: 'leaves a job open for the next run' },
  { file: 'keep-lease.ts', text: 'await renew(0).catch(() => stop.abort());', does: 'renews the lease while it works' },
  { file: 'read-every-page.ts', text: 'throw neverEnds(', does: 'gives up a listing that goes in a circle' },
  {
    file: 'read-every-page.ts',
    text: "'listing is read again from its beginning'",
    does: 'reads a torn listing again',
  },
  {
    file: 'report-outcomes.ts',
    text: 'throw undecided(',
    does: 'leaves a job open whose update Pleo did not decide on',
  },
  { file: 'guard-adapter.ts', text: "'ADAPTER_TIMED_OUT'", does: 'gives up a call that never answers' },
  { file: 'guard-adapter.ts', text: "'ADAPTER_DEFECT'", does: 'takes an unexpected failure of the adapter for doubt' },
  { file: 'blocked-document.ts', text: 'could not be booked', does: 'refuses a document whose needed one was refused' },
];
