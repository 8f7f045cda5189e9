import {
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
import { normalizedName } from './normalized-name.js';
import { pickUsable } from './pick-usable.js';
import { subsidiaryName } from './subsidiary-name.js';
import { isWritable } from './writable-properties.js';

interface Tagged {
  readonly field: DimensionField;
  readonly value: NetsuiteDimensionValue;
}

/** A line's tags as properties, such as `{ "department": { "id": "7" } }`. Groups that `connection.dimensions` leaves out are left out. */
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
  return resolved(Object.fromEntries(tagged.value.map(({ field, value }) => [field, { id: value.id }])));
}

function taggedBy(dimension: Dimension, record: NetsuiteRecordName, books: NetsuiteBooks): Resolution<Tagged> {
  const { facts } = books;
  const name = normalizedName(fieldName(dimension.group, books) || dimension.group);
  const field = [...facts.dimensions.keys()].find((each) => each.toLowerCase() === name);
  if (field === undefined || !isWritable(facts, record, 'line', field)) return refused(withoutField(dimension));
  const found = valuesNamed(dimension.code, facts.dimensions.get(field) ?? []);
  const picked = pickUsable(found, facts.subsidiary);
  if ('usable' in picked) return resolved({ field, value: picked.usable });
  return refused(unusable(picked.unusable, field, dimension, facts));
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
