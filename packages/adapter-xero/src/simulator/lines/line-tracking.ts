import type { Books } from '../books/books.js';
import type { HeldTracking } from '../books/held-records.js';
import type { TrackingElement } from './line-element.js';

type Fail = (message: string) => void;

/** The categories and options that a line names: at most two, which must be there. Source: Xero Accounting API, Tracking Categories. */
export function lineTracking(books: Books, sent: readonly TrackingElement[], fail: Fail): readonly HeldTracking[] {
  if (sent.length > 2) fail('A line can have at most 2 tracking categories.');
  const found = sent.flatMap((each) => resolve(books, each, fail) ?? []);
  if (new Set(found.map(({ categoryId }) => categoryId)).size < found.length)
    fail('A line can have one option of each tracking category.');
  return found;
}

function resolve(books: Books, sent: TrackingElement, fail: Fail): HeldTracking | null {
  const { TrackingCategoryID, TrackingOptionID, Name, Option } = sent;
  const category = books.trackingCategories
    .all()
    .find(({ id, name }) => (TrackingCategoryID === undefined ? name === Name : id === TrackingCategoryID));
  if (category?.status !== 'ACTIVE') {
    fail(`The tracking category ${TrackingCategoryID ?? Name ?? ''} could not be found or is not active.`);
    return null;
  }
  const option = category.options.find(({ id, name }) =>
    TrackingOptionID === undefined ? name === Option : id === TrackingOptionID,
  );
  if (option?.status === 'ACTIVE') return { categoryId: category.id, optionId: option.id };
  fail(
    `The tracking option ${TrackingOptionID ?? Option ?? ''} of ${category.name} could not be found or is not active.`,
  );
  return null;
}
