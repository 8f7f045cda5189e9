import { findingAmong, type DocumentQuery, type Finding } from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import { ENDPOINTS, isXeroRecordType } from '../api/endpoints.js';
import { heldRecord, type HeldRecord } from '../api/held-record.js';
import { referencesOf } from '../api/record-reference.js';
import type { XeroApi } from '../api/xero-api.js';
import type { KnownOrganisation } from '../reference-data/known-organisation.js';
import type { XeroConnection } from '../xero-connection.js';
import { hasLostAccount } from './has-lost-account.js';
import { readCandidates, type Candidate } from './read-candidates.js';

/** What a look-up works with. */
export interface LookUp {
  readonly api: XeroApi;
  readonly connection: Pick<XeroConnection, 'lookUp'>;
  readonly organisation: KnownOrganisation;
}

/**
 * Looks entries' documents up by their references among the records of their days; and by its id, where one is known, what those days do
 * not show.
 */
export async function findDocuments(queries: readonly DocumentQuery[], lookUp: LookUp): Promise<readonly Finding[]> {
  const found = byReference(await readCandidates(queries, lookUp.api, lookUp.connection));
  return Promise.all(queries.map((query) => findDocument(query, found.get(query.reference) ?? [], lookUp)));
}

function byReference(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    for (const reference of referencesOf(candidate.recordType, candidate.answer))
      found.set(reference, [...(found.get(reference) ?? []), candidate]);
  return found;
}

async function findDocument(query: DocumentQuery, candidates: readonly Candidate[], lookUp: LookUp): Promise<Finding> {
  const held = candidates
    .filter(({ recordType }) => query.recordTypes.includes(recordType))
    .flatMap(({ recordType, answer }) => heldAs(query, recordType, answer, lookUp) ?? []);
  if (held.some(({ state }) => state !== 'voided')) return judge(query, held, lookUp);
  const byId = await readById(query, held, lookUp);
  if (held.length === 0 && byId === undefined && query.date === null)
    return { status: 'unknown', key: query.key, evidence: 'nobody knows on which day it was booked' };
  return judge(query, byId ? [byId] : held, lookUp);
}

/** Other texts would be taken for numbers of invoices. Source: Xero, Accounting API: Invoices, GET by identifier. */
const XERO_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Undefined where no id is known, or Xero has no record of it. */
async function readById(
  { externalId, recordTypes, ...query }: DocumentQuery,
  held: readonly HeldRecord[],
  lookUp: LookUp,
): Promise<HeldRecord | undefined> {
  if (externalId === null || !XERO_ID.test(externalId) || held.some(({ id }) => id === externalId)) return undefined;
  const intendedFirst = [query.document.recordType, ...recordTypes].filter((name) => recordTypes.includes(name));
  for (const recordType of new Set(intendedFirst.filter(isXeroRecordType))) {
    const answer = await lookUp.api.readRecord(ENDPOINTS[recordType], externalId);
    if (answer) return heldAs(query, recordType, answer, lookUp);
  }
  return undefined;
}

function heldAs(
  { document }: Pick<DocumentQuery, 'document'>,
  recordType: HeldRecord['recordType'],
  answer: HeldRecord['answer'],
  { organisation }: LookUp,
): HeldRecord | undefined {
  const planned = document.summary?.total.currency ?? null;
  return heldRecord(recordType, answer, { planned, base: organisation.baseCurrency });
}

function judge({ key, document }: DocumentQuery, held: readonly HeldRecord[], { organisation }: LookUp): Finding {
  const first = held.find(({ state }) => state !== 'voided');
  if (first?.state === 'draft' && hasLostAccount(document, first.answer)) {
    const evidence = `Xero keeps it as draft ${first.id}, without one of its accounts`;
    return { status: 'unknown', key, evidence };
  }
  const { shortCode } = organisation;
  return findingAmong(
    key,
    held.map(({ recordType, id, ...each }) => ({
      ...each,
      externalId: id,
      externalUrl: deepLink(recordType, id, shortCode),
    })),
  );
}
