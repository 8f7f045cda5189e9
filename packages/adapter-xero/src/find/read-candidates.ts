import { isJsonObject, type DocumentQuery } from '@ledgerferry/core';
import { ENDPOINTS, isXeroRecordType } from '../api/endpoints.js';
import type { RecordAnswer } from '../api/record-answers.js';
import { whereDays, type DayRange } from '../api/where-clause.js';
import type { XeroApi } from '../api/xero-api.js';
import type { XeroConnection } from '../xero-connection.js';
import type { XeroRecordType } from '../xero-record.js';
import { mergeDayRanges } from './merge-day-ranges.js';
import { readEveryRecord } from './read-every-record.js';

/** A record that may be one of those looked for. */
export interface Candidate {
  readonly recordType: XeroRecordType;
  readonly answer: RecordAnswer;
}

/** Most references in one call: longer addresses are refused. Source: Xero Accounting API, Bank transactions: References. */
const MOST_REFERENCES = 50;

/** Reads, of every record type that is asked for, the records of the days that are asked for. */
export async function readCandidates(
  queries: readonly DocumentQuery[],
  api: XeroApi,
  { lookUp }: Pick<XeroConnection, 'lookUp'>,
): Promise<readonly Candidate[]> {
  const reading = queriesByRecordType(queries).flatMap(([recordType, asked]) => {
    const named = asked.filter((query) => lookUp === 'references' && isFoundByReference(recordType, query));
    const others = asked.filter((query) => !named.includes(query));
    return [readByReference(recordType, named, api), readByDay(recordType, others, api)];
  });
  return (await Promise.all(reading)).flat();
}

/** Xero keeps no `Reference` of overpayments. */
function isFoundByReference(recordType: XeroRecordType, { document: { body } }: DocumentQuery): boolean {
  const type = isJsonObject(body) ? body['Type'] : undefined;
  return recordType === 'bank-transaction' && (type === 'SPEND' || type === 'RECEIVE');
}

function queriesByRecordType(
  queries: readonly DocumentQuery[],
): readonly (readonly [XeroRecordType, readonly DocumentQuery[]])[] {
  const names = [...new Set(queries.flatMap(({ recordTypes }) => recordTypes))];
  return names
    .filter(isXeroRecordType)
    .filter((name) => name !== 'contact')
    .map((name) => [name, queries.filter(({ recordTypes }) => recordTypes.includes(name))]);
}

async function readByDay(
  recordType: XeroRecordType,
  queries: readonly DocumentQuery[],
  api: XeroApi,
): Promise<readonly Candidate[]> {
  const endpoint = ENDPOINTS[recordType];
  const ranges = mergeDayRanges(queries.flatMap((query) => daysOf(query) ?? []));
  const read = ranges.map((range) => readEveryRecord(api, endpoint, { where: whereDays(range, endpoint.type) }));
  return (await Promise.all(read)).flat().map((answer) => ({ recordType, answer }));
}

function daysOf({ date, firstDate }: DocumentQuery): DayRange | undefined {
  return date === null ? undefined : { first: firstDate ?? date, last: date };
}

async function readByReference(
  recordType: XeroRecordType,
  queries: readonly DocumentQuery[],
  api: XeroApi,
): Promise<readonly Candidate[]> {
  const references = [...new Set(queries.map(({ reference }) => reference))];
  const parts = Array.from({ length: Math.ceil(references.length / MOST_REFERENCES) }, (_, part) =>
    references.slice(part * MOST_REFERENCES, (part + 1) * MOST_REFERENCES),
  );
  const read = parts.map((part) => readEveryRecord(api, ENDPOINTS[recordType], { References: part.join(',') }));
  return (await Promise.all(read)).flat().map((answer) => ({ recordType, answer }));
}
