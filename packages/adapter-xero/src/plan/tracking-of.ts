import {
  normalizedName,
  refused,
  resolved,
  resolveEach,
  type Dimension,
  type EntryLine,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroTrackingCategory } from '../reference-data/xero-facts.js';
import type { BookingContext } from './booking-context.js';

/** One option of one tracking category. */
export interface Tracking {
  readonly category: XeroTrackingCategory;
  readonly option: XeroTrackingCategory['options'][number];
}

/** A line's tags as tracking. Groups that the setting `connection.tracking` leaves out are left out. Source: Xero, Tracking: at most two. */
export function trackingOf({ dimensions }: EntryLine, context: BookingContext): Resolution<readonly Tracking[]> {
  const wanted = dimensions.filter(({ group }) => categoryName(group, context) !== false);
  const found = resolveEach(wanted.map((dimension) => trackingOfTag(dimension, context)));
  if ('problems' in found) return found;
  const each = found.value.filter((one, place, all) => place === all.findIndex((other) => isSame(one, other)));
  const categories = new Set(each.map(({ category }) => category.trackingCategoryId));
  return each.length <= MOST_CATEGORIES && categories.size === each.length ? resolved(each) : tooMany(each);
}

const MOST_CATEGORIES = 2;

function trackingOfTag({ group, code }: Dimension, context: BookingContext): Resolution<Tracking> {
  const name = categoryName(group, context) || group;
  const category = context.facts.trackingCategories
    .filter(isActive)
    .find((one) => isNamed(name, one.name, one.trackingCategoryId));
  if (!category) {
    const found = `Xero has no active tracking category "${name}", which the tag "${code}" of the group "${group}" belongs to.`;
    return refused(xeroProblem('XERO_TRACKING_CATEGORY_UNKNOWN', found));
  }
  const option = category.options.filter(isActive).find((one) => isNamed(code, one.name, one.trackingOptionId));
  if (option) return resolved({ category, option });
  const found = `The tracking category "${category.name}" has no active option "${code}" in Xero.`;
  return refused(xeroProblem('XERO_TRACKING_OPTION_UNKNOWN', found));
}

function categoryName(group: string, { connection }: BookingContext): string | false {
  return (Object.hasOwn(connection.tracking, group) ? connection.tracking[group] : undefined) ?? group;
}

function isActive({ status }: { readonly status: string }): boolean {
  return status === 'ACTIVE';
}

/** Pleo's tag may carry the id or the name, in any case. */
function isNamed(wanted: string, name: string, id: string): boolean {
  return [name, id].map(normalizedName).includes(normalizedName(wanted));
}

function isSame(left: Tracking, right: Tracking): boolean {
  return left.category === right.category && left.option === right.option;
}

function tooMany(each: readonly Tracking[]): Resolution<never> {
  const names = each.map(({ category, option }) => `${category.name} "${option.name}"`);
  const found = `A line is tagged ${names.join(', ')}, and Xero takes two tracking categories with one option each.`;
  return refused(xeroProblem('XERO_TRACKING_TOO_MANY', found));
}
