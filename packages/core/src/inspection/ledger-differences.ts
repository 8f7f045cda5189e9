import type { Advice } from '../errors/error-catalogue.js';

/** Everything that `reconcile` and `explain` can find without an error having happened, by code. Pleo is told none of it. */
export const LEDGER_DIFFERENCES = {
  DELETED_IN_LEDGER: {
    meaning: 'The entry was booked, and the ledger no longer holds it: it was deleted or voided there.',
    owner: 'bookkeeper',
    fix: 'Nothing, if that was meant. Else export the entry again in Pleo: it is booked anew.',
  },
  AMOUNT_DIFFERS_IN_LEDGER: {
    meaning: 'The ledger holds the entry with another amount or currency than it was booked with.',
    owner: 'bookkeeper',
    fix: 'Correct the amount in the ledger, or in Pleo and by hand here: Ledgerferry changes nothing that is booked.',
  },
  TWICE_IN_LEDGER: {
    meaning: 'The ledger holds the entry more than once under its reference.',
    owner: 'bookkeeper',
    fix: 'Delete all but one in the ledger; keep the one with the id that Pleo shows.',
  },
  LEDGER_UNCLEAR: {
    meaning: 'The ledger was asked for the entry and does not say whether it holds it.',
    owner: 'bookkeeper',
    fix: 'Ask again in a while; if it stays, look in the ledger for the reference named.',
  },
  RECEIPT_MISSING_IN_LEDGER: {
    meaning: 'A receipt was attached to the entry, and the ledger no longer lists it.',
    owner: 'bookkeeper',
    fix: 'Nothing, if it was taken off on purpose. Else add the receipt in the ledger by hand.',
  },
  RECEIPT_NOT_ATTACHED: {
    meaning: 'The entry is in the ledger without every receipt. The settings accept that (bookkeeping.receipts).',
    owner: 'bookkeeper',
    fix: 'Add the receipt in the ledger by hand; or put it right in Pleo and export the entry again: only what is missing is attached.',
  },
  SUCCESSFUL_WITHOUT_ENTRY: {
    meaning: 'Pleo shows the entry as successful, and nothing of it is known to be in the ledger.',
    owner: 'bookkeeper',
    fix: 'Look in the ledger for the id that Pleo shows. If it is not there, export the entry again: it is booked.',
  },
  NOT_SUCCESSFUL_AT_PLEO: {
    meaning: 'The ledger holds the entry, or a part of it, and Pleo does not show it as successful.',
    owner: 'bookkeeper',
    fix: 'Export the entry again in Pleo: what is in the ledger is linked, what is missing is booked.',
  },
  OTHER_OUTCOME_AT_PLEO: {
    meaning: 'Pleo shows the entry as successful, and this state knows another outcome.',
    owner: 'bookkeeper',
    fix: 'Look in the ledger for the id that Pleo shows. If it is not there, export the entry again.',
  },
  OTHER_ID_AT_PLEO: {
    meaning: 'Pleo shows another id for the entry than the one it has in the ledger.',
    owner: 'bookkeeper',
    fix: 'See which id is the right one; export the entry again in Pleo to have it linked anew.',
  },
  OUTCOME_NOT_REPORTED: {
    meaning: 'What became of the entry is known here and not at Pleo, because its job is not finished.',
    owner: 'administrator',
    fix: 'Run again: the next run tells Pleo and finishes the job.',
  },
  NOT_SETTLED_WHEN_JOB_ENDED: {
    meaning: 'The job ended, by expiry or by hand, before anything was settled about the entry.',
    owner: 'bookkeeper',
    fix: 'Export the entry again in Pleo: what is in the ledger is linked, what is missing is booked.',
  },
  STATE_BEHIND: {
    meaning:
      'Pleo has a final status of the entry that this state does not know: it was lost or restored from an older copy.',
    owner: 'administrator',
    fix: 'See that the setting state names the right file. If it does, nothing is to be done: what is exported again is looked up first.',
  },
  NOT_IN_THE_JOB_AT_PLEO: {
    meaning: 'This state has the entry in the job, and Pleo does not list it there.',
    owner: 'administrator',
    fix: 'See that the configuration leads to the right Pleo environment; if it does, ask Pleo.',
  },
} as const satisfies Readonly<Record<string, Advice>>;

export type LedgerDifferenceCode = keyof typeof LEDGER_DIFFERENCES;

/** One thing that differs about one entry. */
export interface Difference extends Advice {
  /** Stable and upper case, such as `DELETED_IN_LEDGER`. */
  readonly code: string;
  /** What differs, with the facts of this entry. */
  readonly message: string;
}

/** A difference of the table, with the facts of an entry. */
export function difference(code: LedgerDifferenceCode, message: string): Difference {
  return { code, ...LEDGER_DIFFERENCES[code], message };
}
