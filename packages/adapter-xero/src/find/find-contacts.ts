import { isJsonObject, type DocumentQuery, type Finding } from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import type { XeroApi } from '../api/xero-api.js';
import type { ContactBook } from '../reference-data/contact-book.js';
import type { KnownOrganisation } from '../reference-data/known-organisation.js';
import { matchContact, type ContactWanted } from '../reference-data/match-contact.js';
import type { XeroContact } from '../reference-data/xero-facts.js';

/** Looks contacts up by what they name, as the plan does, among the contacts as they are now. */
export async function findContacts(
  queries: readonly DocumentQuery[],
  { api, contacts, organisation }: ContactLookUp,
): Promise<readonly Finding[]> {
  if (queries.length === 0) return [];
  const all = await contacts.refresh(api);
  return queries.map((query) => findingOf(query, matchContact(all, wantedBy(query)), organisation));
}

/** What contacts are looked up with. */
interface ContactLookUp {
  readonly api: XeroApi;
  readonly contacts: ContactBook;
  readonly organisation: KnownOrganisation;
}

function findingOf(
  { key }: DocumentQuery,
  contact: XeroContact | undefined,
  { shortCode }: KnownOrganisation,
): Finding {
  if (contact === undefined) return { status: 'absent', key };
  const { contactId: externalId, name, status } = contact;
  if (status !== 'ACTIVE')
    return { status: 'unknown', key, evidence: `the contact ${name} is archived in Xero: restore it there` };
  const externalUrl = deepLink('contact', externalId, shortCode);
  return { status: 'live', key, externalId, externalUrl, summary: null, others: [] };
}

/** The store keeps no body; then the key tells, whose last part is a vendor id or a name. */
function wantedBy({ key, externalId, document: { body } }: DocumentQuery): ContactWanted {
  const named = key.split('/').slice(2).join('/');
  if (!isJsonObject(body)) return { externalId, vendorId: named, name: named };
  const { Name, ContactNumber } = body;
  return {
    externalId,
    vendorId: typeof ContactNumber === 'string' ? ContactNumber : null,
    name: typeof Name === 'string' ? Name : '',
  };
}
