import { normalizedName, type AccountingEntry } from '@ledgerferry/core';
import type { NetsuiteEmployee, NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import { entityIndexes, under } from './entity-index.js';
import { pickUsable } from './pick-usable.js';

const indexOf = entityIndexes(({ entityId, name }: NetsuiteEmployee) => [entityId, name]);

/** The employee of an entry, by code, else by name; null where NetSuite knows none who can be named, which no entry needs. */
export function employeeOf({ employee }: AccountingEntry, facts: NetsuiteFacts): NetsuiteEmployee | null {
  if (employee === null) return null;
  const { byEntityId, byExternalId, byName } = indexOf(facts.employees);
  const found =
    under(employee.code, byEntityId) ??
    under(employee.code, byExternalId) ??
    under(normalizedName(employee.name), byName) ??
    [];
  const picked = pickUsable(found, facts.subsidiary);
  return 'usable' in picked ? picked.usable : null;
}
