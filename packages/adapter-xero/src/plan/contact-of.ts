import { refused, resolved, type AccountingEntry, type Document, type Resolution } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import {
  contactNameOf,
  matchContact,
  normalizedContactName,
  type ContactWanted,
} from '../reference-data/match-contact.js';
import type { XeroContact } from '../reference-data/xero-facts.js';
import type { XeroRecord } from '../xero-record.js';
import type { BookingContext } from './booking-context.js';
import type { OwedTo } from './choose-record.js';

/** How a document names its contact: by id, never by name, so that Xero neither changes nor invents one. */
export interface DocumentContact {
  readonly body: XeroRecord;
  /** The contact, where Xero has none yet; the document waits for it. */
  readonly missing: Document | null;
}

/** Whom a document is with: the supplier, else the employee, else the fallback; for what is owed to employees, not the supplier. */
export function contactOf(
  entry: AccountingEntry,
  owedTo: OwedTo,
  { facts, connection }: BookingContext,
): Resolution<DocumentContact> {
  const wanted = wantedContact(entry, owedTo, connection.fallbackContact);
  const contact = matchContact(facts.contacts, wanted);
  if (contact)
    return isUsable(contact) ? resolved({ body: { ContactID: contact.contactId }, missing: null }) : unusable(contact);
  if (contactNameOf(wanted.name) === '') return nameless(wanted);
  const missing = newContact(wanted);
  return resolved({ body: { ContactID: { documentKey: missing.key } }, missing });
}

function wantedContact(entry: AccountingEntry, owedTo: OwedTo, fallback: string): ContactWanted {
  const { counterparty, employee } = entry;
  if (owedTo === 'supplier' && counterparty) {
    const vendorId = counterparty.source === 'vendor' ? counterparty.id : null;
    return { externalId: counterparty.externalId, vendorId, name: counterparty.name };
  }
  const name = employee && contactNameOf(employee.name) !== '' ? employee.name : fallback;
  return { externalId: null, vendorId: null, name };
}

/** Its key is its name, as no two contacts may have the same: a vendor and a supplier of one name are one contact. */
function newContact({ vendorId, name }: ContactWanted): Document {
  return {
    key: `prerequisite/contact/${normalizedContactName(name)}`,
    role: 'contact',
    recordType: 'contact',
    body: {
      Name: contactNameOf(name),
      ...(vendorId !== null && vendorId.length <= LONGEST_NUMBER ? { ContactNumber: vendorId } : {}),
    },
    dependsOn: [],
    summary: null,
  };
}

/** Source: Xero Accounting API, Contacts: ContactNumber. */
const LONGEST_NUMBER = 50;

function isUsable({ status }: XeroContact): boolean {
  return status === 'ACTIVE';
}

function unusable({ name, status, mergedInto }: XeroContact): Resolution<never> {
  if (mergedInto !== null) {
    const found = `The contact "${name}" was merged into another one in Xero, which cannot be found.`;
    return refused(xeroProblem('XERO_CONTACT_MERGED', found));
  }
  const how = status === 'GDPRREQUEST' ? 'was erased in Xero on request' : 'is archived in Xero';
  return refused(xeroProblem('XERO_CONTACT_ARCHIVED', `The contact "${name}" ${how}.`));
}

function nameless({ name }: ContactWanted): Resolution<never> {
  return refused(xeroProblem('XERO_CONTACT_NAME', `Xero takes no contact with the name "${name}".`));
}
