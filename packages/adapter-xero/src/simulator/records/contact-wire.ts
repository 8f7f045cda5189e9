import type { HeldContact } from '../books/held-records.js';
import { instant } from '../api/envelope.js';
import type { Wire } from '../api/write-elements.js';

/** A contact in full, as a page or a single look shows it. */
export function contactWire(contact: HeldContact): Wire {
  return {
    ...briefContactWire(contact),
    ...(contact.mergedInto === null ? {} : { MergedToContactID: contact.mergedInto }),
    ContactPersons: [],
    BankAccountDetails: '',
    ContactGroups: [],
  };
}

/** A contact as a list without pages shows it: fields are missing. */
export function briefContactWire(contact: HeldContact): Wire {
  return {
    ContactID: contact.id,
    ContactStatus: contact.status,
    Name: contact.name,
    ...given('ContactNumber', contact.contactNumber),
    ...given('AccountNumber', contact.accountNumber),
    ...given('FirstName', contact.firstName),
    ...given('LastName', contact.lastName),
    ...given('CompanyNumber', contact.companyNumber),
    ...given('TaxNumber', contact.taxNumber),
    EmailAddress: contact.emailAddress ?? '',
    Addresses: [],
    Phones: [],
    UpdatedDateUTC: instant(contact.updatedAt),
    IsSupplier: false,
    IsCustomer: false,
    HasAttachments: false,
    HasValidationErrors: false,
  };
}

function given(name: string, value: string | null): Wire {
  return value === null ? {} : { [name]: value };
}
