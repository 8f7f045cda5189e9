import type { ExportItem } from './export-item.js';

/** A problem that the generator can put into an item on purpose. */
export type PlantedProblemKind =
  | 'missing-category'
  | 'zero-category'
  | 'unknown-type'
  | 'fractional-amount'
  | 'lines-do-not-sum-up'
  | 'currency-undefined'
  | 'control-item-without-data';

/** One item that was broken on purpose, and how. */
export interface PlantedProblem {
  accountingEntryId: string;
  problem: PlantedProblemKind;
}

/** A receipt's bytes: a real PDF, PNG or JPEG. */
export interface GeneratedReceipt {
  id: string;
  /** MIME type. */
  type: string;
  bytes: Uint8Array;
}

/** A whole export job, ready for `PleoSimulator.addJob`. */
export interface GeneratedExportJob {
  id: string;
  companyId: string;
  /** RFC 3339; jobs are to be exported oldest first. */
  createdAt: string;
  createdBy: string | null;
  isInteractive: boolean;
  vendorBasedBookkeeping: boolean;
  /** The control layer, in the order in which the server lists it. */
  accountingEntryIds: readonly string[];
  /** The data layer, in the order in which the server lists it: another order than that of the control layer. */
  exportItems: readonly ExportItem[];
  /** Bytes of every file that an item names. */
  receipts: readonly GeneratedReceipt[];
  /** What was broken on purpose; every item that is not listed here can be exported. */
  planted: readonly PlantedProblem[];
}
