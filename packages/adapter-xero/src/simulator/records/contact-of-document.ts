import type { Books } from '../books/books.js';
import type { HeldContact } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import type { ContactElement } from './contact-element.js';
import { activeContactByName, contactByNumber, storeContact } from './store-contact.js';

const ARCHIVED =
  'The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.';

/**
 * The contact that a document names; null where there are problems. A name alone makes a contact where there is none of that name, and
 * further fields beside an id change the contact. Source: Xero Accounting API, Contacts.
 */
export function contactOfDocument(
  books: Books,
  sent: ContactElement | undefined,
  problems: Problems,
): HeldContact | null {
  if (sent?.ContactID === undefined && sent?.ContactNumber === undefined && sent?.Name === undefined) {
    problems.error(
      'The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber',
    );
    return null;
  }
  const found = find(books, sent);
  if (sent.ContactID !== undefined && !found) {
    problems.ofContact('An existing Contact with the specified ContactID could not be found');
    return null;
  }
  if (found && found.status !== 'ACTIVE') {
    problems.ofContact(ARCHIVED);
    return null;
  }
  return keep(books, found, sent, problems);
}

function find(books: Books, { ContactID, ContactNumber, Name }: ContactElement): HeldContact | null {
  if (ContactID !== undefined) return books.contacts.get(ContactID);
  const byNumber = ContactNumber === undefined ? null : contactByNumber(books, ContactNumber);
  return byNumber ?? (Name === undefined ? null : activeContactByName(books, Name));
}

function keep(books: Books, found: HeldContact | null, sent: ContactElement, problems: Problems): HeldContact | null {
  const isNamedOnly = Object.keys(sent).every((field) => field === 'ContactID');
  if (found && isNamedOnly) return found;
  const { contact, errors } = storeContact(books, found, sent);
  for (const error of errors) problems.ofContact(error);
  return contact;
}
