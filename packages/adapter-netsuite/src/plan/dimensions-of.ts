import {
  normalizedName,
  refused,
  resolved,
  resolveEach,
  type Dimension,
  type Posting,
  type Problem,
  type Resolution,
} from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type {
  DimensionField,
  NetsuiteDimensionValue,
  NetsuiteFacts,
  NetsuiteRecordName,
} from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { pickUsable } from './pick-usable.js';
import { subsidiaryName } from './subsidiary-name.js';
import { isWritable } from './writable-properties.js';

interface Tagged {
  readonly field: DimensionField;
  readonly value: NetsuiteDimensionValue;
}

/**
 * A line's tags as properties, such as `{ "department": { "id": "7" } }`, and the defaults of the settings where it has none. Groups that
 * `connection.dimensions` leaves out are left out.
 */
export function dimensionsOf(
  { dimensions }: Posting,
  record: NetsuiteRecordName,
  books: NetsuiteBooks,
): Resolution<NetsuiteRecord> {
  const wanted = dimensions.filter(({ group }) => fieldName(group, books) !== false);
  const tagged = resolveEach(wanted.map((dimension) => taggedBy(dimension, record, books)));
  if ('problems' in tagged) return tagged;
  const byField = Map.groupBy(tagged.value, ({ field }) => field);
  for (const [field, each] of byField) if (new Set(each.map(({ value }) => value)).size > 1) return twice(field, each);
  const defaults = defaultsOf(record, 'line', books);
  if ('problems' in defaults) return defaults;
  return resolved({ ...defaults.value, ...asProperties(tagged.value) });
}

/** The dimensions of the settings, for lines and heads that no tag is for, as far as the record shows them there. */
export function defaultsOf(
  record: NetsuiteRecordName,
  place: 'body' | 'line',
  books: NetsuiteBooks,
): Resolution<NetsuiteRecord> {
  const { facts, connection } = books;
  const wanted = Object.entries(connection.defaults).map(([group, code]) => ({ group, code }));
  const found = resolveEach(wanted.map((each) => usualValue(each, books)));
  if ('problems' in found) return found;
  return resolved(asProperties(found.value.filter(({ field }) => isWritable(facts, record, place, field))));
}

/** `group` is a field's own name, as the settings spell it. */
function usualValue({ group, code }: Dimension, { facts }: NetsuiteBooks): Resolution<Tagged> {
  const field = fieldNamed(group, facts);
  const picked = field && pickUsable(valuesNamed(code, facts.dimensions.get(field) ?? []), facts.subsidiary);
  if (field && picked && 'usable' in picked) return resolved({ field, value: picked.usable });
  const why = field ? `one active ${group} that can be used` : `field for that on the lines of NetSuite`;
  const found = `connection.defaults.${group} is "${code}", and there is no ${why}.`;
  return refused(netsuiteProblem('NETSUITE_DEFAULT_NOT_USABLE', found));
}

function asProperties(tagged: readonly Tagged[]): NetsuiteRecord {
  return Object.fromEntries(tagged.map(({ field, value }) => [field, { id: value.id }]));
}

function taggedBy(dimension: Dimension, record: NetsuiteRecordName, books: NetsuiteBooks): Resolution<Tagged> {
  const { facts } = books;
  const field = fieldNamed(fieldName(dimension.group, books) || dimension.group, facts);
  if (field === undefined || !isWritable(facts, record, 'line', field)) return refused(withoutField(dimension));
  const found = valuesNamed(dimension.code, facts.dimensions.get(field) ?? []);
  const picked = pickUsable(found, facts.subsidiary);
  if ('usable' in picked) return resolved({ field, value: picked.usable });
  return refused(unusable(picked.unusable, field, dimension, facts));
}

function fieldNamed(name: string, { dimensions }: NetsuiteFacts): DimensionField | undefined {
  return [...dimensions.keys()].find((each) => each.toLowerCase() === normalizedName(name));
}

function fieldName(group: string, { connection }: NetsuiteBooks): string | false {
  return (Object.hasOwn(connection.dimensions, group) ? connection.dimensions[group] : undefined) ?? group;
}

/** By internal id, else external id, else name, with or without the names above it. */
function valuesNamed(code: string, values: readonly NetsuiteDimensionValue[]): readonly NetsuiteDimensionValue[] {
  const wanted = normalizedName(code);
  const ways = [
    ({ id }: NetsuiteDimensionValue) => id === code.trim(),
    ({ externalId }: NetsuiteDimensionValue) => externalId !== null && normalizedName(externalId) === wanted,
    ({ fullName }: NetsuiteDimensionValue) => fullName !== null && normalizedName(fullName) === wanted,
    ({ name }: NetsuiteDimensionValue) => normalizedName(name) === wanted,
  ];
  return ways.map((isMeant) => values.filter(isMeant)).find((found) => found.length > 0) ?? [];
}

function withoutField({ group, code }: Dimension): Problem {
  const found = `The lines of NetSuite have no department, class, location or custom segment for the tag "${code}" of the group "${group}".`;
  return netsuiteProblem('NETSUITE_DIMENSION_UNKNOWN', found);
}

function unusable(
  why: 'unknown' | 'inactive' | 'subsidiary' | 'ambiguous',
  field: DimensionField,
  { group, code }: Dimension,
  facts: NetsuiteFacts,
): Problem {
  const tag = `"${code}" (tag group "${group}")`;
  if (why === 'subsidiary') {
    const found = `The ${field} ${tag} is not open to ${subsidiaryName(facts)}.`;
    return netsuiteProblem('NETSUITE_DIMENSION_SUBSIDIARY', found);
  }
  if (why === 'ambiguous')
    return netsuiteProblem('NETSUITE_DIMENSION_VALUE_AMBIGUOUS', `Several values of ${field} are called ${tag}.`);
  return netsuiteProblem('NETSUITE_DIMENSION_VALUE_UNKNOWN', `NetSuite has no active ${field} ${tag}.`);
}

function twice(field: DimensionField, each: readonly Tagged[]): Resolution<never> {
  const names = each.map(({ value }) => `"${value.name}"`).join(' and ');
  return refused(
    netsuiteProblem('NETSUITE_DIMENSION_TWICE', `A line is tagged with ${names}, which are both of ${field}.`),
  );
}
