import { entryLabel } from '../bookkeeping/entry-description.js';
import { problem } from '../bookkeeping/problems.js';
import type { Problem } from '../errors/problem.js';
import type { ExportItem } from '../model/export-item.js';

/** Problems of an item that belongs to another company than the job it came with: it must never reach that company's books. */
export function validateCompany(item: ExportItem, companyId: string): readonly Problem[] {
  if (item.companyId === companyId) return [];
  const message = `${entryLabel(item)} belongs to company ${item.companyId}, not to ${companyId} whose export it came with: tell whoever runs Ledgerferry for you.`;
  return [problem('COMPANY_MISMATCH', message)];
}
