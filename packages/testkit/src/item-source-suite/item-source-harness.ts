import type { ExportJobItem, ItemSource, ReceiptFile } from '@ledgerferry/core';

/** A job as Pleo itself has it. */
export interface PleoJobBook {
  readonly status: string;
  readonly items: readonly Pick<
    ExportJobItem,
    'accountingEntryId' | 'status' | 'externalId' | 'externalUrl' | 'failureReason' | 'failureReasonType'
  >[];
  /** Every event that Pleo took, in order. */
  readonly events: readonly string[];
}

/** An item source over a Pleo of its own, made anew for every behaviour. */
export interface ItemSourceHarness {
  readonly source: ItemSource;
  readonly companyId: string;
  /** The company's oldest job: pending, of at least three items on at least two pages. */
  readonly jobId: string;
  /** A younger pending job of the company. */
  readonly laterJobId: string;
  /** A file that an item names; a file whose link no longer works. */
  readonly files: { readonly there: ReceiptFile; readonly gone: ReceiptFile };
  /** Texts that no error may show. */
  readonly secrets: readonly string[];
  /** Reads Pleo behind the source's back. */
  book(jobId: string): PleoJobBook | Promise<PleoJobBook>;
  /** A further source over the same Pleo, as after a restart. */
  reopen(): ItemSource | Promise<ItemSource>;
  /** What Pleo or its user does: ends the job before it is done. */
  endJob(jobId: string): void | Promise<void>;
  /** Makes Pleo fail every further call. */
  disconnect(): void | Promise<void>;
  /** Stops what the harness started. */
  close?(): void | Promise<void>;
}
