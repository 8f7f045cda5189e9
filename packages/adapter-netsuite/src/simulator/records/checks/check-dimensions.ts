import type { Books } from '../../books/books.js';
import type { HeldInSubsidiaries } from '../../books/held-records.js';
import type { Table } from '../../books/table.js';
import { invalidValue, missingValue } from '../../http/problems.js';
import { Refusal } from '../../http/refusal.js';
import { checkOpenTo } from './check-open-to.js';

/** What a transaction or one of its lines is told apart by. */
export interface Dimensioned {
  readonly entityId: string | null;
  readonly departmentId: string | null;
  readonly classId: string | null;
  readonly locationId: string | null;
  readonly custom: Readonly<Record<string, string>>;
}

/** @throws {Refusal} where a department, class, location, segment or name is inactive, or is not open to the subsidiary. */
export function checkDimensions(place: Dimensioned, subsidiaryId: string | null, path: string, books: Books): void {
  const check = (table: Table<HeldInSubsidiaries>, id: string | null | undefined, kind: string) => {
    const record = id === null || id === undefined ? null : table.get(id);
    if (!record) return;
    if (record.isInactive)
      throw new Refusal(400, [invalidValue(record.id, kind, path === '' ? kind : `${path}.${kind}`)]);
    checkOpenTo(subsidiaryId, record, kind, books);
  };
  check(books.departments, place.departmentId, 'department');
  check(books.classes, place.classId, 'class');
  check(books.locations, place.locationId, 'location');
  check(books.vendors, place.entityId, 'entity');
  check(books.employees, place.entityId, 'entity');
  for (const [scriptId, values] of books.segments) check(values, place.custom[scriptId], scriptId);
}

const LABELS = { department: 'Department', class: 'Class', location: 'Location' } as const;

/** @throws {Refusal} where a dimension is missing that the account's preferences make mandatory. Source: Oracle, Accounting Preferences. */
export function checkMandatory(place: Dimensioned, { account: { mandatory, segments } }: Books): void {
  const { departmentId, classId, locationId, custom } = place;
  const filled = { department: departmentId, class: classId, location: locationId };
  for (const name of mandatory) {
    if (isStandard(name) ? filled[name] !== null : custom[name] !== undefined) continue;
    throw missingValue(
      isStandard(name) ? LABELS[name] : (segments.find(({ scriptId }) => scriptId === name)?.name ?? name),
    );
  }
}

function isStandard(name: string): name is keyof typeof LABELS {
  return Object.hasOwn(LABELS, name);
}
