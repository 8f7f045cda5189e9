import type { UpdateExportJobItem } from '../request-schemas.js';
import { isFinalItem, type ItemStatus, type ItemUpdateErrorType } from '../model/statuses.js';

/** What Pleo knows of one item of a job: exactly what it was told, nothing guessed. */
export interface ItemBook {
  readonly accountingEntryId: string;
  readonly status: ItemStatus;
  readonly externalId: string | null;
  readonly externalUrl: string | null;
  readonly exportedAt: string | null;
  readonly failureReason: string | null;
  readonly failureReasonType: string | null;
  /** How many updates of this item were stored. */
  readonly updates: number;
  /** How many updates of this item were refused, by type. */
  readonly refusals: readonly ItemUpdateErrorType[];
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type ItemState = Writable<ItemBook> & { refusals: ItemUpdateErrorType[] };

/** One item of a job and its row in the listing. */
export class ExportJobItem {
  readonly ordinal: number;
  readonly book: ItemBook;
  readonly #state: ItemState;
  readonly #jobId: string;

  constructor(item: { jobId: string; accountingEntryId: string; ordinal: number }) {
    this.#jobId = item.jobId;
    this.ordinal = item.ordinal;
    this.#state = {
      accountingEntryId: item.accountingEntryId,
      status: 'pending',
      externalId: null,
      externalUrl: null,
      exportedAt: null,
      failureReason: null,
      failureReasonType: null,
      updates: 0,
      refusals: [],
    };
    this.book = this.#state;
  }

  /** Whether the item may take this status: a final outcome may be repeated, never changed. */
  accepts(status: ItemStatus): boolean {
    return !isFinalItem(this.#state.status) || this.#state.status === status;
  }

  /** Stores what was sent; fields that were left out keep their value. */
  update(update: UpdateExportJobItem): void {
    const state = this.#state;
    state.status = update.status;
    state.externalId = update.externalId ?? state.externalId;
    state.externalUrl = update.externalUrl ?? state.externalUrl;
    state.exportedAt = update.exportedAt ?? state.exportedAt;
    state.failureReason = update.failureReason ?? state.failureReason;
    state.failureReasonType = update.failureReasonType ?? state.failureReasonType;
    state.updates += 1;
  }

  refuse(type: ItemUpdateErrorType): void {
    this.#state.refusals.push(type);
  }

  /** Pleo gives the item up because its job ended. */
  abandon(): void {
    if (!isFinalItem(this.#state.status)) this.#state.status = 'abandoned';
  }

  /** The row as `ExportJobItemV3`; empty fields are null on every second item and absent on the others. */
  json(): string {
    const { accountingEntryId, status, externalId, externalUrl, exportedAt, failureReason, failureReasonType } =
      this.#state;
    const empty = this.ordinal % 2 === 0 ? null : undefined;
    return JSON.stringify({
      exportJobId: this.#jobId,
      accountingEntryId,
      status,
      externalId: externalId ?? empty,
      externalUrl: externalUrl ?? empty,
      exportedAt: exportedAt ?? empty,
      failureReason: failureReason ?? empty,
      failureReasonType: failureReasonType ?? empty,
    });
  }
}
