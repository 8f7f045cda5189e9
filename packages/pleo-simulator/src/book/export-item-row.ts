import type { ExportItem } from '../model/export-item.js';

/** Turns a receipt's id into a URL that works for a limited time from now. */
export type SignFileUrl = (receiptId: string) => string;

const RECEIPT_URL = /"receipt:([^"\\]+)"/;

/** One export item, written as JSON once; only its file URLs are filled in at each fetch. */
export class ExportItemRow {
  readonly ordinal: number;
  readonly accountingEntryId: string;
  readonly walletCurrency: string;
  readonly #parts: readonly string[];
  readonly #signFileUrl: SignFileUrl;

  constructor(item: ExportItem, ordinal: number, signFileUrl: SignFileUrl) {
    this.ordinal = ordinal;
    this.accountingEntryId = item.accountingEntryId;
    this.walletCurrency = item.amount.inWalletCurrency.currency;
    this.#parts = JSON.stringify(item).split(RECEIPT_URL);
    this.#signFileUrl = signFileUrl;
  }

  json(): string {
    if (this.#parts.length === 1) return this.#parts[0] ?? '';
    return this.#parts.map((part, index) => (index % 2 === 0 ? part : `"${this.#signFileUrl(part)}"`)).join('');
  }

  /** The item as data again, for a job that is created out of it. */
  toExportItem(): ExportItem {
    const parts = this.#parts.map((part, index) => (index % 2 === 0 ? part : `"receipt:${part}"`));
    return JSON.parse(parts.join('')) as ExportItem;
  }
}
