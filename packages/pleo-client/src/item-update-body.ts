import type { ExportJobItemStatus, ItemFailureReasonType, ItemUpdate } from '@ledgerferry/core';

/** One item of an update as Pleo takes it; nothing is null. Source: Pleo Export API v3, `UpdateExportJobItemV3`. */
export interface ItemUpdateBody {
  readonly accountingEntryId: string;
  readonly status: ExportJobItemStatus;
  readonly externalId?: string;
  readonly externalUrl?: string;
  /** ISO 8601 in whole seconds. */
  readonly exportedAt?: string;
  readonly failureReason?: string;
  readonly failureReasonType?: ItemFailureReasonType;
}

/** What Pleo is told about an item. */
export function toItemUpdateBody(update: ItemUpdate, failureReasonLength: number): ItemUpdateBody {
  const { accountingEntryId, status } = update;
  const external = update.externalId === null ? {} : { externalId: update.externalId };
  if (update.status === 'failed') {
    const failureReason = shorten(update.failureReason, failureReasonLength);
    return { accountingEntryId, status, ...external, failureReason, failureReasonType: update.failureReasonType };
  }
  const link = update.externalUrl === null ? {} : { externalUrl: update.externalUrl };
  return { accountingEntryId, status, ...external, ...link, exportedAt: toWholeSeconds(update.exportedAt) };
}

/** Cuts between characters, never inside one, and shows that something was cut. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Pleo hints at `YYYY-MM-DDTHH:mi:ssZ`. */
function toWholeSeconds(time: string): string {
  const utc = time.endsWith('Z') ? time : new Date(time).toISOString();
  return utc.replace(/\.\d+Z$/, 'Z');
}
