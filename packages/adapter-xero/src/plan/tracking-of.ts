import type { Dimension, EntryLine } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroTrackingCategory } from '../reference-data/xero-facts.js';
import { decideAll, decided, undecided, type Decision } from './decision.js';
import type { XeroBooks } from './xero-books.js';

/** One option of one tracking category. */
export interface Tracking {
  readonly category: XeroTrackingCategory;
  readonly option: XeroTrackingCategory['options'][number];
}

/** A line's tags as tracking. Groups that the setting `connection.tracking` leaves out are left out. Source: Xero, Tracking: at most two. */
export function trackingOf({ dimensions }: EntryLine, books: XeroBooks): Decision<readonly Tracking[]> {
  const wanted = dimensions.filter(({ group }) => categoryName(group, books) !== false);
  const found = decideAll(wanted.map((dimension) => trackingOfTag(dimension, books)));
  if ('problems' in found) return found;
  const each = found.value.filter((one, place, all) => place === all.findIndex((other) => isSame(one, other)));
  const categories = new Set(each.map(({ category }) => category.trackingCategoryId));
  return each.length <= MOST_CATEGORIES && categories.size === each.length ? decided(each) : tooMany(each);
}

const MOST_CATEGORIES = 2;

function trackingOfTag({ group, code }: Dimension, books: XeroBooks): Decision<Tracking> {
  const name = categoryName(group, books) || group;
  const category = books.facts.trackingCategories
    .filter(isActive)
    .find((one) => isNamed(name, one.name, one.trackingCategoryId));
  if (!category) {
    const found = `Xero has no active tracking category "${name}", which the tag "${code}" of the group "${group}" belongs to.`;
    return undecided(xeroProblem('XERO_TRACKING_CATEGORY_UNKNOWN', found));
  }
  const option = category.options.filter(isActive).find((one) => isNamed(code, one.name, one.trackingOptionId));
  if (option) return decided({ category, option });
  const found = `The tracking category "${category.name}" has no active option "${code}" in Xero.`;
  return undecided(xeroProblem('XERO_TRACKING_OPTION_UNKNOWN', found));
}

function categoryName(group: string, { connection }: XeroBooks): string | false {
  return (Object.hasOwn(connection.tracking, group) ? connection.tracking[group] : undefined) ?? group;
}

function isActive({ status }: { readonly status: string }): boolean {
  return status === 'ACTIVE';
}

/** Pleo's tag may carry the id or the name, in any case. */
function isNamed(wanted: string, name: string, id: string): boolean {
  const normalized = wanted.trim().toLowerCase();
  return normalized === name.trim().toLowerCase() || normalized === id.toLowerCase();
}

function isSame(left: Tracking, right: Tracking): boolean {
  return left.category === right.category && left.option === right.option;
}

function tooMany(each: readonly Tracking[]): Decision<never> {
  const names = each.map(({ category, option }) => `${category.name} "${option.name}"`);
  const found = `A line is tagged ${names.join(', ')}, and Xero takes two tracking categories with one option each.`;
  return undecided(xeroProblem('XERO_TRACKING_TOO_MANY', found));
}
