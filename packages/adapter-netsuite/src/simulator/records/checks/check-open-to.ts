import { present, type Books } from '../../books/books.js';
import type { HeldInSubsidiaries } from '../../books/held-records.js';
import { notOpenTo } from '../../http/problems.js';

/** @throws {Refusal} where a subsidiary may not use this account, department, vendor, … */
export function checkOpenTo(
  subsidiaryId: string | null,
  { name, subsidiaryIds }: HeldInSubsidiaries,
  kind: string,
  { subsidiaries }: Books,
): void {
  if (subsidiaryId === null || subsidiaryIds === null || subsidiaryIds.includes(subsidiaryId)) return;
  throw notOpenTo(name, kind, present(subsidiaries.get(subsidiaryId), `subsidiary ${subsidiaryId}`).name);
}
