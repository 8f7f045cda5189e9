import type { ErrorCatalogue } from './error-catalogue.js';

const RUN_AGAIN = 'Nothing, at first: the next run goes on where this one stopped.';

/** Every error and problem of the lifecycle: what stops a job or a call, and what keeps an entry out of the ledger beyond its own data. */
export const EXPORT_ERRORS = {
  ALREADY_EXPORTED: {
    meaning: 'An earlier job booked the entry, and the setting bookkeeping.reexport refuses a second export.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Nothing, if the entry is right in the ledger. To book it anew, delete it there first, then export it again.',
  },
  FAILED_AT_PLEO: {
    meaning: 'Pleo held the entry as failed or abandoned before this run came to it.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'bookkeeper',
    fix: 'See in Pleo why, put that right, then export the entry again.',
  },
  NEEDED_ENTRY_NOT_BOOKED: {
    meaning: 'The entry names another one, such as the invoice it pays, and that one could not be booked.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Put the other entry right first: the message names it and its reason. Then export both again.',
  },
  RECEIPT_REQUIRED: {
    meaning:
      'The entry is in the ledger, but a receipt is not, and the setting bookkeeping.receipts demands it. Pleo shows which step failed.',
    kind: 'item-rejected',
    itemReason: 'receipt_upload_failure',
    owner: 'bookkeeper',
    fix: 'Put the receipt right in Pleo, then export the entry again: only the missing receipt is attached.',
  },
  OUTCOME_NOT_STORED: {
    meaning: 'The entry is in the ledger, and Pleo refuses to store that it was exported.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'ledgerferry',
    fix: 'Look at the entry in Pleo; export it again if it is not shown as exported: it is linked, not booked again.',
  },
  PARKED: {
    meaning: 'The entry may be in the ledger: no look-up could settle whether it is there once and right.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'bookkeeper',
    fix: 'Look in the ledger for the reference named. There once and right: `settle ENTRY --found ID`. Not there: `settle ENTRY --absent`, then export it again.',
  },
  CONTROL_TOTALS_DISAGREE: {
    meaning: 'The ledger shows another total than Pleo for the entries that were exported, so the job is kept open.',
    kind: 'transient',
    owner: 'bookkeeper',
    fix: 'Run `reconcile JOB`: it names the entry. Correct its amount in the ledger; the next run closes the job.',
  },
  ITEMS_DO_NOT_ADD_UP: {
    meaning: 'Pleo lists more or fewer entries than the job has. Nothing was posted.',
    kind: 'misconfigured',
    jobReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Export again in Pleo; if it stays, ask Pleo.',
  },
  NOTHING_TO_SETTLE: {
    meaning: '`settle` was asked for an entry that is not in doubt.',
    kind: 'misconfigured',
    owner: 'bookkeeper',
    fix: 'Nothing. `explain ENTRY` tells what is known of it.',
  },
  PLAN_CHANGED: {
    meaning:
      'The entry was begun one way and would be booked another way today: its category, its period or a setting has changed.',
    kind: 'item-rejected',
    itemReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Restore what has changed and export the entry again; or delete in the ledger what it holds of the entry, then export it again.',
  },
  TENANT_CHANGED: {
    meaning: 'The connection leads to another organisation than the one the job was begun in.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Restore the connection to the organisation that the message names; or let the job end and have its entries exported again.',
  },
  DRAFTS_NOT_POSSIBLE: {
    meaning: 'The settings ask for drafts, and this accounting system takes none.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Set bookkeeping.posting to final.',
  },
  RECEIPTS_NOT_POSSIBLE: {
    meaning: 'The settings demand receipts, and this accounting system takes none.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Set bookkeeping.receipts to best-effort.',
  },
  LEASE_HELD: {
    meaning: 'Another process is exporting for the company.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Wait until that process is done, then run again. If it is gone and ran on another machine, its lease ends within a minute.',
  },
  CALL_NOT_BEGUN: {
    meaning:
      'A call could not begin at once: its budget is spent for the moment, or a token had to be renewed. Nothing was sent.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Nothing: the call is written down anew and sent a moment later.',
  },
  JOB_STOPPED: {
    meaning: 'The job stopped while outcomes were still to be reported. They are kept.',
    kind: 'transient',
    owner: 'administrator',
    fix: RUN_AGAIN,
  },
  ITEM_WITHOUT_FINAL_STATUS: {
    meaning: 'Pleo has no final status of an entry yet, so the job is kept open.',
    kind: 'transient',
    owner: 'administrator',
    fix: RUN_AGAIN,
  },
  PLEO_UPDATE_UNDECIDED: {
    meaning: 'Pleo did not store the outcome of an entry, although it was sent several times.',
    kind: 'transient',
    owner: 'administrator',
    fix: `${RUN_AGAIN} If it stays, ask Pleo.`,
  },
  LISTING_NEVER_ENDS: {
    meaning: 'Pleo lists far more entries than the job has, and still no end. Nothing was posted.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Run again in a while; if it stays, ask Pleo, with the id of the job.',
  },
  REPEAT_TOO_LATE: {
    meaning:
      'A call was not repeated, because the ledger may not recognise its key any more. What was sent is looked up.',
    kind: 'outcome-unknown',
    owner: 'administrator',
    fix: 'Nothing: it is looked up before anything is sent again.',
  },
  ADAPTER_TIMED_OUT: {
    meaning: 'The adapter did not come back from a call within the time limit it declares. What was sent is looked up.',
    kind: 'outcome-unknown',
    owner: 'ledgerferry',
    fix: "Run again; if it stays, tell the adapter's maker.",
  },
  ADAPTER_DEFECT: {
    meaning: 'The adapter failed in a way that it does not declare. What was sent is looked up.',
    kind: 'outcome-unknown',
    owner: 'ledgerferry',
    fix: "Run again; if it stays, tell the adapter's maker and send the log.",
  },
  ENTRY_NOT_PLANNED: {
    meaning: 'The adapter cannot put the entry into the form of its accounting system.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'ledgerferry',
    fix: 'Book the entry by hand and tell whoever runs Ledgerferry for you.',
  },
  RULE_FAILED: {
    meaning: 'A rule that checks entries failed itself. The entry was not booked.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'ledgerferry',
    fix: 'Tell whoever runs Ledgerferry for you: the rule is named in the message.',
  },
  PAYLOAD_MISSING: {
    meaning: 'Pleo listed the entry for export and sent no accounting data for it.',
    kind: 'item-rejected',
    itemReason: 'unexpected_failure',
    owner: 'ledgerferry',
    fix: 'Export the entry again; if it stays, ask Pleo.',
  },
  UNEXPECTED: {
    meaning: 'Ledgerferry failed in a way that nobody foresaw. Nothing was booked twice and nothing is lost.',
    kind: 'transient',
    owner: 'ledgerferry',
    fix: "Run again; if it stays, send the log to Ledgerferry's makers.",
  },
} as const satisfies ErrorCatalogue;
