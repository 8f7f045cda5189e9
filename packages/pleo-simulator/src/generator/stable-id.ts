import { createHash } from 'node:crypto';
import { formatUuid } from './random.js';

const ids = new Map<string, string>();

/** The id of a thing that outlives a job, such as a vendor or a category: the same name, the same id. */
export function stableId(name: string): string {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const id = formatUuid(createHash('sha256').update(name).digest('hex'));
  ids.set(name, id);
  return id;
}
