import type { Endpoint } from '../api/endpoints.js';
import type { RecordAnswer, RecordsAnswer } from '../api/record-answers.js';
import { PAGE_SIZE, type XeroApi } from '../api/xero-api.js';
import { xeroError } from '../errors/xero-errors.js';

/**
 * Every record that a filter lets through, deleted ones included.
 *
 * @throws `transient` where the list changed between two pages, so that a record may have slipped through.
 */
export async function readEveryRecord(
  api: XeroApi,
  endpoint: Endpoint,
  filter: Readonly<Record<string, string>>,
): Promise<readonly RecordAnswer[]> {
  if (!endpoint.inPages) return (await api.readRecords(endpoint, { ...filter, includeDeleted: 'true' })).records;
  const records = new Map<string | null, RecordAnswer>();
  for (let page = 1; ; page += 1) {
    const answer = await api.readRecords(endpoint, { ...filter, page, pageSize: PAGE_SIZE });
    const before = records.size;
    for (const record of answer.records) records.set(record[endpoint.id], record);
    if (isLast(answer, page, records.size > before)) {
      demandWhole(endpoint, answer, records.size);
      return [...records.values()];
    }
  }
}

/** Where the answer does not say how many pages there are, the last one is that which brings nothing new. */
function isLast({ pagination }: RecordsAnswer, page: number, broughtSome: boolean): boolean {
  return typeof pagination?.pageCount === 'number' ? page >= pagination.pageCount : !broughtSome;
}

function demandWhole({ name }: Endpoint, { pagination }: RecordsAnswer, read: number): void {
  const expected = pagination?.itemCount ?? read;
  if (read === expected) return;
  throw xeroError(
    'XERO_LIST_CHANGED',
    `The list of ${name} changed while it was read: ${read} of ${expected} were seen.`,
  );
}
