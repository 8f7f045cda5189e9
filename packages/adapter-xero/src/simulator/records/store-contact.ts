import type { Books } from '../books/books.js';
import type { HeldContact } from '../books/held-records.js';
import { contactOf } from '../books/seeded-records.js';
import type { ContactElement } from './contact-element.js';

/** Most characters of each field. Source: Xero Accounting API, Contacts. */
const LONGEST = {
  Name: 255,
  FirstName: 255,
  LastName: 255,
  EmailAddress: 255,
  ContactNumber: 50,
  AccountNumber: 50,
  TaxNumber: 50,
  CompanyNumber: 50,
} as const;

/** Stores a new contact, or the fields sent of one that is there; tells what is wrong instead. */
export function storeContact(
  books: Books,
  existing: HeldContact | null,
  sent: ContactElement,
): { readonly contact: HeldContact | null; readonly errors: readonly string[] } {
  const errors = [...shapeErrors(sent), ...takenErrors(books, existing, sent)];
  if (!existing && (sent.Name ?? '') === '') errors.push('The contact must have a Name.');
  if (errors.length > 0) return { contact: null, errors };
  const before = existing ?? contactOf({ name: sent.Name ?? '' }, books);
  return { contact: books.contacts.put({ ...before, ...changesOf(sent), updatedAt: books.now() }), errors };
}

/** The active contact of that name, whatever its case. */
export function activeContactByName(books: Books, name: string): HeldContact | null {
  const wanted = name.toLowerCase();
  return books.contacts.all().find((held) => held.status === 'ACTIVE' && held.name.toLowerCase() === wanted) ?? null;
}

export function contactByNumber(books: Books, number: string): HeldContact | null {
  return books.contacts.all().find(({ contactNumber }) => contactNumber === number) ?? null;
}

function changesOf(sent: ContactElement): Partial<HeldContact> {
  return {
    ...(sent.Name === undefined ? {} : { name: sent.Name }),
    ...(sent.ContactNumber === undefined ? {} : { contactNumber: sent.ContactNumber }),
    ...(sent.AccountNumber === undefined ? {} : { accountNumber: sent.AccountNumber }),
    ...(sent.FirstName === undefined ? {} : { firstName: sent.FirstName }),
    ...(sent.LastName === undefined ? {} : { lastName: sent.LastName }),
    ...(sent.CompanyNumber === undefined ? {} : { companyNumber: sent.CompanyNumber }),
    ...(sent.EmailAddress === undefined ? {} : { emailAddress: sent.EmailAddress }),
    ...(sent.TaxNumber === undefined ? {} : { taxNumber: sent.TaxNumber }),
    ...(sent.ContactStatus === undefined ? {} : { status: sent.ContactStatus }),
  };
}

function shapeErrors(sent: ContactElement): string[] {
  const tooLong = Object.entries(LONGEST).filter(([field, longest]) => lengthOf(sent, field) > longest);
  const errors = tooLong.map(([field, longest]) => `The ${field} of a contact has at most ${longest} characters.`);
  if (/[<>]/.test(sent.Name ?? '')) errors.push('The contact name must not contain < or >.');
  if (/^\s|\s$|\s\s/.test(sent.Name ?? ''))
    errors.push('The contact name must not begin or end with a space or have two in a row.');
  return errors;
}

function lengthOf(sent: ContactElement, field: string): number {
  const found = Object.entries(sent).find(([name]) => name === field)?.[1];
  return found?.length ?? 0;
}

function takenErrors(books: Books, existing: HeldContact | null, { Name, ContactNumber }: ContactElement): string[] {
  const isOther = (held: HeldContact | null) => held !== null && held.id !== existing?.id;
  const errors: string[] = [];
  if (Name !== undefined && isOther(activeContactByName(books, Name)))
    errors.push(
      `The contact name ${Name} is already assigned to another contact. The contact name must be unique across all active contacts.`,
    );
  if (ContactNumber !== undefined && isOther(contactByNumber(books, ContactNumber)))
    errors.push(`The contact number ${ContactNumber} is already assigned to another contact.`);
  return errors;
}
