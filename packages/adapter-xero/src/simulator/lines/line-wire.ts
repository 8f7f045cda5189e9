import type { Books } from '../books/books.js';
import type { HeldLine, HeldTracking } from '../books/held-records.js';
import { jsonNumber } from '@ledgerferry/http';
import { amountOf, fromScaled } from '../money/scaled.js';
import type { Wire } from '../api/write-elements.js';

/** A line as answers show it. */
export function lineWire(books: Books, line: HeldLine): Wire {
  const account = line.accountId === null ? null : books.accounts.get(line.accountId);
  return {
    LineItemID: line.id,
    ...(line.description === null ? {} : { Description: line.description }),
    Quantity: jsonNumber(fromScaled(line.quantity, 4)),
    UnitAmount: jsonNumber(fromScaled(line.unitAmount, 4)),
    ...(account === null ? {} : { AccountID: account.id }),
    ...(account?.code === null || account === null ? {} : { AccountCode: account.code }),
    TaxType: line.taxType,
    TaxAmount: amountOf(line.tax),
    LineAmount: amountOf(line.lineAmount),
    Tracking: trackingWire(books, line.tracking),
  };
}

/** Tracking as answers show it: ids and names. */
export function trackingWire(books: Books, tracking: readonly HeldTracking[]): readonly Wire[] {
  return tracking.map(({ categoryId, optionId }) => {
    const category = books.trackingCategories.get(categoryId);
    const option = category?.options.find(({ id }) => id === optionId);
    return { TrackingCategoryID: categoryId, TrackingOptionID: optionId, Name: category?.name, Option: option?.name };
  });
}
