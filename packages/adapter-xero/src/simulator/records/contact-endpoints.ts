import type { HeldContact } from '../books/held-records.js';
import type { Answer } from '../http/answer.js';
import type { ApiCall } from '../api/api-call.js';
import type { Endpoint } from '../api/endpoint.js';
import { envelope } from '../api/envelope.js';
import { listFilter, listRecords } from '../api/list-records.js';
import { notFound } from '../api/not-found.js';
import type { Problems } from '../api/problems.js';
import { readElements } from '../api/read-elements.js';
import { refuseSummarizeErrors, writeElements, type Wire } from '../api/write-elements.js';
import type { QueryFields } from '../where/query-fields.js';
import { contactElement, type ContactElement } from './contact-element.js';
import { briefContactWire, contactWire } from './contact-wire.js';
import { activeContactByName, contactByNumber, storeContact } from './store-contact.js';

const FIELDS: QueryFields<HeldContact> = {
  ContactID: { kind: 'guid', read: ({ id }) => id },
  Name: { kind: 'text', read: ({ name }) => name },
  ContactNumber: { kind: 'text', read: ({ contactNumber }) => contactNumber },
  AccountNumber: { kind: 'text', read: ({ accountNumber }) => accountNumber },
  EmailAddress: { kind: 'text', read: ({ emailAddress }) => emailAddress },
  TaxNumber: { kind: 'text', read: ({ taxNumber }) => taxNumber },
  ContactStatus: { kind: 'text', read: ({ status }) => status },
};

const LIST = [
  'where',
  'order',
  'IDs',
  'page',
  'pageSize',
  'includeArchived',
  'summaryOnly',
  'searchTerm',
  'SearchTerm',
];
const scope = 'accounting.contacts';

/** Source: Xero Accounting API, Contacts. */
export const contactEndpoints: readonly Endpoint[] = [
  { method: 'GET', pattern: 'Contacts', scope, query: LIST, handle: listContacts },
  { method: 'GET', pattern: 'Contacts/{idOrNumber}', scope, query: [], handle: getContact },
  { method: 'PUT', pattern: 'Contacts', scope, query: ['summarizeErrors'], handle: (call) => write(call, () => null) },
  {
    method: 'POST',
    pattern: 'Contacts',
    scope,
    query: ['summarizeErrors'],
    handle: (call) => write(call, upsertTarget(call)),
  },
  { method: 'POST', pattern: 'Contacts/{idOrNumber}', scope, query: [], handle: updateContact },
];

function listContacts(call: ApiCall): Answer {
  const ids = listFilter(call, 'IDs');
  const term = (call.query.get('SearchTerm') ?? call.query.get('searchTerm') ?? '').toLowerCase();
  const showsArchived = call.query.get('includeArchived') === 'true';
  const contacts = call.books.contacts
    .listed()
    .filter((held) => held.status === 'ACTIVE' || showsArchived)
    .filter((held) => (ids === null || ids.has(held.id)) && isFoundBy(held, term));
  const { records, isPaged, pagination } = listRecords(call, contacts, FIELDS);
  const isBrief = !isPaged || call.query.get('summaryOnly') === 'true';
  return envelope(call, { ...pagination, Contacts: records.map(isBrief ? briefContactWire : contactWire) });
}

function isFoundBy(held: HeldContact, term: string): boolean {
  const { name, firstName, lastName, contactNumber, companyNumber, emailAddress } = held;
  const texts = [name, firstName, lastName, contactNumber, companyNumber, emailAddress];
  return term === '' || texts.some((text) => text?.toLowerCase().includes(term));
}

function getContact(call: ApiCall): Answer {
  const contact = contactOfPath(call);
  return contact ? envelope(call, { Contacts: [contactWire(contact)] }) : notFound();
}

/** By id or by number. */
function contactOfPath({ books, parameters }: ApiCall): HeldContact | null {
  const id = parameters['idOrNumber'] ?? '';
  return books.contacts.get(id.toLowerCase()) ?? contactByNumber(books, id);
}

function updateContact(call: ApiCall): Answer {
  const contact = contactOfPath(call);
  if (!contact) return notFound();
  refuseSummarizeErrors(call);
  return write(call, () => contact);
}

/** Which contact a POST changes: the one of that id, else of that number, else of that name. */
function upsertTarget({ books }: ApiCall): (sent: ContactElement) => HeldContact | null {
  return ({ ContactID, ContactNumber, Name }) => {
    if (ContactID !== undefined) return books.contacts.get(ContactID);
    const byNumber = ContactNumber === undefined ? null : contactByNumber(books, ContactNumber);
    return byNumber ?? (Name === undefined ? null : activeContactByName(books, Name));
  };
}

function write(call: ApiCall, targetOf: (sent: ContactElement) => HeldContact | null): Answer {
  const writeOne = (sent: ContactElement, problems: Problems): Wire | null => {
    const existing = targetOf(sent);
    if (sent.ContactID !== undefined && !existing) {
      problems.error('An existing Contact with the specified ContactID could not be found');
      return null;
    }
    const { contact, errors } = storeContact(call.books, existing, sent);
    for (const error of errors) problems.error(error);
    return contact && contactWire(contact);
  };
  const elements = readElements(call, 'Contacts', contactElement);
  return writeElements(call, elements, { name: 'Contacts', idField: 'ContactID', write: writeOne });
}
